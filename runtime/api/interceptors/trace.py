"""The trace: every call as a record, with its times, its answer and who ended it.

The last of the stages. It holds nothing and needs no call to travel: each place that carries calls out has one (that of
JavaScript is in interception.js), and a call that an earlier stage refuses or answers is told all the same. In the host
the records become the timeline, in the logic process the message ApiTrace.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from msgspec import Raw

from runtime.api.call import Call, Request
from runtime.api.handler import State
from runtime.protocol.calls import EndedBy


@dataclass(frozen=True, slots=True)
class CallEnd:
    """What has become of a call. `result` is the object for success or fail, as JSON; `rule` the mock rule's name."""

    ok: bool
    result: Raw
    ended_by: EndedBy
    duration_ms: float
    rule: str = ""


@dataclass(frozen=True, slots=True)
class TracedCall:
    """A call: told when it begins (`end` is None) and when it has ended. `began_ms` is Unix time."""

    request: Request
    state: State
    began_ms: float
    end: CallEnd | None = None


class Trace:
    """Tells of the calls of one pipeline, of their ends alone if nobody wants to hear of their beginnings (`began`).

    `wall` gives Unix seconds, `steady` seconds that only grow.
    """

    def __init__(
        self,
        ended: Callable[[TracedCall], object],
        began: Callable[[TracedCall], object] | None = None,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._ended = ended
        self._began = began
        self._wall = wall
        self._steady = steady
        self._open: dict[Call, tuple[State, float, float]] = {}

    def open(self, call: Call, state: State) -> None:
        """A call begins."""
        began_ms = self._wall() * 1000
        self._open[call] = state, began_ms, self._steady()
        call.when_ended(self._end)
        if self._began is not None:
            self._began(TracedCall(call.request, state, began_ms))

    def leave(self, call: Call) -> None:
        """The call goes on in another place, whose trace tells of its end."""
        self._open.pop(call, None)

    def leave_all(self) -> None:
        """The run is over: how its calls end concerns nobody."""
        self._open.clear()

    def _end(self, call: Call, ok: bool) -> None:
        opened = self._open.pop(call, None)
        if opened is None:
            return
        state, began_ms, since = opened
        end = CallEnd(ok, call.answer_json, call.holder, (self._steady() - since) * 1000, call.rule)
        self._ended(TracedCall(call.request, state, began_ms, end))
