"""Builds the project in a thread of its own, one build at a time; wishes that come meanwhile are joined."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from runtime.diagnostics import Diagnostic
from runtime.platform.platform import Platform
from runtime.project.load import load_project
from runtime.project.model import NotAProject, Project
from simulator.build.settling import LONGEST_MS
from simulator.styles.process import StyleProcess

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


LONGEST_JOIN_S = LONGEST_MS / 1000
"""A build waits this long to be taken up when further files of the same save are on their way."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """Paths that may differ (None: any) and since when (perf_counter) somebody waits."""

    changed: frozenset[str] | None
    since: float

    def joined(self, other: _Wish | None) -> _Wish:
        if other is None:
            return self
        is_any = self.changed is None or other.changed is None
        changed = None if is_any else frozenset({*(self.changed or ()), *(other.changed or ())})
        return _Wish(changed, min(self.since, other.since))

    def covers(self, other: _Wish) -> bool:
        return self.changed is None or (other.changed is not None and other.changed <= self.changed)


class CompileLink(QObject):
    """Signals: `finished(BuildResult, requested_at)` with the time (perf_counter) of the oldest joined wish;
    `failed(text, finding)` when the folder holds no project any more, or the compiler itself broke (finding: None).

    `has_more(paths)`: whether other files than these have changed and a wish for them is to come. A build that others
    have overtaken is not told; the next one speaks for both. The first build comes without advice, so that the program
    is there sooner; `advise` asks for it, and `advised(BuildResult)` brings it unless another build has come
    (`advice_failed(text)`: a rule broke).
    """

    finished = Signal(object, float)
    failed = Signal(str, object)
    advised = Signal(object)
    advice_failed = Signal(str)
    _ended = Signal(object, str, object)
    _advice_ended = Signal(object, object, str)

    def __init__(
        self,
        root: Path,
        platform: Platform,
        has_more: Callable[[frozenset[str]], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open = partial(load_project, root, platform=platform)
        self._has_more = has_more
        self._previous: BuildResult | None = None
        self._waiting: _Wish | None = None
        self._running: _Wish | None = None
        self._untold: _Wish | None = None
        self._style_compiler = StyleProcess()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._advice_ended.connect(self._take_advice, Qt.ConnectionType.QueuedConnection)

    def request(self, changed: Iterable[str] | None = None, requested_at: float | None = None) -> None:
        """Asks for a build.

        `changed`: paths relative to the project folder that may differ; None: any. `requested_at`: when the change
        was noticed (perf_counter); default: now.
        """
        since = time.perf_counter() if requested_at is None else requested_at
        self._waiting = _Wish(None if changed is None else frozenset(changed), since).joined(self._waiting)
        if self._running is None:
            self._begin(self._waiting)

    @property
    def lacks_advice(self) -> bool:
        """Whether there is a build without advice."""
        return self._previous is not None and self._previous.lint_units is None

    def advise(self) -> None:
        """Asks for the advice on the last build."""
        if self._previous is not None:
            self._pool.start(_Advice(self, self._previous))

    def advice_ended(self, before: BuildResult, result: BuildResult | None, problem: str) -> None:
        """Called in the builder's thread."""
        self._advice_ended.emit(before, result, problem)

    def _take_advice(self, before: BuildResult, result: BuildResult | None, problem: str) -> None:
        if before is not self._previous or self._running is not None:
            return
        if result is None:
            self.advice_failed.emit(problem)
            return
        self._previous = result
        self.advised.emit(result)

    def close(self) -> None:
        """Waits for a running build and tells of nothing more. A style sheet that takes long is not waited for."""
        # What is on its way to this thread already finds nobody waiting.
        self._running = self._waiting = self._previous = None
        self._style_compiler.close()
        self._pool.waitForDone()

    def _begin(self, wish: _Wish) -> None:
        self._running, self._waiting, self._untold = wish.joined(self._untold), None, None
        changed = self._running.changed
        self._pool.start(_Build(self, self._open, self._previous, changed, self._style_compiler))

    def ended(self, result: BuildResult | None, problem: str, finding: Diagnostic | None = None) -> None:
        """Called in the builder's thread."""
        self._ended.emit(result, problem, finding)

    def _end(self, result: BuildResult | None, problem: str, finding: Diagnostic | None) -> None:
        ran, self._running = self._running, None
        if ran is None:
            return
        is_overtaken = self._is_overtaken(ran)
        if result is not None:
            self._previous = result
        if is_overtaken or result is None:
            # What has changed since the last good build is to be read again.
            self._untold = _Wish(frozenset() if result is not None else ran.changed, ran.since)
        if self._waiting is not None:
            self._begin(self._waiting)
        if is_overtaken:
            return
        if result is None:
            self.failed.emit(problem, finding)
        else:
            self.finished.emit(result, ran.since)

    def _is_overtaken(self, ran: _Wish) -> bool:
        if time.perf_counter() - ran.since > LONGEST_JOIN_S:
            return False
        if self._waiting is not None and not ran.covers(self._waiting):
            return True
        return ran.changed is not None and self._has_more(ran.changed)


class _Build(QRunnable):
    def __init__(
        self,
        link: CompileLink,
        open_project: Callable[[], Project],
        previous: BuildResult | None,
        changed: frozenset[str] | None,
        style_compiler: StyleProcess,
    ) -> None:
        super().__init__()
        self._style_compiler = style_compiler
        self._changed = changed
        self._link = link
        self._open_project = open_project
        self._previous = previous

    def run(self) -> None:
        # Here, so that the compiler is loaded while the phone comes up.
        from runtime.compiler.build import build

        try:
            project = self._previous.project if self._previous else self._open_project()
            compiler, previous = self._style_compiler, self._previous
            advises = previous is not None and previous.lint_units is not None
            result = build(project, previous, self._changed, style_compiler=compiler, advises=advises)
        except NotAProject as error:
            self._link.ended(None, str(error), error.finding)
        except Exception:
            # The edge of the thread: a defect of the compiler must reach the console, not end the window.
            self._link.ended(None, traceback.format_exc())
        else:
            self._link.ended(result, "")


class _Advice(QRunnable):
    def __init__(self, link: CompileLink, result: BuildResult) -> None:
        super().__init__()
        self._link, self._result = link, result

    def run(self) -> None:
        from runtime.compiler.build import advise

        try:
            advised = advise(self._result)
        except Exception:
            self._link.advice_ended(self._result, None, traceback.format_exc())
        else:
            self._link.advice_ended(self._result, advised, "")
