"""What the editor's margin and text show of debugging, and what clicks there mean. Knows no Qt.

Stands between a `DebugSession` and the editor page; which files the page has is none of its business, it is told.
"""

from __future__ import annotations

from collections.abc import Callable

from ide.models.debug_session import DebugSession, ShownBreakpoint, UserBreakpoint
from ide.models.editor_messages import (
    BreakpointMark,
    BreakpointsMoved,
    FromMargin,
    MarginClicked,
    SetBreakpoints,
    ShowPause,
    ToPage,
    ValueAsked,
    ValueFound,
)
from simulator.bridge.preview import Preview, inline, members
from simulator.debug.debugger import Evaluation

MAX_VALUE_TEXT = 60
MAX_HOVER_TEXT = 2000
_NAMED_SCOPES = frozenset(("local", "block", "catch"))


class EditorMargin:
    """`keeps_names`: whether the variables of a file are called as it calls them; values of others are not shown.

    `menu_asked` hears of clicks that want a menu: file, line and the breakpoint there, if any."""

    def __init__(
        self,
        session: DebugSession,
        members_of: Callable[[int, int, Callable[[Preview | None], None]], None],
        keeps_names: Callable[[str], bool],
        send: Callable[[ToPage], None],
    ) -> None:
        self.menu_asked: Callable[[str, int, UserBreakpoint | None], None] = lambda file, line, there: None
        self._session = session
        self._members_of = members_of
        self._keeps_names = keeps_names
        self._send = send
        self._marked: set[str] = set()
        self._values: dict[str, str] = {}
        self._pauses = 0
        self._stops = (
            session.changed.connect(lambda _nothing: self.draw_breakpoints()),
            session.moved.connect(lambda _nothing: self.draw_pause()),
        )

    def close(self) -> None:
        """The project is being closed."""
        for stop in self._stops:
            stop()

    def receive(self, message: FromMargin) -> None:
        """What the user did in the page."""
        match message:
            case MarginClicked(path, line, False):
                self._session.toggle(path, line)
            case MarginClicked(path, line, True):
                self.menu_asked(path, line, self._session.at(path, line))
            case BreakpointsMoved(path, lines):
                self._session.lines_moved(path, dict(lines))
            case ValueAsked(request_id, expression):
                if (frame := self._session.frame) and not self._keeps_names(frame.file):
                    self._send(ValueFound(request_id, ""))
                    return
                self._session.evaluate(expression, lambda found: self._found(request_id, found))

    def file_opened(self, path: str) -> None:
        """The page has a file now that it did not have."""
        if path in self._marked:
            self._send(SetBreakpoints(path, self._marks(path)))
        self.draw_pause()

    def draw_breakpoints(self) -> None:
        """All marks of all files."""
        files = {one.user.file for one in self._session.breakpoints}
        for file in sorted(files | self._marked):
            self._send(SetBreakpoints(file, self._marks(file)))
        self._marked = files

    def draw_pause(self) -> None:
        """Where it stands, first without values; they follow."""
        self._pauses += 1
        self._values = {}
        self._send(self._pause())
        frame = self._session.frame
        for scope in frame.scopes if frame and self._keeps_names(frame.file) else ():
            if scope.kind in _NAMED_SCOPES:
                self._members_of(scope.object_id, 0, self._taker(self._pauses))

    def _taker(self, pause: int) -> Callable[[Preview | None], None]:
        def take(found: Preview | None) -> None:
            if found is None or pause != self._pauses:
                return
            # The innermost scope comes first, and its names hide those outside.
            values = {name: _text(value, MAX_VALUE_TEXT) for name, value in members(found) if not _is_unset(value)}
            self._values = values | self._values
            self._send(self._pause())

        return take

    def _pause(self) -> ShowPause:
        session = self._session
        frame = session.frame
        if frame is None or session.pause is None or not frame.file:
            return ShowPause("")
        return ShowPause(frame.file, frame.line, frame is session.pause.frames[0], dict(self._values))

    def _found(self, request_id: int, found: Evaluation) -> None:
        self._send(ValueFound(request_id, "" if found.error else _text(found.value, MAX_HOVER_TEXT)))

    def _marks(self, file: str) -> tuple[BreakpointMark, ...]:
        return tuple(self._mark(one) for one in self._session.breakpoints if one.user.file == file)

    def _mark(self, shown: ShownBreakpoint) -> BreakpointMark:
        user, bound = shown
        if not user.is_on or not self._session.are_active:
            return BreakpointMark(shown.line, "off")
        if bound is None or not bound.verified:
            return BreakpointMark(shown.line, "pending", bound.message if bound else "")
        if user.log_message:
            return BreakpointMark(shown.line, "log", user.log_message)
        condition = " ".join(filter(None, (user.condition, user.hit_condition)))
        return BreakpointMark(shown.line, "condition" if condition else "on", condition)


def _is_unset(value: Preview) -> bool:
    """A variable whose declaration has not run."""
    return value.get("t") == "error" and str(value.get("v", "")).startswith("ReferenceError")


def _text(value: Preview, limit: int) -> str:
    text = "".join(piece.text for piece in inline(value, nested=True))
    return text if len(text) <= limit else f"{text[:limit]}…"
