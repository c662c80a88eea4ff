"""Records as lines of JSON: one object a line, for `handset shot --log` and the console panel's export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TextIO

import msgspec

from simulator.bridge.record import Record

_ALWAYS = ("seq", "time", "kind", "title")
_SILENT: tuple[object, ...] = (None, "", 0, False, (), {})


def line_of(record: Record) -> str:
    """One record as one line, without the line end. Keys whose value says nothing are left out.

    `payload` and `result` are JSON values; one that was cut stands as text in `payloadPrefix`.
    """
    fields: dict[str, Any] = {
        "seq": record.sequence,
        "time": round(record.time_ms, 3),
        "kind": record.kind,
        "direction": record.direction,
        "title": record.title,
        "level": record.level,
        "origin": record.origin,
        "outcome": record.outcome if record.outcome != "none" else None,
        "state": record.api_state,
        "endedBy": record.ended_by if record.ended_by != "handler" else None,
        "rule": record.rule,
        "page": record.page,
        "pageId": record.page_id,
        "bytes": record.size_bytes,
        "ms": None if record.duration_ms is None else round(record.duration_ms, 3),
        "timing": record.timing,
        "routine": record.routine,
        "code": record.code,
        "detail": dict(record.detail),
        "stack": record.stack,
        **_payload(record),
    }
    said = {
        key: value
        for key, value in fields.items()
        if value not in (None, "", 0, False, (), {}) or key in ("seq", "time", "kind", "title")
    }
    return msgspec.json.encode(said).decode()


def write_records(records: Iterable[Record], stream: TextIO) -> int:
    """Writes all records, a line each; returns how many."""
    count = 0
    for record in records:
        stream.write(line_of(record) + "\n")
        count += 1
    return count


class NdjsonWriter:
    """A subscriber of the recorder that writes each record once, in its final state.

    A record that waits for its answer is held back until the answer has come, or until `close`.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._held: dict[int, Record] = {}

    def __call__(self, records: Sequence[Record]) -> None:
        for record in records:
            self._held.pop(record.sequence, None)
            if record.is_final:
                self._stream.write(line_of(record) + "\n")
            else:
                self._held[record.sequence] = record
        self._stream.flush()

    def close(self) -> None:
        """Writes what is still held back. The stream stays open: it is the caller's."""
        write_records(self._held.values(), self._stream)
        self._held.clear()
        self._stream.flush()


def _payload(record: Record) -> dict[str, Any]:
    if record.payload_cut:
        return {"payloadPrefix": record.payload.decode("utf-8", "replace")}
    if record.kind == "input":
        return {"payload": record.payload.decode("utf-8", "replace")}
    return {
        "payload": msgspec.Raw(record.payload) if record.payload else None,
        "result": msgspec.Raw(record.result) if record.result else None,
    }
