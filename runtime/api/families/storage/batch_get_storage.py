"""wx.batchGetStorage and its sync form."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.storage.kept_values import many
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def batch_get_storage(call: Call, ports: LogicPorts) -> None:
    """batchGetStorage."""
    call.succeed({"dataList": many(call, ports)})


def batch_get_storage_sync(call: Call, ports: LogicPorts) -> None:
    """batchGetStorageSync."""
    call.succeed({"value": many(call, ports)})


HANDLERS: tuple[Handler, ...] = (
    in_logic("batchGetStorage", batch_get_storage),
    in_logic("batchGetStorageSync", batch_get_storage_sync),
)
