"""wx.batchSetStorage and its sync form."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.storage.kept_values import MISSING, encoded
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def batch_set_storage(call: Call, ports: LogicPorts) -> None:
    """batchSetStorage, batchSetStorageSync: all pairs or none."""
    pairs = call.items("kvList")
    if not all(isinstance(pair, dict) and isinstance(pair.get("key"), str) for pair in pairs):
        raise ApiFailure("parameter error: parameter.kvList.key should be String;")
    ports.storage.set_many({pair["key"]: encoded(pair.get("value", MISSING)) for pair in pairs})
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    in_logic("batchSetStorage", batch_set_storage),
    in_logic("batchSetStorageSync", batch_set_storage),
)
