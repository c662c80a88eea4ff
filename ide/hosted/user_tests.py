"""A user of the program in the window, recorded as a test; the phone wears a mark meanwhile.

Recording is loaded when somebody begins to: a start of the window must not pay for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ide.hosted.test_process import TestProcess
from ide.models.signal import Signal
from ide.models.user_tests import Expected, Ref, RunEnd
from ide.widgets.recording_mark import RecordingMark
from simulator.running.program import RunningProgram
from simulator.testing.recorder.saving import path_of_test, save_test
from simulator.testing.script.names import name_of_test

if TYPE_CHECKING:
    from simulator.testing.recorder.user_recorder import UserRecorder


class HostedUserTests:
    """Implements `ide.models.user_tests.UserTests`."""

    def __init__(self, program: RunningProgram) -> None:
        self.changed: Signal[None] = Signal()
        self._program = program
        self._recorder: UserRecorder | None = None
        self._mark: RecordingMark | None = None
        self._run: TestProcess | None = None

    @property
    def is_on(self) -> bool:
        """Whether what the user does is recorded."""
        return self._recorder is not None and self._recorder.is_on

    @property
    def is_paused(self) -> bool:
        """Whether it is not, for a while."""
        return self._recorder is not None and self._recorder.is_paused

    @property
    def step_count(self) -> int:
        """How many steps there are."""
        return 0 if self._recorder is None else len(self._recorder.steps)

    def script(self, name: str) -> str:
        """The whole file."""
        return "" if self._recorder is None else self._recorder.script(name_of_test(name))

    def begin(self) -> bool:
        """From the entry page on."""
        if self._program.build is None:
            return False
        if self._recorder is None:
            from simulator.testing.recorder.user_recorder import UserRecorder

            self._recorder = UserRecorder(self._program, self._has_changed)
        self._recorder.begin()
        return True

    def end(self) -> None:
        """The script stays."""
        if self._recorder is not None:
            self._recorder.end()

    def pause(self, *, is_on: bool) -> None:
        """What is done meanwhile is left out."""
        if self._recorder is None:
            return
        if is_on:
            self._recorder.pause()
        else:
            self._recorder.go_on()

    def undo(self) -> None:
        """With the page that came of it."""
        if self._recorder is not None:
            self._recorder.undo()

    def expect(self, expected: Expected, ref: Ref) -> None:
        """In the tree of this moment."""
        page = self._program.page
        if page is not None and self._recorder is not None:
            self._recorder.expect(expected, page.page_id, ref)

    def path(self, name: str) -> Path:
        """In the folder of tests."""
        return path_of_test(self._program.root, name)

    def save(self, name: str, *, replaces: bool) -> Path:
        """The script as it is."""
        return save_test(self._program.root, name, self.script(name), replaces=replaces)

    def run(self, name: str, done: Callable[[RunEnd], None]) -> None:
        """A run that goes on is ended."""
        self.stop()

        def ended(end: RunEnd) -> None:
            self._run = None
            done(end)

        self._run = run = TestProcess(self._program, self._program.root, self.script(name), ended)
        run.start()

    def stop(self) -> None:
        """Whoever waits for it hears of its end."""
        if self._run is not None:
            self._run.stop()

    def _has_changed(self) -> None:
        if self._mark is None and self.is_on:
            self._mark = RecordingMark(self._program.phone)
        if self._mark is not None:
            self._mark.show_recording(is_on=self.is_on, is_paused=self.is_paused)
        self.changed.emit(None)
