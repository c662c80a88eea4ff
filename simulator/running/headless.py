"""A program without a window, for the command line and tests: start, act, wait until it rests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QImage

from runtime.protocol import automation, logic
from simulator.build.project_build import ProjectBuild
from simulator.running import steps
from simulator.running.interruption import Interruption
from simulator.running.options import ProgramOptions
from simulator.running.steps import Steps, T
from simulator.running.together import carried_out

if TYPE_CHECKING:
    from simulator.running.ends import Neighbours


class HeadlessProgram:
    """Drives one `RunningProgram` from plain sequential code. Made by `headless_program`.

    `watches`: whether changes on disk are taken up; `neighbours`: another phone than the usual one; `laid_over`: files
    by path that count in place of those on disk. With `interruption` every wait ends by KeyboardInterrupt when the user
    wants the process to end. `first`: another program of the project, whose build this one shares.
    """

    def __init__(
        self,
        root: Path,
        options: ProgramOptions,
        interruption: Interruption | None = None,
        neighbours: Neighbours | None = None,
        *,
        watches: bool = False,
        laid_over: Mapping[str, str] = MappingProxyType({}),
        first: HeadlessProgram | None = None,
    ) -> None:
        from simulator.running.program import RunningProgram

        self.interruption = interruption
        self._owns_build = first is None
        self._build: ProjectBuild = first._build if first else ProjectBuild(root, watches=watches, laid_over=laid_over)
        # Nobody sits at this phone whose clipboard a program may have.
        world = {"clipboard.isShared": False, **options.world}
        self.program = RunningProgram(self._build, replace(options, world=world), neighbours)
        if options.record is not None:
            self.program.recording.start(options.record, os.path.basename(os.path.realpath(root)))
        self.why_stopped = ""
        self.program.state_changed.connect(self._note_state)
        self.program.phone.show()

    def launch(self, path: str = "", query: str = "", *, timeout_s: float) -> None:
        """Starts the program and waits until its first page is on the screen and at rest. Raises Deadline."""
        self.program.launch(path, query)
        self.carry_out(steps.started(self.program, timeout_s))

    def beside(self, options: ProgramOptions) -> HeadlessProgram:
        """Another program of the same project, on a phone of its own. It is closed before this one."""
        return HeadlessProgram(self.program.root, options, self.interruption, first=self)

    def carry_out(self, todo: Steps[T]) -> T:
        """Takes steps with the program one after the other; what they raise is raised."""
        return carried_out(self.program, todo, self.interruption)

    def lay_over(self, files: Mapping[str, str]) -> None:
        """Gives the running program more files that are not on the disk, such as pages that a test needs."""
        self._build.lay_over(files)

    def _note_state(self, state: str, detail: str) -> None:
        if state == "stopped":
            self.why_stopped = detail

    def is_page_drawn(self) -> bool:
        """Whether the visible page has been on the screen, or nothing will come because the program has ended."""
        return steps.is_page_drawn(self.program)

    def until_rested(self, timeout_s: float) -> bool:
        """Waits until nothing is under way; False when the program is still busy at the end of the time."""
        return self.carry_out(steps.rested(self.program, timeout_s))

    def until_advised(self, timeout_s: float) -> None:
        """Waits until the findings about the project are complete. Raises Deadline."""
        self.carry_out(steps.advised(self.program, timeout_s))

    def until(self, condition: Callable[[], bool], what: str, timeout_s: float) -> None:
        """Waits for `condition`, looking at every message and state change. Raises Deadline."""
        self.carry_out(steps.waited(condition, what, timeout_s))

    def rebuild(self, timeout_s: float) -> None:
        """Compiles what has changed on disk, and waits until the program has taken it up. Raises Deadline."""
        ends: list[object] = []
        links = [self._build.finished.connect(lambda *told: ends.append(told)), self._build.failed.connect(ends.append)]
        try:
            self._build.request()
            self.until(lambda: bool(ends), "the project to be built", timeout_s)
        finally:
            for link in links:
                QObject.disconnect(link)

    def pause(self, pause_ms: int) -> None:
        """Lets the program go on for a while."""
        loop = QEventLoop()
        QTimer.singleShot(pause_ms, loop.quit)
        if self.interruption is not None:
            self.interruption.asked.connect(loop.quit)
        loop.exec()
        if self.interruption is not None and self.interruption.exit_code:
            raise KeyboardInterrupt

    def evaluate(self, code: str, *, timeout_s: float = 10.0) -> logic.Evaluated:
        """Evaluates source text in the context of the visible page."""
        return self.carry_out(steps.evaluated(self.program, code, timeout_s))

    def automate(self, action: automation.AutomationAction, timeout_s: float = 10.0) -> Any:
        """Input on the visible page, or a question about it. Raises ActionFailed with the view's reason."""
        return self.carry_out(steps.automated(self.program, action, timeout_s))

    def screenshot(self) -> QImage:
        """The phone's screen, when animations that end within two seconds have ended."""
        return self.carry_out(steps.pictured(self.program, 10.0))

    def close(self) -> None:
        """Ends the program."""
        self.program.close()
        if self._owns_build:
            self._build.close()
        self.program.phone.close()
        ended = [self.program.phone, self.program, *([self._build] if self._owns_build else [])]
        for one in ended:
            one.deleteLater()
        # The page must be gone before its browser profile goes with the application; and what belongs to a thread must
        # go in it, not whenever and wherever Python collects its garbage.
        for one in ended:
            QCoreApplication.sendPostedEvents(one, QEvent.Type.DeferredDelete)


@contextmanager
def headless_program(
    root: Path, options: ProgramOptions | None = None, *, watches: bool = False
) -> Iterator[HeadlessProgram]:
    """A program on an invisible phone. Makes the Qt application if there is none."""
    prepare_headless()
    interruption = Interruption()
    options = options or ProgramOptions(animations=False, dialogs="accept")
    driver = HeadlessProgram(root, options, interruption, watches=watches)
    try:
        yield driver
    finally:
        interruption.close()
        driver.close()


def prepare_headless() -> None:
    """Makes the Qt application, off screen unless the caller has chosen a platform."""
    from PySide6.QtWidgets import QApplication

    from simulator.phone import prepare_environment, register_scheme
    from simulator.phone.qt_messages import quieten_qt

    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        prepare_environment()
        register_scheme()
        quieten_qt()
        application = QApplication(["handset"])
        application.setApplicationName("Handset")
        application.setQuitOnLastWindowClosed(False)
        # No picture depends on whether a caret is just to be seen.
        application.setCursorFlashTime(0)
        # Qt must not lose the application while this process lives.
        application.setProperty("self", application)
