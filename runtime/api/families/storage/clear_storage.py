"""wx.clearStorage and its sync form."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def clear_storage(call: Call, ports: LogicPorts) -> None:
    """clearStorage, clearStorageSync."""
    ports.storage.clear()
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    in_logic("clearStorage", clear_storage),
    in_logic("clearStorageSync", clear_storage),
)
