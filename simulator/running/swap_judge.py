"""Looks for what stands in the way of evaluating scripts anew, in a thread of its own: texts may be of any form."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from runtime.compiler.swaps import ScriptObstacle
    from runtime.project.model import Project

Done = Callable[["ScriptObstacle | None"], None]


class SwapJudge(QObject):
    """Answers in the order of the questions, in the thread of its owner."""

    _judged = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._judged.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def ask(self, project: Project, scripts: Sequence[str], done: Done) -> None:
        """`project`: as it runs. `scripts`: those that would be evaluated anew. `done` hears the first obstacle."""
        self._pool.start(_Question(self, project, scripts, done))

    def warm_up(self, build: BuildResult) -> None:
        """The program rests: the first save of a script need not wait for what each later one finds done."""
        self._pool.start(lambda: _prepare(build))

    def answer(self, done: Done, obstacle: ScriptObstacle | None) -> None:
        """Called in the judge's thread."""
        self._judged.emit(done, obstacle)

    def close(self) -> None:
        """Waits for a judgement that is under way and tells of nothing more."""
        self._is_closed = True
        self._pool.clear()
        self._pool.waitForDone()

    def _tell(self, done: Done, obstacle: ScriptObstacle | None) -> None:
        if not self._is_closed:
            done(obstacle)


def _prepare(build: BuildResult) -> None:
    from runtime.compiler.swaps import prepare

    prepare(build.program["scripts"])


class _Question(QRunnable):
    def __init__(self, judge: SwapJudge, project: Project, scripts: Sequence[str], done: Done) -> None:
        super().__init__()
        self._judge, self._project, self._scripts, self._done = judge, project, scripts, done

    def run(self) -> None:
        # Here, so that the window is there sooner.
        from runtime.compiler.swaps import ScriptObstacle, swap_obstacle

        try:
            obstacle: ScriptObstacle | None = swap_obstacle(self._project, self._scripts)
        except Exception:
            # The edge of the thread: what could not be judged is not kept.
            traceback.print_exc()
            obstacle = ScriptObstacle(self._scripts[0], "too-nested")
        self._judge.answer(self._done, obstacle)
