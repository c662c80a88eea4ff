"""Requests about values: scopes, their variables and members, and source text evaluated or assigned in a frame."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from simulator.bridge.preview import Preview
from simulator.debug.dap.desk import Desk
from simulator.debug.dap.references import Referred
from simulator.debug.dap.requests import Arguments, DapError, Reply, Request
from simulator.debug.debugger import Evaluation, Scope
from simulator.debug.member_pages import gather_members

SCOPES = {
    "local": "Local", "block": "Block", "catch": "Catch", "closure": "Closure", "module": "Module", "global": "Global",
}  # fmt: skip
_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*\Z")


class InFrame(Arguments, frozen=True):
    """Of scopes."""

    frame_id: int


class Variables(Arguments, frozen=True):
    """Of variables."""

    variables_reference: int
    filter: Literal["indexed", "named"] | None = None
    start: int | None = None
    count: int | None = None


class SetVariable(Arguments, frozen=True):
    """Of setVariable."""

    variables_reference: int
    name: str
    value: str


class SetExpression(Arguments, frozen=True):
    """Of setExpression."""

    expression: str
    value: str
    frame_id: int = 0


class Evaluate(Arguments, frozen=True):
    """Of evaluate; the context (watch, hover, repl) makes no difference."""

    expression: str
    frame_id: int = 0


class VariableRequests:
    """Of one client."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def requests(self) -> Mapping[str, Request[Any]]:
        """By command."""
        return {
            "scopes": Request(InFrame, self._scopes),
            "variables": Request(Variables, self._variables),
            "setVariable": Request(SetVariable, self._set_variable),
            "setExpression": Request(SetExpression, self._set_expression),
            "evaluate": Request(Evaluate, self._evaluate),
        }

    def _scopes(self, asked: InFrame, reply: Reply) -> None:
        pause = self._desk.debugger.pause_now
        frames = () if pause is None else pause.frames
        frame = next((one for one in frames if one.frame_id == asked.frame_id), None)
        if frame is None:
            raise DapError("The frame is there no more")
        this = [frame.this or None, *[None] * len(frame.scopes)]
        reply.done(scopes=[self._scope(scope, value) for scope, value in zip(frame.scopes, this, strict=False)])

    def _scope(self, scope: Scope, this: Preview | None = None) -> dict[str, Any]:
        title = SCOPES[scope.kind]
        return {
            "name": f"{title}: {scope.name}" if scope.name else title,
            "variablesReference": self._desk.references.add(Referred(scope.object_id, "", is_scope=True, this=this)),
            "expensive": scope.kind == "global",
            **({"presentationHint": "locals"} if scope.kind == "local" else {}),
        }

    def _variables(self, asked: Variables, reply: Reply) -> None:
        referred = self._referred(asked.variables_reference)
        start = max(0, asked.start or 0)
        if referred.is_array and asked.filter == "named":
            # The members of an array that have names are few, and none is shown.
            reply.done(variables=[])
            return

        def answer(found: Sequence[tuple[str, Preview]]) -> None:
            this = [] if referred.this is None else [("this", referred.this)]
            reply.done(variables=[self._variable(referred, name, value) for name, value in [*this, *found]])

        gather_members(self._desk.debugger.members, referred.object_id, answer, start=start, count=asked.count or 0)

    def _variable(self, owner: Referred, name: str, value: Preview) -> dict[str, Any]:
        expression = member_expression(owner, name)
        named = {"evaluateName": expression} if expression else {}
        return {"name": name, **self._desk.references.shown(value, expression), **named}

    def _set_variable(self, asked: SetVariable, reply: Reply) -> None:
        referred = self._referred(asked.variables_reference)
        self._desk.debugger.set_variable(
            referred.object_id, asked.name, asked.value, lambda found: self._answer(found, reply, "value")
        )

    def _set_expression(self, asked: SetExpression, reply: Reply) -> None:
        code = f"{asked.expression} = ({asked.value}\n)"
        self._desk.debugger.evaluate(asked.frame_id, code, lambda found: self._answer(found, reply, "value"))

    def _evaluate(self, asked: Evaluate, reply: Reply) -> None:
        self._desk.debugger.evaluate(
            asked.frame_id,
            asked.expression,
            lambda found: self._answer(found, reply, "result", asked.expression.strip()),
        )

    def _answer(self, found: Evaluation, reply: Reply, key: str, expression: str = "") -> None:
        if found.error:
            reply.fail(found.error)
            return
        shown = self._desk.references.shown(found.value, expression)
        reply.done(**{key: shown.pop("value")}, **shown)

    def _referred(self, number: int) -> Referred:
        referred = self._desk.references.find(number)
        if referred is None:
            raise DapError("The value is there no more: the program has gone on")
        return referred


def member_expression(owner: Referred, name: str) -> str:
    """Source text that leads to a member."""
    if owner.is_scope:
        return name
    if not owner.expression:
        return ""
    if owner.is_array or name.isdecimal():
        return f"{owner.expression}[{name}]"
    if _IDENTIFIER.match(name):
        return f"{owner.expression}.{name}"
    quoted = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"{owner.expression}['{quoted}']"
