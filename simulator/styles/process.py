"""`StyleProcess`: Less and Sass compiled in a process that is kept from one style sheet to the next, and ended when it
takes too long or too much memory. What was stopped is a finding like others.

Call `compile` from one thread at a time; `close` may come from any.
"""

from __future__ import annotations

import threading
from types import TracebackType

from runtime.compiler.style_compiler import TIME_LIMIT_S, StyleFiles
from runtime.compiler.style_loops import loop_place
from runtime.compiler.stylesheet import CompiledCss
from runtime.diagnostics import Diagnostic, Span
from runtime.protocol import styles
from simulator.styles.child import Child
from simulator.styles.limits import MEMORY_LIMIT_MB
from simulator.styles.stopped import StoppedSheets, WatchedFiles

GRACE_S = 1.0
"""Less gives up by itself and knows the place; what has not answered so much later is ended."""


class StyleProcess:
    """A `StyleCompiler`, also a context. The process starts with the first style sheet that needs it."""

    def __init__(self, *, time_limit_s: float = TIME_LIMIT_S, memory_limit_mb: int = MEMORY_LIMIT_MB) -> None:
        self._time_limit_s = time_limit_s
        self._memory_limit_mb = memory_limit_mb
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._is_closed = False
        self._stopped = StoppedSheets()

    def prepare(self) -> None:
        """`StyleCompiler.prepare`."""
        self._ready_child()

    def compile(self, path: str, language: str, files: StyleFiles) -> CompiledCss:
        """`StyleCompiler.compile`."""
        watched = WatchedFiles(files, self._stopped)
        child = self._ready_child()
        if child is None:
            return watched.without_result(path)
        request = styles.Compile(path, language, self._time_limit_s)
        result = child.compile(request, watched, self._time_limit_s + GRACE_S)
        if watched.hanging is not None:
            return watched.without_result(path, watched.hanging.finding)
        if result is None:
            result = watched.without_result(path, _why(child, request, watched))
        if self._stopped.note(result, watched.texts):
            # Whatever it holds in memory goes with it.
            child.end()
        return result

    def close(self) -> None:
        """Ends the process; a style sheet that is being compiled comes out empty."""
        with self._lock:
            self._is_closed = True
            if self._child is not None:
                self._child.kill()

    def __enter__(self) -> StyleProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ready_child(self) -> Child | None:
        """The process, started if need be; None when all is closed."""
        with self._lock:
            if self._is_closed:
                return None
            if self._child is None or not self._child.is_alive:
                self._child = Child(self._memory_limit_mb)
            return self._child


def _why(child: Child, request: styles.Compile, watched: WatchedFiles) -> Diagnostic:
    """What is to be said of a style sheet in which the process ended."""
    language = request.language
    if not child.is_late and child.last_words:
        args = {"language": language, "message": child.last_words}
        return Diagnostic("style/compiler-failed", Span(request.path), args)
    # The file that was read last is the one that was being worked on.
    place = loop_place(language, reversed([*watched.texts.items()])) or Span(request.path, 1, 1, 1, 1)
    return Diagnostic("style/too-slow" if child.is_late else "style/too-much-memory", place, {"language": language})
