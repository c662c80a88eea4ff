"""A program under test, driven from sequential code: asks and waits. What is asked is for those who stand on it.

Every wait has a deadline. A program that does not answer in it, or that ends, fails the test (`ProgramFailure`) and is
`spoiled`: whoever runs the next test starts it anew.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from runtime.protocol.launch import PlayedReadings
from runtime.protocol.logic import Evaluated, Inspected
from simulator.automation.driver import Done, Driver, Failure
from simulator.data.folders import DATA_VARIABLE
from simulator.running.headless import HeadlessProgram, prepare_headless
from simulator.running.options import ProgramOptions
from simulator.running.steps import DEAD, Deadline
from simulator.session.arrival import Arrival
from simulator.testing.failure import DeadlineFailure, ProgramFailure, TestFailure
from simulator.testing.log import RunLog
from simulator.testing.settings import FIRST_MOMENT_MS, RunSettings
from simulator.testing.shell_state import ShellState
from simulator.testing.snapshot_files import FOLDER, Snapshots

if TYPE_CHECKING:
    from simulator.phone.screenless import ScreenlessPhone

Answer = TypeVar("Answer")

__tracebackhide__ = True
LONGEST_MS = 3_600_000
LOOK_AGAIN_S = 0.1
"""So long a condition is not looked at again when the program says nothing: data may change without a word."""


class Run:
    """`door` is the driver of the program, `log` keeps what that said, `shell` what the phone around it shows;
    `snapshots` are those of the present test. What the program stores is this run's own, unless the settings name a
    folder for it."""

    def __init__(self, settings: RunSettings) -> None:
        self.settings = settings
        self.log = RunLog()
        self.is_spoiled = False
        self._traffic = 0
        self._starts = 0
        self._folder = tempfile.TemporaryDirectory(prefix="handset-test-", ignore_cleanup_errors=True)
        prepare_headless()
        with _data_in(settings.data or self._folder.name):
            self.driver = HeadlessProgram(
                settings.project, _options(settings), None, _neighbours(settings), laid_over=settings.laid_over
            )
        self.program = self.driver.program
        self.shell = ShellState()
        self.snapshots = Snapshots(Path(FOLDER), Path("test-results"))
        self.program.recorder.subscribe(self.log.take)
        self.program.recorder.subscribe(self.shell.take)
        self.program.traffic.connect(self._heard)
        self.program.logic_questions.hear_forgetting(self._starts_again)
        if settings.network == "closed":
            self.program.network.conditions.block(["*"])
        # A question fails by the deadline of the test that has put it, which may be long.
        self.door = Driver(self.program, patience_ms=LONGEST_MS)

    @property
    def has_screen(self) -> bool:
        """Whether it is the full tier."""
        return self.settings.tier == "full"

    @property
    def screenless(self) -> ScreenlessPhone:
        """The phone of the logic tier."""
        return cast("ScreenlessPhone", self.program.phone)

    def start_again(self, url: str = "", scene: int = 0) -> None:
        """In a fresh logic process, on its entry page or another one; what it has stored stays. Built first if it has
        not been. Raises ProgramFailure.
        """
        self.log.forget()
        self.is_spoiled = False
        try:
            path, _, query = url.partition("?")
            self.program.launch(path, query, Arrival(scene), builds=self.program.build is None)
            self._settle_start(self.settings.start_s)
        except Deadline as late:
            self.is_spoiled = True
            raise ProgramFailure(f"the program did not start: {late}{self.log.errors_text()}") from None

    def _settle_start(self, timeout_s: float) -> None:
        program, driver = self.program, self.driver
        driver.until(lambda: program.state != "starting", "the project to be built", timeout_s)
        if program.build is None:
            self.is_spoiled = True
            raise ProgramFailure(f"{self.settings.project} is no mini-program project: {driver.why_stopped}")
        driver.until(driver.is_page_drawn, "the first page to be drawn", timeout_s)
        self.check_alive()
        self._wait_for_answer()

    def wait_until_drawn(self) -> None:
        """Waits until the page on top is there and has heard of it."""
        self.until(self.driver.is_page_drawn, "the page to be drawn")
        self._wait_for_answer()

    def _wait_for_answer(self) -> None:
        """What was sent before has been carried out when this returns; if the program is started again meanwhile, what
        was sent since then."""
        program, answers = self.program, list[Evaluated]()

        def is_answered_or_lost(starts: int) -> bool:
            return bool(answers) or self._starts != starts

        while not answers:
            waits = partial(is_answered_or_lost, self._starts)
            program.evaluate("0", answers.append, in_page=False)
            self.until(waits, "the program to answer")

    def settle(self, timeout_s: float | None = None) -> None:
        """Until the program has nothing more to do before time goes on or its user does something: nobody waits for an
        answer, and nothing has come but the answer to a question that was put last of all."""
        patience_s = self.settings.deadline_s if timeout_s is None else timeout_s
        until = time.monotonic() + patience_s
        while True:
            before = self._traffic
            self._wait_for_answer()
            if self._traffic == before + 1 and not self.program.activity.is_under_way:
                return
            if time.monotonic() > until:
                under_way = ", ".join(self.program.activity.pending()) or "it goes on by itself"
                raise DeadlineFailure(f"the program did not come to rest within {patience_s:g} s ({under_way})")

    def ask(
        self,
        kind: type[Answer],
        begin: Callable[[Callable[[Answer], None]], object],
        what: str,
        timeout_s: float | None = None,
    ) -> Answer:
        """What a question is answered with, a `kind`. `begin` puts it and gets the function that takes the answer."""
        answers: list[Answer] = []
        starts = self._starts
        begin(answers.append)
        is_of_logic = kind in (Evaluated, Inspected)
        self.until(lambda: bool(answers) or (is_of_logic and self._starts != starts), what, timeout_s)
        if not answers:
            raise TestFailure(f"waited for {what}; the program was started again meanwhile")
        return answers[0]

    def do(self, begin: Callable[[Done[Any]], object], what: str) -> Any:
        """The outcome of something that is asked of the program by its `door`. Raises TestFailure with the reason."""
        outcome = self.ask(object, begin, what)
        if isinstance(outcome, Failure):
            raise TestFailure(outcome.reason)
        return outcome

    def until(self, condition: Callable[[], bool], what: str, timeout_s: float | None = None) -> None:
        """Waits for something that the host sees. Raises DeadlineFailure, ProgramFailure."""
        patience_s = self.settings.deadline_s if timeout_s is None else timeout_s
        if condition():
            return
        try:
            self.driver.until(lambda: condition() or self._is_dead, what, patience_s)
        except Deadline as late:
            self.is_spoiled = True
            busy = self.log.busy_with()
            raise DeadlineFailure(f"{late}{f'; the program is busy with {busy}' if busy else ''}") from None
        if not condition():
            self.check_alive()

    def eventually(self, is_met: Callable[[], bool], timeout_s: float) -> bool:
        """Looks at a condition, which may ask the program, again and again: whenever that has said something."""
        until = time.monotonic() + timeout_s
        while True:
            before = self._traffic
            if is_met():
                return True
            left_s = until - time.monotonic()
            if left_s <= 0:
                return False
            self._wait_for_more(before, min(left_s, LOOK_AGAIN_S))

    def _wait_for_more(self, before: int, timeout_s: float) -> None:
        try:
            self.driver.until(lambda: self._traffic != before or self._is_dead, "the program to go on", timeout_s)
        except Deadline:
            return

    def pause(self, pause_ms: int) -> None:
        """Lets the program go on for a while."""
        self.driver.pause(pause_ms)

    def close(self) -> None:
        """Ends the program, and what it stored goes with it."""
        self.door.close()
        self.driver.close()
        self._folder.cleanup()

    @property
    def _is_dead(self) -> bool:
        return self.program.state in DEAD

    def check_alive(self) -> None:
        """Raises ProgramFailure if the program has ended."""
        if self._is_dead or self.log.end:
            self.is_spoiled = True
            why = self.log.end or self.driver.why_stopped or self.program.state
            raise ProgramFailure(f"the program has ended ({why}){self.log.errors_text()}")

    def _starts_again(self) -> None:
        self._starts += 1

    def _heard(self) -> None:
        self._traffic += 1


def _options(settings: RunSettings) -> ProgramOptions:
    readings = None if settings.seed is None else PlayedReadings(settings.seed, FIRST_MOMENT_MS)
    return ProgramOptions(
        device_name=settings.device, animations=False, clock="9:41", dialogs=settings.dialogs,
        restarts_after_hang=False, theme=settings.theme, world=dict(settings.world), shows_failures=False,
        readings=readings,
    )  # fmt: skip


def _neighbours(settings: RunSettings) -> Any:
    if settings.tier == "full":
        return None
    from simulator.phone.screenless import ScreenlessPhone
    from simulator.running.ends import Neighbours

    # The window asks more of a phone than a running program does.
    return Neighbours(phone=cast(Any, ScreenlessPhone))


@contextmanager
def _data_in(folder: str | Path) -> Iterator[None]:
    """A program that is made in this context keeps its data there."""
    before = os.environ.get(DATA_VARIABLE)
    os.environ[DATA_VARIABLE] = str(Path(folder))
    try:
        yield
    finally:
        if before is None:
            del os.environ[DATA_VARIABLE]
        else:
            os.environ[DATA_VARIABLE] = before
