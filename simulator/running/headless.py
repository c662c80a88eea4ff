"""A program without a window, for the command line and tests: start, act, wait until it rests."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QImage

from runtime.protocol import automation, logic, view
from simulator.build.project_build import ProjectBuild
from simulator.running.interruption import Interruption
from simulator.running.options import ProgramOptions
from simulator.session.activity import QUIET_MS

if TYPE_CHECKING:
    from simulator.running.program import RunningProgram

DEAD = frozenset({"hung", "crashed", "stopped"})
"""States in which nothing more is to be expected."""


class Deadline(Exception):
    """Something that was waited for did not happen; the text says what."""


class ActionFailed(Exception):
    """The phone could not do what was asked, for example tap an element that is not there."""


class HeadlessProgram:
    """Drives one `RunningProgram` from plain sequential code. Made by `headless_program`.

    `watches`: whether changes on disk are taken up. With `interruption` every wait ends by KeyboardInterrupt when the
    user wants the process to end.
    """

    def __init__(
        self, root: Path, options: ProgramOptions, interruption: Interruption | None = None, *, watches: bool = False
    ) -> None:
        from simulator.running.program import RunningProgram

        self._interruption = interruption
        self._build = ProjectBuild(root, watches=watches)
        # Nobody sits at this phone whose clipboard a program may have.
        world = {"clipboard.isShared": False, **options.world}
        self.program = RunningProgram(self._build, replace(options, world=world))
        self.why_stopped = ""
        self.program.state_changed.connect(self._note_state)
        self.program.phone.show()

    def launch(self, path: str = "", query: str = "", *, timeout_s: float) -> None:
        """Starts the program and waits until its first page is on the screen and at rest. Raises Deadline."""
        self.program.launch(path, query)
        self.until(lambda: self.program.state != "starting", "the project to be built", timeout_s)
        self.until(lambda: self.program.page is None or self.is_page_drawn(), "the first page to be drawn", timeout_s)
        self.until_rested(timeout_s)

    def _note_state(self, state: str, detail: str) -> None:
        if state == "stopped":
            self.why_stopped = detail

    def is_page_drawn(self) -> bool:
        """Whether the visible page has been on the screen, or nothing will come because the program has ended."""
        page = self.program.page
        is_drawn = page is not None and page.page_id in self.program.first_render_ms
        return is_drawn or self.program.state != "running"

    def until_rested(self, timeout_s: float) -> bool:
        """Waits until nothing is under way; False when the program is still busy at the end of the time."""
        started = time.perf_counter()
        program = self.program
        try:
            if program.state == "running":
                # What was sent before has been carried out when this has been answered.
                answers: list[logic.Evaluated] = []
                program.evaluate("0", answers.append, in_page=False)
                self.until(lambda: bool(answers) or program.state != "running", "the program to answer", timeout_s)
            left_s = max(0.1, timeout_s - (time.perf_counter() - started))
            self.until(_Rest(program).is_there, "the program to rest", left_s)
        except Deadline:
            return False
        return program.state not in DEAD

    def until_advised(self, timeout_s: float) -> None:
        """Waits until the findings about the project are complete. Raises Deadline."""

        def is_advised() -> bool:
            return self.program.build is None or self.program.build.lint_units is not None

        self.until(is_advised, "the project to be checked", timeout_s)

    def until(self, condition: Callable[[], bool], what: str, timeout_s: float) -> None:
        """Waits for `condition`, looking at every message and state change. Raises Deadline."""
        self._go_on()
        loop = QEventLoop()
        state = {"met": False}

        def look() -> None:
            if condition():
                state["met"] = True
                loop.quit()

        deadline = QTimer(singleShot=True, interval=int(timeout_s * 1000))
        deadline.timeout.connect(loop.quit)
        # Rest shows only in the absence of messages, so silence is looked at as well.
        silence = QTimer(interval=int(QUIET_MS / 4))
        silence.timeout.connect(look)
        self.program.traffic.connect(look)
        self.program.state_changed.connect(look)
        try:
            QTimer.singleShot(0, look)
            deadline.start()
            silence.start()
            self._run(loop)
        finally:
            self.program.traffic.disconnect(look)
            self.program.state_changed.disconnect(look)
            deadline.stop()
            silence.stop()
        if not state["met"]:
            pending = ", ".join(self.program.activity.pending()) or "nothing is under way"
            raise Deadline(f"waited {timeout_s:g} s for {what} ({pending})")

    def pause(self, pause_ms: int) -> None:
        """Lets the program go on for a while."""
        loop = QEventLoop()
        QTimer.singleShot(pause_ms, loop.quit)
        self._run(loop)

    def _run(self, loop: QEventLoop) -> None:
        if self._interruption is not None:
            self._interruption.asked.connect(loop.quit)
        loop.exec()
        self._go_on()

    def _go_on(self) -> None:
        if self._interruption is not None and self._interruption.exit_code:
            raise KeyboardInterrupt

    def evaluate(self, code: str, *, timeout_s: float = 10.0) -> logic.Evaluated:
        """Evaluates source text in the context of the visible page."""
        answers: list[logic.Evaluated] = []
        self.program.evaluate(code, answers.append)
        self.until(lambda: bool(answers), "the evaluation", timeout_s)
        return answers[0]

    def automate(self, action: automation.AutomationAction, timeout_s: float = 10.0) -> Any:
        """Input on the visible page, or a question about it. Raises ActionFailed with the view's reason."""
        replies: list[view.Reply] = []
        self.program.automate(action, replies.append)
        self.until(lambda: bool(replies), f"the phone to {type(action).__name__}", timeout_s)
        if replies[0].error:
            raise ActionFailed(replies[0].error)
        return msgspec.json.decode(replies[0].result)

    def screenshot(self) -> QImage:
        """The phone's screen, when animations that end within two seconds have ended."""
        self.automate(automation.Settled())
        return self.program.phone.screenshot()

    def close(self) -> None:
        """Ends the program."""
        self.program.close()
        self._build.close()
        self.program.phone.close()
        self.program.phone.deleteLater()
        # The page must be gone before its browser profile goes with the application; and what belongs to a thread must
        # go in it, not whenever and wherever Python collects its garbage.
        self.program.deleteLater()
        self._build.deleteLater()
        for ended in (self.program.phone, self.program, self._build):
            QCoreApplication.sendPostedEvents(ended, QEvent.Type.DeferredDelete)


class _Rest:
    """Whether a program rests: nothing is under way, and it is not at work without saying a word."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program
        self._is_asked = False
        self._busy_ms: float | None = None

    def is_there(self) -> bool:
        """Asked again and again."""
        program = self._program
        if program.state in DEAD:
            return True
        if not program.activity.is_quiet(time.perf_counter() * 1000):
            self._is_asked, self._busy_ms = False, None
            return False
        if not self._is_asked:
            self._is_asked = True
            program.when_free(self._answered)
        busy_ms, self._busy_ms = self._busy_ms, None
        if busy_ms is None:
            return False
        self._is_asked = False
        return busy_ms < QUIET_MS / 2

    def _answered(self, busy_ms: float) -> None:
        self._busy_ms = busy_ms


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
        # Qt must not lose the application while this process lives.
        application.setProperty("self", application)
