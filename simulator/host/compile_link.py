"""Builds the project in a thread of its own, one build at a time; wishes that come meanwhile are joined."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from runtime.diagnostics import Diagnostic
from runtime.project.load import load_project
from runtime.project.model import NotAProject
from simulator.styles.process import StyleProcess

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class CompileLink(QObject):
    """Signals: `finished(BuildResult, requested_at)` with the time (perf_counter) of the oldest joined wish;
    `failed(text, finding)` when the folder holds no project any more, or the compiler itself broke (finding: None)."""

    finished = Signal(object, float)
    failed = Signal(str, object)
    _ended = Signal(object, str, object)

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self._previous: BuildResult | None = None
        self._changed: set[str] | None = set()
        self._requested_at: float | None = None
        self._running_since: float | None = None
        self._style_compiler = StyleProcess()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def request(self, changed: Iterable[str] | None = None, requested_at: float | None = None) -> None:
        """Asks for a build.

        `changed`: paths relative to the project folder that may differ; None: any. `requested_at`: when the change
        was noticed (perf_counter); default: now.
        """
        now = time.perf_counter() if requested_at is None else requested_at
        self._changed = None if changed is None or self._changed is None else self._changed | set(changed)
        if self._requested_at is None:
            self._requested_at = now
        if self._running_since is None:
            self._begin()

    def close(self) -> None:
        """Waits for a running build and tells of nothing more. A style sheet that takes long is not waited for."""
        self._ended.disconnect(self._end)
        self._style_compiler.close()
        self._pool.waitForDone()

    def _begin(self) -> None:
        self._running_since, self._requested_at = self._requested_at, None
        changed, self._changed = self._changed, set()
        self._pool.start(_Build(self, self._root, self._previous, changed, self._style_compiler))

    def ended(self, result: BuildResult | None, problem: str, finding: Diagnostic | None = None) -> None:
        """Called in the builder's thread."""
        self._ended.emit(result, problem, finding)

    def _end(self, result: BuildResult | None, problem: str, finding: Diagnostic | None) -> None:
        since, self._running_since = self._running_since, None
        if self._requested_at is not None:
            self._begin()
        if result is None:
            self.failed.emit(problem, finding)
            return
        self._previous = result
        self.finished.emit(result, since or time.perf_counter())


class _Build(QRunnable):
    def __init__(
        self,
        link: CompileLink,
        root: Path,
        previous: BuildResult | None,
        changed: set[str] | None,
        style_compiler: StyleProcess,
    ) -> None:
        super().__init__()
        self._style_compiler = style_compiler
        self._changed = changed
        self._link = link
        self._root = root
        self._previous = previous

    def run(self) -> None:
        # Here, so that the compiler is loaded while the phone comes up.
        from runtime.compiler.build import build

        try:
            project = self._previous.project if self._previous else load_project(self._root)
            result = build(project, self._previous, self._changed, style_compiler=self._style_compiler)
        except NotAProject as error:
            self._link.ended(None, str(error), error.finding)
        except Exception:
            # The edge of the thread: a defect of the compiler must reach the console, not end the window.
            self._link.ended(None, traceback.format_exc())
        else:
            self._link.ended(result, "")
