"""What the Debug panel does, without Qt: frames, variables, watched expressions and breakpoints as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Protocol

from ide.models.console.lines import Span
from ide.models.debug_session import TEXT_MEMBERS, DebugSession, ExceptionPauses, ShownBreakpoint, UserBreakpoint
from ide.models.panel_presenter import Badge, PanelDesk, PanelPresenter
from ide.models.tree_rows import Path, TreeRow
from ide.panels.debug.values import Variables, Watches
from simulator.debug.debugger import Evaluation, Frame, Location, Step

_EVENT = re.compile(r"^(capture-)?(mut-)?(bind|catch):?(?=.)")
"""What stands before the name of an event in a template."""


class DebugView(Protocol):
    """What the presenter asks of the widget."""

    def show_all(self) -> None:
        """Draws what the presenter has."""


class DebugPresenter(PanelPresenter[DebugView]):
    """For one project."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.session: DebugSession = desk.debugging
        members = desk.target.debugger.members
        self._texts = desk.appearance.texts
        self._variables = Variables(members, self._draw, lambda kind: self._texts(f"debug.scope.{kind}"))
        self._watches = Watches(members, self._draw)
        self._stops = (self.session.changed.connect(self._changed), self.session.moved.connect(self._moved))

    def close(self) -> None:
        for stop in self._stops:
            stop()
        super().close()

    # -- what is shown

    @property
    def status(self) -> str:
        """Where the program stands and why."""
        pause = self.session.pause
        if pause is None:
            return self._texts("debug.runs")
        reason = self._texts(f"debug.reason.{pause.reason}", what=pause.description)
        return self._texts("debug.uncaught", reason=reason) if pause.is_uncaught else reason

    @property
    def frames(self) -> Sequence[TreeRow]:
        """The calls, the last one first."""
        frames = self.session.pause.frames if self.session.pause else ()
        return [TreeRow((str(index),), self._frame_spans(frame)) for index, frame in enumerate(frames)]

    @property
    def variables(self) -> Sequence[TreeRow]:
        """Scopes of the frame that is looked at."""
        return list(self._variables.rows(self.session.pause, self.session.frame))

    @property
    def watches(self) -> Sequence[TreeRow]:
        """The watched expressions."""
        return list(self._watches.rows(self.session.kept.watches))

    @property
    def breakpoints(self) -> Sequence[tuple[ShownBreakpoint, str]]:
        """Each with its words."""
        return [(one, self._breakpoint_text(one)) for one in self.session.breakpoints]

    def lines(self) -> list[str]:
        """Everything, one part after the other."""
        rows = [*self.frames, *self.variables, *self.watches]
        return [self.status, *(row.indented() for row in rows), *(text for _, text in self.breakpoints)]

    # -- what the user does

    def step(self, kind: Step) -> None:
        """One step."""
        self.session.step(kind)

    def choose_frame(self, path: Path) -> None:
        """Looks at a frame; its place is shown in the editor."""
        self.session.choose_frame(int(path[0]))

    def toggle_variable(self, path: Path) -> None:
        """Opens or closes."""
        self._variables.toggle(path)
        self._draw()

    def toggle_watch(self, path: Path) -> None:
        """Opens or closes."""
        self._watches.toggle(path)
        self._draw()

    def edit_variable(self, path: Path, code: str) -> None:
        """The user has typed another value, as source text."""
        place = self._variables.place(path)
        if place is None:
            return

        def done(found: Evaluation) -> None:
            if found.error:
                self._report("action_failed", detail=found.error)
            self._variables.renew()
            self.session.moved.emit(None)

        self._desk.target.debugger.set_variable(*place, code, done)

    def add_watch(self, expression: str) -> None:
        """One more expression."""
        if expression.strip():
            self.session.watch([*self.session.kept.watches, expression.strip()])

    def edit_watch(self, path: Path, expression: str) -> None:
        """Another expression in its place; none takes it away."""
        watches = [expression.strip() if one == path[0] else one for one in self.session.kept.watches]
        self.session.watch([one for one in watches if one])

    def open_breakpoint(self, one: UserBreakpoint) -> None:
        """Shows its line."""
        self.session.place_asked.emit(Location(one.file, one.line, one.column or 1))

    def pause_on_exceptions(self, which: ExceptionPauses) -> None:
        """Where exceptions are thrown."""
        self.session.pause_on_exceptions(which)

    def pause_on_apis(self, text: str) -> None:
        """Names of APIs, with commas or blanks between them."""
        names = text.replace(",", " ").split()
        self.session.pause_on_apis([name.removeprefix("wx.") for name in names])

    def pause_on_data(self, text: str) -> None:
        """Data paths, with commas or blanks between them."""
        self.session.pause_on_data(text.replace(",", " ").split())

    def pause_on_events(self, text: str) -> None:
        """Names of events and parts of life cycles, with commas or blanks between them; `bindtap` is `tap`."""
        self.session.pause_on_events([_EVENT.sub("", name) for name in text.replace(",", " ").split()])

    # -- within

    def _changed(self, _nothing: None) -> None:
        self._watches.ask(self.session)
        self._draw()

    def _moved(self, _nothing: None) -> None:
        frame = self.session.frame
        self.badged.emit(Badge(1 if frame else 0, is_bad=False))
        if frame:
            self._watches.ask(self.session)
        self._draw()

    def _draw(self) -> None:
        self._tell(lambda view: view.show_all())

    def _frame_spans(self, frame: Frame) -> tuple[Span, ...]:
        name = frame.function or self._texts("debug.anonymous")
        place = f"{PurePosixPath(frame.file).name}:{frame.line}" if frame.file else ""
        note = self._texts("debug.async") if frame.is_async else ""
        shown = Span(name, "dim" if self.session.is_foreign(frame) else "plain")
        return (shown, Span(f"  {place}", "link"), Span(f" {note}", "dim"))

    def _breakpoint_text(self, shown: ShownBreakpoint) -> str:
        user = shown.user
        more = [
            self._texts(f"debug.with_{member}", what=getattr(user, member))
            for member in TEXT_MEMBERS
            if getattr(user, member)
        ]
        if shown.bound and not shown.bound.verified and shown.bound.message:
            more.append(shown.bound.message)
        path = PurePosixPath(user.file)
        return "  ".join([f"{path.name}:{shown.line}", *more, str(path.parent)])
