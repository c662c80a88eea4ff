"""wx.removeStorage and its sync form."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def remove_storage(call: Call, ports: LogicPorts) -> None:
    """removeStorage, removeStorageSync."""
    ports.storage.remove(call.text("key"))
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    in_logic("removeStorage", remove_storage),
    in_logic("removeStorageSync", remove_storage),
)
