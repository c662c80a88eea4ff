"""Calls of `wx.*` that answer at once, as the program wrote them: arguments in a row, the value that came back."""

from __future__ import annotations

import msgspec
from msgspec import Raw

from simulator.bridge.record import Record

_members = msgspec.json.Decoder(dict[str, Raw])


def written_arguments(record: Record) -> list[bytes]:
    """The arguments as JSON, each by itself. What cannot be taken apart is one."""
    try:
        return [bytes(value) for value in _members.decode(record.payload).values()]
    except msgspec.MsgspecError:
        return [record.payload]


def returned(record: Record) -> bytes:
    """What the call returned, or the words with which it was thrown, as JSON; empty for nothing."""
    try:
        result = _members.decode(record.result) if record.result else {}
    except msgspec.MsgspecError:
        return record.result
    return bytes(result.get("value", b"") if record.outcome != "fail" else result.get("errMsg", b""))
