"""A call of setData and where its time went, read from the records of the timeline."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from runtime.protocol.set_data import SetDataCall, SetKey
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import DomTiming, Record, own_frames

_BATCH = re.compile(rb'"page_id":(\d+),"batch_id":(\d+)')
_HEAD = 200
_decoder = msgspec.json.Decoder(SetDataCall)
Batch = tuple[int, int]
"""A page and the number of a batch of it."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `time_ms`: Unix time; `place`: where the program made it, None if nobody knows; `began_ms`: by a clock
    of the logic process."""

    time_ms: float
    path: str
    page_id: int
    batch_id: int
    count: int
    size: int
    logic_ms: float
    keys: tuple[SetKey, ...]
    place: StackFrame | None
    began_ms: float = 0.0

    @property
    def batch(self) -> Batch:
        """What brings it to the view, together with others."""
        return self.page_id, self.batch_id


def call_of(record: Record) -> Call | None:
    """The call that a record tells of; None if it tells of something else."""
    if record.code != "set-data":
        return None
    try:
        told = _decoder.decode(record.payload)
    except msgspec.MsgspecError:
        return None
    frames = own_frames(told.stack)
    return Call(
        record.time_ms, told.path, told.page_id, told.batch_id, told.count, told.size, told.logic_ms,
        tuple(told.keys), frames[0] if frames else None, told.began_ms,
    )  # fmt: skip


def timing_of(record: Record) -> tuple[Batch, DomTiming] | None:
    """The batch that a record says has been drawn, and where its time went."""
    if record.timing is None:
        return None
    found = _BATCH.search(record.payload[:_HEAD])
    return ((int(found[1]), int(found[2])), record.timing) if found else None
