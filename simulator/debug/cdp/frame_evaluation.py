"""Source text in a frame of a paused program, and the variables of its scopes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from runtime.protocol.logic import Evaluated
from simulator.bridge.preview import Preview
from simulator.debug.cdp.commands import Reply
from simulator.debug.cdp.desk import Desk
from simulator.debug.cdp.exceptions import exception_details
from simulator.debug.cdp.json_values import by_value
from simulator.debug.cdp.remote_objects import remote_object
from simulator.debug.debugger import Evaluation
from simulator.debug.member_pages import gather_members


class Evaluating(Protocol):
    """How the value is wanted."""

    @property
    def expression(self) -> str: ...
    @property
    def object_group(self) -> str: ...
    @property
    def return_by_value(self) -> bool: ...
    @property
    def generate_preview(self) -> bool: ...


def evaluate_in_frame(desk: Desk, frame_id: int, asked: Evaluating, reply: Reply) -> None:
    """Answers with the value of source text in a frame (0: outside of all)."""

    def answer(found: Evaluation) -> None:
        if found.error:
            details = exception_details(desk.next_number(), found.error, found.stack, desk.places)
            reply.done(result=details["exception"], exceptionDetails=details)
        elif asked.return_by_value and found.value.get("id"):
            _answer_by_value(desk, int(found.value["id"]), reply)
        else:
            reply.done(
                result=remote_object(found.value, desk.ids, asked.object_group, with_preview=asked.generate_preview)
            )

    desk.debuggee.debugger.evaluate(frame_id, asked.expression, answer)


def list_scope(desk: Desk, object_id: int, reply: Reply) -> None:
    """Answers with the variables of a scope, as members of an object."""

    def answer(found: Sequence[tuple[str, Preview]]) -> None:
        reply.done(result=[_variable(desk, name, value) for name, value in found])

    gather_members(desk.debuggee.debugger.members, object_id, answer)


def _variable(desk: Desk, name: str, value: Preview) -> dict[str, Any]:
    remote = remote_object(value, desk.ids)
    return {"name": name, "value": remote, "writable": True, "configurable": False, "enumerable": True, "isOwn": True}


def _answer_by_value(desk: Desk, object_id: int, reply: Reply) -> None:
    def answer(found: Evaluated) -> None:
        if found.error:
            reply.fail("Object couldn't be returned by value")
        else:
            reply.done(result=by_value(found.json))

    desk.debuggee.values.call_function("function () { return this; }", object_id, (), answer, form="json")
