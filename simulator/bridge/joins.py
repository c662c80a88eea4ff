"""Which message answers which, and the records that still wait for their answer."""

from __future__ import annotations

import msgspec

from runtime.protocol import logic, view
from runtime.protocol.program_questions import AskMemory, Dependents, Describe, FindNodes
from runtime.protocol.value_questions import CallFunction, ListMembers, Names
from simulator.bridge.record import Record

Key = tuple[str, *tuple[int, ...]]

MAX_WAITING = 10_000


class Joins:
    """Records whose answer has not come. The oldest are forgotten beyond 10,000."""

    def __init__(self) -> None:
        self._waiting: dict[Key, tuple[Record, float]] = {}

    def expect(self, key: Key, record: Record, since: float) -> None:
        """Remembers that `record`, sent at `since` (seconds), waits for the answer `key`."""
        self._waiting[key] = (record, since)
        if len(self._waiting) > MAX_WAITING:
            del self._waiting[next(iter(self._waiting))]

    def take(self, key: Key) -> tuple[Record, float] | None:
        """The record that waited for `key`, if any; it waits no longer."""
        return self._waiting.pop(key, None)


def asks(message: msgspec.Struct) -> Key | None:
    """The answer that this message waits for, or None."""
    match message:
        case logic.DomBatch():
            return ("dom", message.page_id, message.batch_id)
        case logic.ViewCall(request_id=number) if number:
            return ("view-reply", number)
        case logic.Evaluate(request_id=number) | CallFunction(request_id=number) | logic.SetData(request_id=number):
            return ("evaluated", number)
        case (
            logic.Inspect(request_id=number)
            | Names(request_id=number)
            | ListMembers(request_id=number)
            | Dependents(request_id=number)
            | Describe(request_id=number)
            | FindNodes(request_id=number)
            | AskMemory(request_id=number)
            | logic.AskPage(request_id=number)
        ):
            return ("inspected", number)
        case logic.Patch(request_id=number):
            return ("patched", number)
        case view.CallView(request_id=number) | view.CallShell(request_id=number) | view.Automate(request_id=number):
            return ("reply", number) if number else None
        case logic.Route():
            return ("route-done",)
    return None


def answered_by(message: msgspec.Struct) -> Key | None:
    """What this message answers, or None."""
    match message:
        case view.Rendered():
            return ("dom", message.page_id, message.batch_id)
        case logic.ApiResult(call_id=number, goes_on=True):
            return ("api", number)
        case logic.ApiTrace(call_id=number):
            return ("api-goes-on", number)
        case logic.ViewReply(request_id=number):
            return ("view-reply", number)
        case logic.Evaluated(request_id=number):
            return ("evaluated", number)
        case logic.Inspected(request_id=number):
            return ("inspected", number)
        case logic.Patched(request_id=number):
            return ("patched", number)
        case view.Reply(request_id=number):
            return ("reply", number)
        case logic.RouteDone():
            return ("route-done",)
    return None
