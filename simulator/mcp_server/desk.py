"""The program that an agent has open, and what is known of it. Everything here happens in the main thread."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from simulator.bridge.record import Record, own_frames
from simulator.debug.debugger import Breakpoint, DebugListener, Pause, Script
from simulator.testing.app import App
from simulator.testing.failure import DeadlineFailure
from simulator.testing.run import Run
from simulator.testing.settings import RunSettings

KEPT_RECORDS = 5000
DEADLINE_S = 10.0


class Refused(Exception):
    """What was asked cannot be done; the text says why and what can."""


class Desk:
    """`roots`: folders in which projects may be opened."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = [Path(os.path.realpath(root)) for root in roots]
        self._app: App | None = None
        self.records: deque[Record] = deque(maxlen=KEPT_RECORDS)
        self._stands = _Stands()

    @property
    def app(self) -> App:
        """The open program. Raises Refused."""
        if self._app is None:
            raise Refused("no project is open: call open_project first")
        return self._app

    @property
    def run(self) -> Run:
        """That of the program."""
        return self.app.run

    @property
    def pause(self) -> Pause | None:
        """Where the program stands, if it does."""
        return self.run.program.debugger.pause_now

    def folder(self, project: str) -> Path:
        """A project's folder (relative ones: in the first root). Raises Refused for one elsewhere."""
        folder = Path(os.path.realpath(self._roots[0] / project))
        if not any(folder.is_relative_to(root) for root in self._roots):
            raise Refused(f"{project} lies outside of {', '.join(map(str, self._roots))}")
        return folder

    def open(self, project: str, page: str, device: str) -> dict[str, Any]:
        """Starts a project on a page; one that was open is closed."""
        folder = self.folder(project)
        self.close()
        run = Run(RunSettings(folder, "full", device, dialogs="ask", deadline_s=DEADLINE_S, start_s=120.0))
        try:
            run.program.recorder.subscribe(self._recorded)
            run.start_again()
            self._app = App(run)
        except BaseException:
            run.close()
            raise
        run.program.debugger.listen(self._stands)
        if page:
            self._app.page.goto(page)
        return self.where()

    def close(self) -> None:
        """Ends the program, if one is open."""
        app, self._app = self._app, None
        self.records.clear()
        if app is not None:
            app.run.close()

    def where(self) -> dict[str, Any]:
        """What the program is doing, and where."""
        app = self.app
        told: dict[str, Any] = {
            "project": str(app.run.settings.project),
            "state": app.run.program.state,
            "stack": [page.url for page in app.pages],
            "dialogs": [{"title": one.title, "content": one.content, "items": one.items} for one in app.dialogs.open],
            "toast": app.toast,
            "errors": app.errors[-5:],
        }
        if self.pause is not None:
            told["paused"] = self.stands()
        return told

    def stands(self) -> dict[str, Any]:
        """Where the program is paused. Raises Refused if it runs."""
        pause = self.pause
        if pause is None:
            raise Refused("the program is not paused")
        frames = [
            {"number": number, "function": frame.function, "file": frame.file, "line": frame.line}
            for number, frame in enumerate(pause.frames)
            if not frame.is_library
        ]
        return {"reason": pause.reason, "description": pause.description, "frames": frames}

    def act(self, action: Callable[[], object]) -> dict[str, Any]:
        """Does something with the program and says where it is then; a pause on the way is no failure."""
        try:
            action()
            self.run.driver.until_rested(2.0)
        except DeadlineFailure:
            if self.pause is None:
                raise
        return self.where()

    def _recorded(self, records: Sequence[Record]) -> None:
        self.records.extend(records)


class _Stands(DebugListener):
    """A program can be paused while somebody listens; what is told is asked for when needed."""

    def paused(self, pause: Pause) -> None:
        pass

    def resumed(self) -> None:
        pass

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        pass

    def script_loaded(self, script: Script) -> None:
        pass


def told_record(record: Record) -> dict[str, Any]:
    """A line of the console or the timeline."""
    frame = next(iter(own_frames(record.stack)), None)
    told: dict[str, Any] = {
        "number": record.sequence, "kind": record.kind, "level": record.level, "text": record.title,
    }  # fmt: skip
    if frame is not None:
        told["place"] = f"{frame.file}:{frame.line}"
    if record.page:
        told["page"] = record.page
    return told


def told_breakpoint(one: Breakpoint) -> dict[str, Any]:
    """A breakpoint, and why it is not bound if it is not."""
    return {"id": one.id, "file": one.file, "line": one.line, "bound": one.verified, "message": one.message}
