"""Storage: keys and values of one project, in all forms. Values travel as JSON; what JSON cannot say (a Date) is
written by the logic layer as `{"$date": ms}` and kept as it comes.

Source: reference, storage. Observed: reading an absent key gives `''` (sync) or `fail data not found`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_js, in_logic
from runtime.api.ports import LogicPorts

MISSING = ""


def set_storage(call: Call, ports: LogicPorts) -> None:
    """setStorage, setStorageSync."""
    ports.storage.set_many({call.text("key"): _encoded(call.args.get("data", MISSING))})
    call.succeed()


def get_storage(call: Call, ports: LogicPorts) -> None:
    """getStorage."""
    kept = ports.storage.get(call.text("key"))
    if kept is None:
        raise ApiFailure("data not found")
    call.succeed({"data": _decoded(kept)})


def get_storage_sync(call: Call, ports: LogicPorts) -> None:
    """getStorageSync."""
    call.succeed({"value": _decoded(ports.storage.get(call.text("key")))})


def remove_storage(call: Call, ports: LogicPorts) -> None:
    """removeStorage, removeStorageSync."""
    ports.storage.remove(call.text("key"))
    call.succeed()


def clear_storage(call: Call, ports: LogicPorts) -> None:
    """clearStorage, clearStorageSync."""
    ports.storage.clear()
    call.succeed()


def get_storage_info(call: Call, ports: LogicPorts) -> None:
    """getStorageInfo."""
    call.succeed(_info(ports))


def get_storage_info_sync(call: Call, ports: LogicPorts) -> None:
    """getStorageInfoSync."""
    call.succeed({"value": _info(ports)})


def batch_set_storage(call: Call, ports: LogicPorts) -> None:
    """batchSetStorage, batchSetStorageSync: all pairs or none."""
    pairs = call.items("kvList")
    if not all(isinstance(pair, dict) and isinstance(pair.get("key"), str) for pair in pairs):
        raise ApiFailure("parameter error: parameter.kvList.key should be String;")
    ports.storage.set_many({pair["key"]: _encoded(pair.get("value", MISSING)) for pair in pairs})
    call.succeed()


def batch_get_storage(call: Call, ports: LogicPorts) -> None:
    """batchGetStorage."""
    call.succeed({"dataList": _many(call, ports)})


def batch_get_storage_sync(call: Call, ports: LogicPorts) -> None:
    """batchGetStorageSync."""
    call.succeed({"value": _many(call, ports)})


def _many(call: Call, ports: LogicPorts) -> list[Any]:
    return [_decoded(ports.storage.get(str(key))) for key in call.items("keyList")]


def _info(ports: LogicPorts) -> dict[str, Any]:
    size_kb = -(-ports.storage.size_bytes() // 1024)
    return {"keys": ports.storage.keys(), "currentSize": size_kb, "limitSize": ports.storage.limit_bytes // 1024}


def _encoded(value: Any) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def _decoded(kept: str | None) -> Any:
    if kept is None:
        return MISSING
    try:
        return msgspec.json.decode(kept)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ApiFailure("the kept value is damaged") from error


HANDLERS: tuple[Handler, ...] = (
    in_logic("setStorage", set_storage),
    in_logic("setStorageSync", set_storage),
    in_logic("getStorage", get_storage),
    in_logic("getStorageSync", get_storage_sync),
    in_logic("removeStorage", remove_storage),
    in_logic("removeStorageSync", remove_storage),
    in_logic("clearStorage", clear_storage),
    in_logic("clearStorageSync", clear_storage),
    in_logic("getStorageInfo", get_storage_info),
    in_logic("getStorageInfoSync", get_storage_info_sync),
    in_logic("batchSetStorage", batch_set_storage),
    in_logic("batchSetStorageSync", batch_set_storage),
    in_logic("batchGetStorage", batch_get_storage),
    in_logic("batchGetStorageSync", batch_get_storage_sync),
    *in_js("createBufferURL", "revokeBufferURL", state="unsupported"),
)
