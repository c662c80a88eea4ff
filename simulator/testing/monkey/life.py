"""One use of a program from a clean start: steps are carried out, and after each is looked at what has become of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from runtime.protocol.logic import Inspected
from runtime.protocol.previews import elements_of
from simulator.running.steps import DEAD, ActionFailed, Deadline
from simulator.testing.app import App
from simulator.testing.doing import Deed, NotPossible, do
from simulator.testing.failure import DeadlineFailure, TestFailure
from simulator.testing.monkey.judge import Finding, Judge
from simulator.testing.monkey.moves import is_blank
from simulator.testing.script import steps as does
from simulator.testing.script.seen_tree import SeenTree
from simulator.touring.report import ErrorKind

PACE_MS = 500
"""So long a user looks at what has come of a step."""
MOST_BACKS = 3
MOST_ANSWERS = 8
Prepare = Callable[[App], object]
"""Done with the program after each clean start."""


@dataclass(frozen=True)
class Done:
    """A step, the page on which it was done, what its element shows, and whether another page was on top after it."""

    page: str
    step: Deed
    shown: str = ""
    moved: bool = False


@dataclass
class _OpenPage:
    """The page on top: how many `requests` had failed before it was opened, and whether something went wrong on it."""

    page_id: int = 0
    requests: int = 0
    has_failed: bool = False


class Life:
    """Of one program; the next one may begin when this is over. `done` are its steps, `tree` what the page on top
    shows; `answers` dialogs have been answered in a row, `backs_in_vain` ways back have led nowhere."""

    def __init__(self, app: App, judge: Judge, prepare: Prepare) -> None:
        self._app = app
        self._judge = judge
        self._prepare = prepare
        self.tree = SeenTree([])
        self.done: list[Done] = []
        self.is_over = False
        self.answers = 0
        self.backs_in_vain = 0
        self._page = _OpenPage()
        self._seen = (0, 0)
        self._looks = True

    @property
    def page(self) -> str:
        """The path of the page on top."""
        return self._app.page.path

    def begin(self) -> list[Finding]:
        """Starts the program clean; what is wrong already."""
        self._judge.forget()
        return self._look_after(self._start)

    def do(self, step: Deed, shown: str = "") -> list[Finding]:
        """Does one step; what went wrong with it. Raises NotPossible, after which nothing has happened."""
        page, before = self.page, self._place()
        found = self._look_after(lambda: do(self._app, step))
        self.done.append(Done(page, step, shown, self._place() != before))
        return [*found, *self._without_end(step, before)]

    def relive(self, steps: Sequence[Done], wanted: tuple[str, ...]) -> list[Done] | None:
        """Those steps that were done of these until something is found that is the `wanted` (`Finding.key`); None if it
        is not."""
        self._looks = wanted[0] == "blank"
        found = self.begin()
        for one in steps:
            if any(finding.key == wanted for finding in found):
                return self.done
            if self.is_over:
                return None
            try:
                found = self.do(one.step, one.shown)
            except NotPossible:
                continue
        return self.done if any(finding.key == wanted for finding in found) else None

    # ------------------------------------------------------------ within

    def _look_after(self, act: Callable[[], None]) -> list[Finding]:
        requests = self._judge.failed_requests
        try:
            act()
            self._app.settle()
            if self._looks:
                self._see_page()
        except NotPossible:
            raise
        except (TestFailure, Deadline, ActionFailed) as why:
            return self._ended(why)
        if self._place()[0] != self._page.page_id:
            self._page = _OpenPage(self._place()[0], requests)
        found = self._judge.new_findings()
        self._page.has_failed = self._page.has_failed or bool(found)
        self.is_over = self._app.run.program.state in DEAD
        return [*found, *self._blank()]

    def _start(self) -> None:
        self._app.begin_test(is_fresh=True)
        self._prepare(self._app)

    def _see_page(self) -> None:
        """Asks for the tree of the page on top, unless it is still the one that was seen last."""
        run = self._app.run
        page_id = self._place()[0]
        seen = (page_id, self._judge.paints)
        if seen == self._seen:
            return
        self._seen = seen
        if not page_id:
            self.tree = SeenTree([])
            return
        questions = run.program.logic_questions
        answer = run.ask(Inspected, lambda done: questions.inspect_page("tree", page_id, done), "the tree")
        self.tree = SeenTree(elements_of(answer.value) or [])

    def _ended(self, why: Exception) -> list[Finding]:
        """The program has ended, or does not come to rest; what else fails was not possible."""
        program = self._app.run.program
        found = self._judge.new_findings()
        if isinstance(why, DeadlineFailure) and program.state not in DEAD:
            # What the program waits for in vain is the host's to give.
            kind: ErrorKind = "handset" if program.activity.is_under_way else "program"
            found.append(Finding(kind, "restless", str(why)))
        elif program.state not in DEAD and not self._app.run.is_spoiled:
            raise NotPossible(str(why)) from None
        elif not found:
            found.append(Finding("handset", "crash", str(why)))
        self.is_over = True
        return found

    def _blank(self) -> list[Finding]:
        """A page on which there is nothing. Without the network it may have to be; after an error it comes of that."""
        page = self._page
        if not self._looks or self.is_over or not page.page_id or page.has_failed or not is_blank(self.tree):
            return []
        kind: ErrorKind = "environment" if self._judge.failed_requests > page.requests else "program"
        return [Finding(kind, "blank", f"{self.page} shows nothing")]

    def _without_end(self, step: Deed, before: tuple[int, int, str]) -> list[Finding]:
        """Whether its user does not get out of something."""
        if isinstance(step, does.PassTime):
            return []
        dialogs = self._app.dialogs.open
        self.answers = self.answers + 1 if isinstance(step, does.AnswerDialog | does.ChooseEntry) else 0
        if self.answers >= MOST_ANSWERS and dialogs:
            self.is_over = True
            return [Finding("program", "dialogs", f"after each answer there is a dialog again: {dialogs[0]}")]
        _, depth, path = self._place()
        is_vain = isinstance(step, does.GoBack) and not dialogs and path == before[2] and depth >= before[1]
        self.backs_in_vain = self.backs_in_vain + 1 if is_vain else 0
        if self.backs_in_vain < MOST_BACKS:
            return []
        self.is_over = True
        return [Finding("program", "stuck", f"{self.page} cannot be left: each way back leads to it again")]

    def _place(self) -> tuple[int, int, str]:
        """The number of the page on top, how many there are, its path."""
        pages = self._app.run.program.session.pages
        return (pages.top.page_id, len(pages.stack), pages.top.path) if pages.top else (0, 0, "")
