"""The variables of the frame that is looked at, and the watched expressions, as rows. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ide.models.console.lines import Span
from ide.models.data_tree import json_text
from ide.models.debug_session import DebugSession
from ide.models.member_tree import Fetch, MemberTree
from ide.models.tree_rows import Path, TreeRow
from simulator.bridge.preview import Preview, has_members, inline
from simulator.debug.debugger import Evaluation, Frame, Pause, Scope

_OPEN_AT_FIRST = frozenset(("local", "block", "catch"))


class Variables:
    """Scopes and what is in them. What was opened stays open from pause to pause."""

    def __init__(self, fetch: Fetch, changed: Callable[[], None], name_of: Callable[[str], str]) -> None:
        self._members = MemberTree(fetch, changed)
        self._name_of = name_of
        self._objects: dict[Path, int] = {}
        self._closed: set[Path] = set()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row."""
        if len(path) == 1 and path[0].split(" ")[0] in _OPEN_AT_FIRST:
            self._closed ^= {path}
        else:
            self._members.toggle(path)

    def renew(self) -> None:
        """A value was changed: all are asked for again."""
        self._members.renew()

    def place(self, path: Path) -> tuple[int, str] | None:
        """The object that a row's value is a member of, and its name in it."""
        return (self._objects[path[:-1]], path[-1]) if path[:-1] in self._objects else None

    def rows(self, pause: Pause | None, frame: Frame | None) -> Iterator[TreeRow]:
        """Exception, `this`, and the scopes, innermost first."""
        self._objects.clear()
        if pause and pause.exception is not None:
            yield from self._value_rows(("exception",), self._name_of("exception"), pause.exception)
        if frame is None:
            return
        if frame.this:
            yield from self._value_rows(("this",), "this", frame.this)
        for number, scope in enumerate(frame.scopes):
            yield from self._scope_rows((f"{scope.kind} {number}",), scope)

    def _scope_rows(self, path: Path, scope: Scope) -> Iterator[TreeRow]:
        is_open = path not in self._closed if scope.kind in _OPEN_AT_FIRST else self._members.is_open(path)
        label = self._name_of(scope.kind) + (f" ({scope.name})" if scope.name else "")
        yield TreeRow(path, (Span(label, "name"),), is_open)
        if is_open:
            value: Preview = {"t": "object", "id": scope.object_id, "more": True}
            self._objects[path] = scope.object_id
            yield from self._members.rows(value, path, 1, self._edit_text)

    def _value_rows(self, path: Path, name: str, value: Preview) -> Iterator[TreeRow]:
        is_open = self._members.is_open(path) if has_members(value) else None
        yield TreeRow(path, (Span(name, "key"), Span(": "), *_spans(value)), is_open)
        if is_open:
            yield from self._members.rows(value, path, 1, self._edit_text)

    def _edit_text(self, path: Path, parent: Preview, name: str, member: Preview) -> str | None:
        if object_id := int(parent.get("id") or 0):
            self._objects[path[:-1]] = object_id
        return "undefined" if member.get("t") == "undefined" else json_text(member)


class Watches:
    """The watched expressions and what came of them."""

    def __init__(self, fetch: Fetch, changed: Callable[[], None]) -> None:
        self._members = MemberTree(fetch, changed)
        self._changed = changed
        self._found: dict[str, Evaluation] = {}

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row."""
        self._members.toggle(path)

    def ask(self, session: DebugSession) -> None:
        """Evaluates all of them anew."""
        self._found.clear()
        for expression in session.kept.watches:
            session.evaluate(expression, lambda found, expression=expression: self._arrived(expression, found))  # type: ignore[misc]

    def rows(self, expressions: Sequence[str]) -> Iterator[TreeRow]:
        """A row for each, to be edited; what it is a part of follows."""
        for expression in expressions:
            found = self._found.get(expression)
            value = found.value if found and not found.error else {}
            is_open = self._members.is_open((expression,)) if has_members(value) else None
            yield TreeRow((expression,), (Span(expression, "key"), Span(": "), *_result(found)), is_open, expression)
            if is_open:
                yield from self._members.rows(value, (expression,), 1, lambda *_parts: None)

    def _arrived(self, expression: str, found: Evaluation) -> None:
        self._found[expression] = found
        self._changed()


def _result(found: Evaluation | None) -> tuple[Span, ...]:
    if found is None:
        return (Span("…", "dim"),)
    return (Span(found.error, "fail"),) if found.error else _spans(found.value)


def _spans(value: Preview) -> tuple[Span, ...]:
    return tuple(Span(piece.text, piece.role) for piece in inline(value, nested=True))
