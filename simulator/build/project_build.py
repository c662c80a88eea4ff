"""One project's folder, followed and built for all who show it: phones, the tree of files, the editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from runtime.platform.platform import Platform
from runtime.platform.wechat import WECHAT
from simulator.build.build_cache import BuildCache
from simulator.build.compile_link import CompileLink
from simulator.build.watch import ProjectWatcher

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class ProjectBuild(QObject):
    """Signals: `changed(paths, noticed_at)` and `root_gone` as of `ProjectWatcher`; `finished(result, requested_at)`,
    `failed(text, finding)`, `extended(result, before)`, `advised(result)`, `advice_failed(text)`,
    `progressed(done, total)` as of `CompileLink`.

    Changes on disk lead to builds from the first `request` on: before it nobody wants one. `result` is the build that
    was told last, `watch_error` why nobody follows the folder although that was wanted.
    """

    changed = Signal(object, float)
    root_gone = Signal()
    finished = Signal(object, float)
    failed = Signal(str, object)
    extended = Signal(object, object)
    advised = Signal(object)
    advice_failed = Signal(str)
    progressed = Signal(int, int)

    def __init__(
        self,
        root: Path,
        platform: Platform = WECHAT,
        *,
        watches: bool = True,
        shows_page_first: bool = False,
        cache_folder: Path | None = None,
        laid_over: Mapping[str, str] = MappingProxyType({}),
        parent: QObject | None = None,
    ) -> None:
        """`platform` is the dialect that the project is written in. `shows_page_first`: of a large project the page
        that is shown first is built first. `cache_folder`: where what was compiled is kept for the next time.
        `laid_over`: texts by path that count in place of what is on the disk."""
        super().__init__(parent)
        self.root = root
        self.platform = platform
        self.result: BuildResult | None = None
        self.watch_error: OSError | None = None
        self._is_wanted = False
        self._shows_page_first = shows_page_first
        self._advises_on: BuildResult | None = None
        self._watcher = ProjectWatcher(root, self) if watches else None
        cache = BuildCache(cache_folder, root) if cache_folder else None
        self._link = CompileLink(root, platform, self._has_more_changes, cache, self, laid_over)
        self._link.finished.connect(self._finished)
        self._link.failed.connect(self.failed)
        self._link.extended.connect(self._extended)
        self._link.advised.connect(self._advised)
        self._link.advice_failed.connect(self.advice_failed)
        self._link.progressed.connect(self.progressed)
        if self._watcher:
            self._follow(self._watcher)

    def request(self, changed: Iterable[str] | None = None) -> None:
        """Asks for a build; `changed`: paths in the project that may differ, None: any."""
        self._is_wanted = True
        self._link.request(changed)

    def request_page(self, page: str) -> None:
        """Asks for a build to start a program on a page (empty: its entry page)."""
        if self._shows_page_first:
            self._link.show_first(page)
        self.request()

    def need(self, page: str) -> None:
        """The program is on its way to a page that the last build does not have yet."""
        self._link.need(page)

    def lay_over(self, files: Mapping[str, str]) -> None:
        """More texts that are not on the disk: the last build is extended by what they add, before this returns."""
        self._link.lay_over(files)

    def forget(self) -> None:
        """Throws away all that has been compiled, in this session and before; a request builds it anew."""
        self._link.forget()

    def request_file(self, path: Path) -> None:
        """Asks for a build because a file was written: nobody waits until the disk tells of it."""
        try:
            self.request([path.relative_to(self.root).as_posix()])
        except ValueError:
            self.request()

    @property
    def lacks_advice(self) -> bool:
        """Whether the last build came without advice, as the first one does."""
        return self._link.lacks_advice

    def advise(self) -> None:
        """Asks for the advice on the last build, once however many ask."""
        if self._link.lacks_advice and self._advises_on is not self.result:
            self._advises_on = self.result
            self._link.advise()

    def close(self) -> None:
        """Ends following and building; nothing is told afterwards."""
        if self._watcher:
            self._watcher.stop()
        self._link.close()

    def _follow(self, watcher: ProjectWatcher) -> None:
        watcher.changed.connect(self._changed)
        watcher.installed.connect(self._installed)
        watcher.root_gone.connect(self.root_gone)
        try:
            watcher.start()
        except OSError as error:
            self.watch_error = error

    def _changed(self, paths: frozenset[str], noticed_at: float) -> None:
        if self._is_wanted:
            self._link.request(paths, noticed_at)
        self.changed.emit(paths, noticed_at)

    def _installed(self) -> None:
        if self._is_wanted:
            self._link.request()

    def _has_more_changes(self, paths: frozenset[str]) -> bool:
        return self._watcher is not None and self._watcher.awaits_more_than(paths)

    def _finished(self, result: BuildResult, requested_at: float) -> None:
        self.result = result
        self.finished.emit(result, requested_at)

    def _extended(self, result: BuildResult, before: BuildResult) -> None:
        if self._advises_on is self.result:
            self._advises_on = result
        self.result = result
        self.extended.emit(result, before)

    def _advised(self, result: BuildResult) -> None:
        self.result = result
        self.advised.emit(result)
