"""wx.setStorage and its sync form."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.storage.kept_values import MISSING, encoded
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def set_storage(call: Call, ports: LogicPorts) -> None:
    """setStorage, setStorageSync."""
    ports.storage.set_many({call.text("key"): encoded(call.args.get("data", MISSING))})
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    in_logic("setStorage", set_storage),
    in_logic("setStorageSync", set_storage),
)
