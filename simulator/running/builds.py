"""From changes on disk to builds of one program; the advice on the first one comes when the program rests."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.build.compile_link import CompileLink
from simulator.build.watch import ProjectWatcher
from simulator.session.activity import QUIET_MS

if TYPE_CHECKING:
    from simulator.running.program import Program

LONGEST_UNREST_MS = 3000
"""A program that never rests is advised on this long after its first picture."""
_ENDED = frozenset({"stopped", "crashed", "hung"})


class Builds(QObject):
    """Signals: `finished`, `failed` and `advised` as of `CompileLink`. `watcher`: None if nobody watches the folder."""

    finished = Signal(object, float)
    failed = Signal(str, object)
    advised = Signal(object)

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._latest_ms = 0.0
        self.watcher = ProjectWatcher(program.root, self) if program.options.watches else None
        self._link = CompileLink(program.root, program.options.platform, self._has_more_changes, self)
        self._link.finished.connect(self.finished)
        self._link.failed.connect(self.failed)
        self._link.advised.connect(self.advised)
        self._link.advice_failed.connect(lambda why: program.notices.say("not-checked", "error", detail={"why": why}))
        self._lull = QTimer(self, singleShot=True, interval=int(QUIET_MS))
        self._lull.timeout.connect(self._look)
        program.painted.connect(self._painted)
        program.traffic.connect(self._wait_on)
        program.state_changed.connect(self._state_changed)

    def start(self) -> None:
        """Begins to watch the project."""
        if self.watcher is None:
            return
        self.watcher.changed.connect(self._link.request)
        self.watcher.installed.connect(self._link.request)
        try:
            self.watcher.start()
        except OSError as error:
            self._program.notices.say("not-watched", "warn", detail={"why": str(error)})

    def request(self, changed: Iterable[str] | None = None) -> None:
        """Asks for a build; `changed`: paths in the project that may differ, None: any."""
        self._link.request(changed)

    def request_file(self, path: Path) -> None:
        """Asks for a build because a file was written."""
        try:
            self._link.request([path.relative_to(self._program.root).as_posix()])
        except ValueError:
            self._link.request()

    def close(self) -> None:
        """Ends watching and building."""
        if self.watcher:
            self.watcher.stop()
        self._lull.stop()
        self._program.state_changed.disconnect(self._state_changed)
        self._link.close()

    def _has_more_changes(self, paths: frozenset[str]) -> bool:
        return self.watcher is not None and self.watcher.awaits_more_than(paths)

    # ------------------------------------------------------------ advice

    def _painted(self) -> None:
        if self._link.lacks_advice and not self._lull.isActive():
            self._latest_ms = _now_ms() + LONGEST_UNREST_MS
            self._lull.start()

    def _wait_on(self) -> None:
        if self._lull.isActive() and _now_ms() < self._latest_ms:
            self._lull.start()

    def _look(self) -> None:
        now = _now_ms()
        if now >= self._latest_ms or self._program.activity.is_quiet(now):
            self._advise()
        else:
            self._lull.start()

    def _state_changed(self, state: str, _detail: str) -> None:
        if state in _ENDED:
            self._advise()

    def _advise(self) -> None:
        if self._link.lacks_advice:
            self._link.advise()


def _now_ms() -> float:
    return time.perf_counter() * 1000
