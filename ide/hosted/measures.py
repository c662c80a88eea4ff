"""What the host knows of a program's time and memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress

import psutil
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from ide.models.performance.asked import Memory
from ide.models.performance.heap import Heap, heap_of
from runtime.protocol.logic import Inspected
from runtime.protocol.previews import MemoryUse, census_of, memory_of, names_of
from simulator.debug.profile import Profile
from simulator.running.profiler import Profiler
from simulator.running.program import RunningProgram

MB = 1024 * 1024
_LOGIC = "simulator.worker"


class HostedMeasures(QObject):
    """Implements `ide.models.performance.asked.Measures`."""

    _measured = Signal(object, object)

    def __init__(self, program: RunningProgram) -> None:
        super().__init__(program)
        self._program = program
        self._profiler = Profiler(program, self)
        self._asked_at_ms = 0.0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._measured.connect(lambda done, memory: done(memory), Qt.ConnectionType.QueuedConnection)
        program.state_changed.connect(self._state_changed)

    def asked_at_ms(self) -> float:
        """Told once for each start."""
        asked_at_ms, self._asked_at_ms = self._asked_at_ms, 0.0
        return asked_at_ms

    def memory(self, done: Callable[[Memory | None], None]) -> None:
        """Of this process and all below it. The spare process counts as logic, the editor's page not as view."""

        view_pid = self._program.phone.web_page.renderProcessPid()

        def measure() -> None:
            # Whoever asked may have gone meanwhile.
            with suppress(RuntimeError):
                self._measured.emit(done, _measure(view_pid))

        self._pool.start(measure)

    def begin_profile(self, began: Callable[[str], None]) -> None:
        """Of the program's own scripts; packages run as they are."""
        self._profiler.begin(began)

    def end_profile(self, done: Callable[[Profile | None], None]) -> None:
        """And back to what was built."""
        self._profiler.end(done)

    def heap(self, done: Callable[[Heap], None]) -> None:
        """As the program's own values tell: the engine names no more than its total."""
        uses: list[MemoryUse] = []

        def use_told(answer: Inspected) -> None:
            uses.append(memory_of(answer.value))

        self._program.logic_questions.heap(use_told, lambda answer: done(heap_of(uses[0], census_of(answer.value))))

    def left_pages(self, done: Callable[[Sequence[tuple[str, str]]], None]) -> None:
        """As the program's App and garbage collection tell."""

        def answered(answer: Inspected) -> None:
            parts = [text.partition("\n") for text in names_of(answer.value)]
            done([(path, way) for path, _, way in parts])

        self._program.logic_questions.left_pages(answered)

    def _state_changed(self, state: str) -> None:
        if state == "starting":
            self._asked_at_ms = time.time() * 1000


def _measure(view_pid: int) -> Memory | None:
    sizes = {"logic": 0.0, "view": 0.0, "rest": 0.0}
    try:
        own = psutil.Process()
        processes = [own, *own.children(recursive=True)]
    except psutil.Error:
        return None
    for process in processes:
        # Processes come and go.
        with suppress(psutil.Error, OSError):
            command = process.cmdline() if process is not own else []
            kind = "view" if process.pid == view_pid else "logic" if _LOGIC in command else "rest"
            facts = process.memory_full_info()
            sizes[kind] += (getattr(facts, "pss", 0) or facts.uss) / MB
    return Memory(time.time() * 1000, sizes["logic"], sizes["view"], sizes["rest"])
