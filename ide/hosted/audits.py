"""The audit of the program's project, in a thread of its own."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from simulator.running.program import RunningProgram

if TYPE_CHECKING:
    from runtime.audit.report import AuditReport
    from runtime.compiler.build import BuildResult

Done = Callable[["AuditReport | None"], None]


class HostedAudits(QObject):
    """Implements `ide.models.whole_project.Audits`."""

    _ended = Signal(object, object, str)

    def __init__(self, program: RunningProgram) -> None:
        super().__init__(program)
        self._program = program
        self._done: Done | None = None
        self._task: _Task | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended.connect(self._take, Qt.ConnectionType.QueuedConnection)
        program.built.connect(lambda _result: self._begin())
        program.destroyed.connect(self._leave)

    def run(self, done: Done) -> None:
        """A build without advice is waited for: the advice comes by itself."""
        self._leave()
        self._done = done
        self._begin()

    def _begin(self) -> None:
        build = self._program.build
        if self._done is None or build is None or build.part is not None or build.lint_units is None:
            return
        self._leave()
        self._task = _Task(build, self._ended.emit)
        self._pool.start(self._task.run)

    def _leave(self) -> None:
        if self._task is not None:
            self._task.is_wanted = False
            self._task = None

    def _take(self, task: _Task, report: AuditReport | None, problem: str) -> None:
        if task is not self._task:
            return
        done, self._done, self._task = self._done, None, None
        if problem:
            self._program.notices.say("not-checked", "error", detail={"why": problem})
        if done is not None:
            done(report)


class _Task:
    def __init__(self, build: BuildResult, ended: Callable[[_Task, AuditReport | None, str], None]) -> None:
        self.is_wanted = True
        self._build, self._tell = build, ended

    def run(self) -> None:
        """In the pool's thread."""
        from runtime.audit.audit import Unwanted, audit

        report, problem = None, ""
        try:
            report = audit(self._build, lambda: self.is_wanted)
        except Unwanted:
            return
        except Exception:
            # The edge of the thread: a defect of a rule must reach the console, not end the window.
            problem = traceback.format_exc()
        # Whoever asked may have gone meanwhile.
        with suppress(RuntimeError):
            self._tell(self, report, problem)
