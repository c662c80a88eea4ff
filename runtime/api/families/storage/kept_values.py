"""How values are kept: as JSON; what JSON cannot say (a Date) is written by the logic layer as `{"$date": ms}` and
kept as it comes.

Observed: reading an absent key gives `''` (sync) or `fail data not found`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from runtime.api.call import ApiFailure, Call
from runtime.api.logic_ports import LogicPorts

MISSING = ""


def many(call: Call, ports: LogicPorts) -> list[Any]:
    """The values of all keys in `keyList`."""
    return [decoded(ports.storage.get(str(key))) for key in call.items("keyList")]


def info(ports: LogicPorts) -> dict[str, Any]:
    """Keys and sizes in KB."""
    size_kb = -(-ports.storage.size_bytes() // 1024)
    return {"keys": ports.storage.keys(), "currentSize": size_kb, "limitSize": ports.storage.limit_bytes // 1024}


def encoded(value: Any) -> str:
    """A value as it is kept."""
    return msgspec.json.encode(value).decode("utf-8")


def decoded(kept: str | None) -> Any:
    """A kept value; an absent one is an empty text."""
    if kept is None:
        return MISSING
    try:
        return msgspec.json.decode(kept)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ApiFailure("the kept value is damaged") from error
