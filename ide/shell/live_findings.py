"""What is wrong in the unsaved texts: builds beside those of the program, from its last build on, while the user types.

Nothing of them runs. They take turns in a thread of their own; texts that come meanwhile are joined into the next.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThread, QThreadPool, Signal

from simulator.styles.process import StyleProcess

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult

_log = logging.getLogger(__name__)


class LiveFindings(QObject):
    """`found` carries the findings of the whole program with the texts as they are, in the owner's thread."""

    found = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._base: BuildResult | None = None
        self._last: BuildResult | None = None
        self._texts: dict[str, str] = {}
        self._is_wanted = self._is_building = self._is_closed = False
        self._styles = StyleProcess()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # Whoever types and whoever draws comes first.
        self._pool.setThreadPriority(QThread.Priority.LowPriority)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_needed(self) -> bool:
        """Whether there are texts that the program's build does not know."""
        return bool(self._texts)

    def take(self, result: BuildResult | None) -> None:
        """The last build of the program; one without advice is waited past."""
        if result is not self._base:
            self._base = result
            self._last = None
            if self._texts:
                self._want()

    def edit(self, path: str, text: str) -> None:
        """A file has an unsaved text."""
        if self._texts.get(path) != text:
            self._texts[path] = text
            self._want()

    def forget(self, path: str) -> None:
        """The file is as it is on the disk."""
        if self._texts.pop(path, None) is not None:
            self._want()

    def close(self) -> None:
        """Waits for what is being built and tells of nothing more."""
        self._is_closed = True
        self._styles.close()
        self._pool.waitForDone()

    # -- within

    def _want(self) -> None:
        self._is_wanted = True
        if not self._is_building:
            self._begin()

    def _begin(self) -> None:
        base = self._last or self._base
        if base is None or base.lint_units is None or self._is_closed:
            return
        self._is_wanted, self._is_building = False, True
        texts, root = dict(self._texts), self._base
        self._pool.start(_Task(lambda: self._build(root, base, texts)))

    def _build(self, root: BuildResult | None, base: BuildResult, texts: Mapping[str, str]) -> None:
        """In the thread of the pool."""
        from runtime.compiler.build import build

        result: BuildResult | None = None
        try:
            result = build(base.project, base, (), texts, style_compiler=self._styles)
        except Exception:
            # The edge of the thread: what breaks here breaks the program's build as well, which tells of it.
            _log.debug("the unsaved texts could not be built", exc_info=True)
        finally:
            self._ended.emit(root, result)

    def _end(self, root: BuildResult | None, result: BuildResult | None) -> None:
        self._is_building = False
        if self._is_closed:
            return
        if result is not None and root is self._base:
            self._last = result
            self.found.emit(result.diagnostics)
        if self._is_wanted:
            self._begin()


class _Task(QRunnable):
    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self._act = act

    def run(self) -> None:
        self._act()
