"""wx.getStorage and its sync form."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.storage.kept_values import decoded
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def get_storage(call: Call, ports: LogicPorts) -> None:
    """getStorage."""
    kept = ports.storage.get(call.text("key"))
    if kept is None:
        raise ApiFailure("data not found")
    call.succeed({"data": decoded(kept)})


def get_storage_sync(call: Call, ports: LogicPorts) -> None:
    """getStorageSync."""
    call.succeed({"value": decoded(ports.storage.get(call.text("key")))})


HANDLERS: tuple[Handler, ...] = (
    in_logic("getStorage", get_storage),
    in_logic("getStorageSync", get_storage_sync),
)
