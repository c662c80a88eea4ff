"""When a program can be driven: it runs, and the page on top has been drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from simulator.automation.driver.driven import DrivenProgram
from simulator.automation.driver.outcome import Done, Failure

STARTING_MS = 120_000
"""So long may a program take until it is there."""
WORDS = {"crashed": "the program has crashed", "stopped": "the program has stopped", "hung": "the program hangs"}


class Readiness(QObject):
    """Of one driver's program."""

    def __init__(self, program: DrivenProgram, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._waiting: dict[int, tuple[Done[None], QTimer]] = {}
        self._last = 0
        # What has not been launched yet has stopped, too.
        self._why_not = WORDS[program.state] if program.state in ("crashed", "hung") else ""
        program.state_changed.connect(self._state_changed)
        program.painted.connect(self._painted)

    @property
    def is_ready(self) -> bool:
        """Now."""
        page = self._program.page
        runs = self._program.state in ("running", "background")
        return runs and page is not None and page.page_id in self._program.first_render_ms

    def when_ready(self, done: Done[None]) -> None:
        """Calls `done` at once if it is; with a failure if the program has ended, or takes too long."""
        if self.is_ready:
            done(None)
        elif self._why_not:
            done(Failure(self._why_not))
        else:
            self._last += 1
            number = self._last
            deadline = QTimer(self, singleShot=True)
            deadline.timeout.connect(lambda: self._tell(number, Failure("the program has not started")))
            deadline.start(STARTING_MS)
            self._waiting[number] = done, deadline

    def close(self) -> None:
        """Nobody waits any more."""
        self._waiting.clear()
        self._program.state_changed.disconnect(self._state_changed)
        self._program.painted.disconnect(self._painted)

    def _state_changed(self, state: str, detail: str) -> None:
        self._why_not = f"{WORDS[state]}: {detail}" if state == "stopped" else ""
        self._look()
        if state in ("hung", "crashed"):
            # It is brought back in this very turn, or not at all.
            QTimer.singleShot(0, self, lambda: self._stays(state, detail))

    def _stays(self, state: str, detail: str) -> None:
        if self._program.state == state:
            self._why_not = f"{WORDS[state]}: {detail}"
            self._look()

    def _painted(self, _page_id: int, _batch_id: int) -> None:
        self._look()

    def _look(self) -> None:
        if self.is_ready or self._why_not:
            for number in tuple(self._waiting):
                self._tell(number, None if self.is_ready else Failure(self._why_not))

    def _tell(self, number: int, outcome: Failure | None) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            done, deadline = waiting
            deadline.stop()
            deadline.deleteLater()
            done(outcome)
