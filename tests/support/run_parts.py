"""What the parts of a running program are tested with: a clock that a test winds, and a script of what they did."""

from __future__ import annotations

from collections.abc import Sequence

from runtime.protocol import logic, shell, view
from simulator.bridge.notices import Notices
from simulator.bridge.record import Record
from simulator.bridge.recorder import Recorder
from simulator.running.error_card import ErrorCard
from simulator.running.run_state import RunState


class HandClock:
    """Seconds; a test says when some have passed."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s

    def pass_ms(self, milliseconds: float) -> None:
        """Time goes on."""
        self.now_s += milliseconds / 1000


class Script:
    """What happened, line by line in order: notices, states, cards, messages. `take` reads and empties it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.logic: list[logic.HostToLogic] = []
        self.view: list[view.HostToView] = []
        recorder = Recorder()
        recorder.subscribe(self._record)
        self.notices = Notices(recorder)
        self.state = RunState(lambda state, detail: self.add(f"state {state} {detail}".rstrip()))
        self.card = ErrorCard(self.to_view, self.notices)

    def add(self, line: str) -> None:
        """Something has happened."""
        self._lines.append(line)

    def take(self) -> list[str]:
        """The lines since the last look."""
        lines, self._lines = self._lines, []
        return lines

    def to_logic(self, message: logic.HostToLogic) -> None:
        """A message to the logic process; `logic` keeps it."""
        self.logic.append(message)
        self.add(f"logic {type(message).__name__}")

    def to_view(self, message: view.HostToView) -> None:
        """A message to the phone; `view` keeps it."""
        self.view.append(message)
        match message:
            case view.CallShell(shell.ShowError(title)):
                self.add(f"card {title}" if title else "no card")
            case view.CallShell(call):
                self.add(f"view {type(call).__name__}")
            case view.ReplaceStyle(sheet):
                self.add(f"view style {sheet.path}")
            case _:
                self.add(f"view {type(message).__name__}")

    def _record(self, records: Sequence[Record]) -> None:
        for record in records:
            self.add(f"notice {record.code}")
