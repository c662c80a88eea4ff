"""Builds the project in a thread of its own, one build at a time; wishes that come meanwhile are joined."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal

from runtime.diagnostics import Diagnostic
from runtime.platform.platform import Platform
from runtime.project.load import load_project
from simulator.build.build_cache import BuildCache
from simulator.build.kept_units import KeptUnits
from simulator.build.settling import LONGEST_MS
from simulator.build.tasks import AdviceTask, BuildTask, BuildTools, MoreTask
from simulator.styles.process import StyleProcess

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


ADVICE_AFTER_MS = 150
"""A change of styles is on the screen before anybody thinks about advice on it."""
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

    `cache` keeps what was compiled for the next session; `laid_over` are texts by path that count in place of files.

    `has_more(paths)`: whether other files than these have changed and a wish for them is to come. A build that others
    have overtaken is not told; the next one speaks for both. The first build comes without advice, so that the program
    is there sooner; `advise` asks for it, and `advised(BuildResult)` brings it unless another build has come
    (`advice_failed(text)`: a rule broke). `progressed(done, total)`: so many files of a first build, or of
    more of one, are compiled; 0 of 0 when it has ended.

    A large project that is asked for with a page (`show_first`) is built for that page alone; `need` and `complete` ask
    for more, and `extended(BuildResult, before)` brings it: the build `before`, with more pages. Advice is on all.
    """

    finished = Signal(object, float)
    failed = Signal(str, object)
    extended = Signal(object, object)
    advised = Signal(object)
    advice_failed = Signal(str)
    progressed = Signal(int, int)
    _came_to = Signal(int, int)
    _ended = Signal(object, str, object)
    _advice_ended = Signal(object, object, str)
    _more_ended = Signal(object, object, str)

    def __init__(
        self,
        root: Path,
        platform: Platform,
        has_more: Callable[[frozenset[str]], bool],
        cache: BuildCache | None = None,
        parent: QObject | None = None,
        laid_over: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(parent)
        self._open = partial(load_project, root, laid_over, platform=platform)
        self._has_more = has_more
        self._previous: BuildResult | None = None
        self._waiting: _Wish | None = None
        self._running: _Wish | None = None
        self._untold: _Wish | None = None
        self._first: frozenset[str] = frozenset()
        self._more: MoreTask | None = None
        self._needed: frozenset[str] = frozenset()
        self._wants_whole = self._wants_advice = False
        self._tools = BuildTools(StyleProcess(), KeptUnits(cache))
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._advised_on: BuildResult | None = None
        self._advice_due = QTimer(self, singleShot=True, interval=ADVICE_AFTER_MS)
        self._advice_due.timeout.connect(self.advise)
        self._came_to.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._advice_ended.connect(self._take_advice, Qt.ConnectionType.QueuedConnection)
        self._more_ended.connect(self._take_more, Qt.ConnectionType.QueuedConnection)

    def request(self, changed: Iterable[str] | None = None, requested_at: float | None = None) -> None:
        """Asks for a build.

        `changed`: paths relative to the project folder that may differ; None: any. `requested_at`: when the change
        was noticed (perf_counter); default: now.
        """
        since = time.perf_counter() if requested_at is None else requested_at
        self._waiting = _Wish(None if changed is None else frozenset(changed), since).joined(self._waiting)
        if self._running is None:
            self._begin(self._waiting)

    def show_first(self, page: str) -> None:
        """From the next build on, until the whole is there: of a large project this page is built first."""
        self._first, self._needed = frozenset({page}), frozenset()

    def need(self, page: str) -> None:
        """The page is to be shown now: it is built before the rest."""
        self._needed |= {page}
        self._stop_more()
        self._go_on()

    def complete(self) -> None:
        """Asks for all that has not been built."""
        self._wants_whole = True
        self._go_on()

    def lay_over(self, files: Mapping[str, str]) -> None:
        """Extends the last build by texts that are not on the disk, in this thread: who asks has nothing else to do."""
        from runtime.compiler.build import build

        before = self._previous
        if before is not None:
            compiler = self._tools.style_compiler
            texts = {**before.project.files.overlay, **files}
            self._previous = build(before.project, before, files, texts, style_compiler=compiler, advises=False)
            self.extended.emit(self._previous, before)

    def forget(self) -> None:
        """The next build compiles everything anew."""
        self._stop_more()
        self._previous = None
        self._pool.start(self._tools.kept.forget)

    @property
    def lacks_advice(self) -> bool:
        """Whether there is a build without advice."""
        return self._previous is not None and self._previous.lint_units is None

    def advise(self) -> None:
        """Asks for the advice on the last build, which is completed for it."""
        if self._previous is not None and self._previous.part is not None:
            self._wants_advice = True
            self.complete()
        elif self._previous is not None and self._advised_on is not self._previous:
            self._advised_on = self._previous
            self._pool.start(AdviceTask(self, self._previous, self._tools.kept))

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
        self._stop_more()
        self._advice_due.stop()
        # What is on its way to this thread already finds nobody waiting.
        self._running = self._waiting = self._previous = None
        self._tools.style_compiler.close()
        self._pool.waitForDone()

    def _begin(self, wish: _Wish) -> None:
        self._running, self._waiting, self._untold = wish.joined(self._untold), None, None
        # Whoever has saved a file waits for that.
        self._stop_more()
        self._advice_due.stop()
        changed = self._running.changed
        is_whole = self._previous is not None and self._previous.part is None
        first = frozenset() if is_whole else self._first | self._needed
        self._pool.start(BuildTask(self, self._open, self._previous, changed, self._tools, first))

    def _stop_more(self) -> None:
        if self._more is not None:
            self._more.is_wanted = False
            self._more = None

    def came_to(self, done: int, total: int) -> None:
        """Called in the builder's thread."""
        self._came_to.emit(done, total)

    def more_ended(self, more: MoreTask, result: BuildResult | None, problem: str) -> None:
        """Called in the builder's thread."""
        self._more_ended.emit(more, result, problem)

    def _take_more(self, more: MoreTask, result: BuildResult | None, problem: str) -> None:
        if more is not self._more:
            return
        self._more = None
        self.progressed.emit(0, 0)
        if result is None:
            self.failed.emit(problem, None)
            return
        self._previous = result
        self.extended.emit(result, more.before)
        self._go_on()

    def _go_on(self) -> None:
        """With what has been asked for beyond the last build, most urgent first."""
        before = self._previous
        if before is None or self._running is not None or self._more is not None:
            return
        if before.part is not None:
            is_urgent = any(not before.has_page(page) for page in self._needed)
            if is_urgent or self._wants_whole:
                pages = self._first | self._needed if is_urgent else frozenset()
                self._more = MoreTask(self, before, self._tools, pages)
                self._pool.start(self._more.run)
        elif self._wants_advice and self.lacks_advice:
            self._wants_advice = False
            self.advise()

    def ended(self, result: BuildResult | None, problem: str, finding: Diagnostic | None = None) -> None:
        """Called in the builder's thread."""
        self._ended.emit(result, problem, finding)

    def _end(self, result: BuildResult | None, problem: str, finding: Diagnostic | None) -> None:
        ran, self._running = self._running, None
        if ran is None:
            return
        self.progressed.emit(0, 0)
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
            self._go_on()
            if result.lint_before is not None:
                self._advice_due.start()

    def _is_overtaken(self, ran: _Wish) -> bool:
        if time.perf_counter() - ran.since > LONGEST_JOIN_S:
            return False
        if self._waiting is not None and not ran.covers(self._waiting):
            return True
        return ran.changed is not None and self._has_more(ran.changed)
