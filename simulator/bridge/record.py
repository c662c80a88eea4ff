"""What the recorder makes of a message: one frozen record of the timeline.

The console panel, `handset shot --log` and the tests all read these; nothing here knows who sends or shows them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from runtime.protocol.logic import LogForm
from runtime.protocol.stacks import StackFrame

Kind = Literal["log", "error", "bridge", "api", "notice", "input", "result"]
Level = Literal["debug", "log", "info", "warn", "error"]
Origin = Literal["program", "environment", "handset"]
Outcome = Literal["none", "pending", "ok", "fail"]
ApiState = Literal["works", "simulated", "unsupported"]


class Direction(StrEnum):
    """Which way a message went."""

    HOST_TO_LOGIC = "host→logic"
    LOGIC_TO_HOST = "logic→host"
    HOST_TO_VIEW = "host→view"
    VIEW_TO_HOST = "view→host"


@dataclass(frozen=True, slots=True)
class DomTiming:
    """Where the time of one DOM batch went, in milliseconds.

    `wire_ms` is everything between the logic process and the page that is neither of the two. What comes before the
    paint is part of `paint_ms` unless it was measured (`runtime.protocol.view.Rendered`).
    """

    logic_ms: float
    wire_ms: float
    view_ms: float
    paint_ms: float
    wait_ms: float = 0.0
    style_ms: float = 0.0
    layout_ms: float = 0.0

    @property
    def seen_ms(self) -> float:
        """From the batch's coming to the page until it is on the screen."""
        return self.view_ms + self.wait_ms + self.style_ms + self.layout_ms + self.paint_ms

    def parts(self) -> tuple[tuple[str, float], ...]:
        """Name and length of each, in their order."""
        measured = (("wait", self.wait_ms), ("style", self.style_ms), ("layout", self.layout_ms))
        found = measured if self.wait_ms or self.style_ms or self.layout_ms else ()
        return (
            ("logic", self.logic_ms), ("wire", self.wire_ms), ("view", self.view_ms), *found, ("paint", self.paint_ms),
        )  # fmt: skip


def own_frames(stack: Sequence[StackFrame]) -> list[StackFrame]:
    """The frames in the user's own files; where there are none, all that are in any."""
    placed = [frame for frame in stack if frame.file]
    return [frame for frame in placed if not frame.library] or placed


class Record(Struct, frozen=True):
    """One entry of the timeline. A record with a `sequence` that was seen before replaces the earlier one.

    `payload` is JSON: the argument previews of a `log` and a `result`, the arguments of an `api`, the whole message
    of a `bridge`; the source text of an `input`. `payload_cut` says that it is a prefix or was dropped to save memory.
    An `api` was ended by the check of its arguments, by what steps in, or by its handler (`ended_by`);
    `rule` names the mock rule.
    `title` is the same content as one line of plain text in no particular language. `code` with `detail` names a
    sentence of Handset's own (`launch`, `busy`), for which the reader has words. `form`, `groups` and `opens` are as of
    `logic.Log`, the numbers of groups told apart over all runs.
    """

    sequence: int
    time_ms: float  # Unix time
    kind: Kind
    title: str
    direction: Direction | None = None
    level: Level = "info"
    origin: Origin = "program"
    outcome: Outcome = "none"
    page_id: int = 0
    page: str = ""
    size_bytes: int = 0
    payload: bytes = b""
    payload_cut: bool = False
    result: bytes = b""
    stack: tuple[StackFrame, ...] = ()
    duration_ms: float | None = None
    api_state: ApiState | None = None
    ended_by: str = ""
    rule: str = ""
    timing: DomTiming | None = None
    routine: bool = False  # a forwarded copy, an acknowledgement or a heartbeat
    code: str = ""
    detail: Mapping[str, str] = {}
    form: LogForm = ""
    groups: tuple[int, ...] = ()
    opens: int = 0

    @property
    def is_final(self) -> bool:
        """Whether no later state of this record is expected."""
        return self.outcome != "pending"
