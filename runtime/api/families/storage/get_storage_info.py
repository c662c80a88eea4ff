"""wx.getStorageInfo and its sync form."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.storage.kept_values import info
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def get_storage_info(call: Call, ports: LogicPorts) -> None:
    """getStorageInfo."""
    call.succeed(info(ports))


def get_storage_info_sync(call: Call, ports: LogicPorts) -> None:
    """getStorageInfoSync."""
    call.succeed({"value": info(ports)})


HANDLERS: tuple[Handler, ...] = (
    in_logic("getStorageInfo", get_storage_info),
    in_logic("getStorageInfoSync", get_storage_info_sync),
)
