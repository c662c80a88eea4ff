"""What was stored at a moment: what there was at first, and what the program wrote."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from simulator.replay.replayed_storage import ReplayedStorage


def traced(storage: ReplayedStorage, name: str, args: Any, *, ok: bool = True) -> None:
    storage.traced(json.dumps({
        "m": "api-trace", "call_id": 1, "name": name, "args": args, "result": {}, "ok": ok, "began_ms": 1,
        "duration_ms": 1, "state": "works", "ended_by": "handler",
    }).encode())  # fmt: skip


def test_writing_removing_and_clearing_as_the_program_did() -> None:
    storage = ReplayedStorage()
    storage.kept(b'[["a","1"],["b","\\"two\\""]]')
    assert storage.entries() == [("a", "1", 2), ("b", '"two"', 6)]
    traced(storage, "setStorageSync", {"key": "a", "data": {"x": [1, "\u4e2d"]}})
    traced(storage, "batchSetStorage", {"kvList": [{"key": "c", "value": 3}, {"key": "d", "value": None}]})
    traced(storage, "removeStorage", {"key": "b"})
    traced(storage, "removeStorageSync", {"key": "nothing"})
    traced(storage, "getStorageSync", {"key": "a"})
    traced(storage, "setStorage", {"key": "large", "data": "x"}, ok=False)
    assert [(key, value) for key, value, _ in storage.entries()] == [
        ("a", '{"x":[1,"\u4e2d"]}'), ("c", "3"), ("d", "null"),
    ]  # fmt: skip
    traced(storage, "clearStorageSync", {})
    assert storage.entries() == []
    storage.begin_anew()
    storage.kept(b'[["a","1"]]')
    assert len(storage.entries()) == 1


@pytest.mark.parametrize("args", [{"key": 3}, {"kvList": [3]}, [1]])
def test_what_is_no_such_call_is_refused(args: Any) -> None:
    with pytest.raises(msgspec.MsgspecError):
        traced(ReplayedStorage(), "batchSetStorage", args)
    with pytest.raises(msgspec.MsgspecError):
        ReplayedStorage().kept(b'[["a",1]]')
