"""The door to a running program for whoever drives it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from simulator.automation.driver.driven import DrivenProgram
from simulator.automation.driver.elements import Elements
from simulator.automation.driver.hands import Hands
from simulator.automation.driver.happenings import Happenings, Listener
from simulator.automation.driver.inquiries import Inquiries
from simulator.automation.driver.outcome import Done, Failure, then
from simulator.automation.driver.readiness import Readiness
from simulator.automation.driver.screen import Screen
from simulator.automation.driver.values import Values
from simulator.automation.driver.wx_calls import WxCalls
from simulator.session.routes import Page

PATIENCE_MS = 30_000


class Driver(QObject):
    """One driver of one program; there may be several, each with mocks and exposed functions of its own.

    `elements` finds and reads, `hands` makes input, `values` reads and changes data and evaluates, `wx` calls and
    mocks, `screen` takes pictures and answers dialogs. Whoever makes it closes it.
    """

    def __init__(
        self, program: DrivenProgram, *, patience_ms: int = PATIENCE_MS, parent: QObject | None = None
    ) -> None:
        """`patience_ms`: how long an answer may take before its question fails with `timeout`."""
        super().__init__(parent)
        self._program = program
        self._number = program.logic_questions.new_driver()
        self._happenings: list[Happenings] = []
        self.inquiries = Inquiries(program, patience_ms, self)
        self.readiness = Readiness(program, self)
        self.elements = Elements(program, self.inquiries)
        self.hands = Hands(program, self.inquiries)
        self.values = Values(program, self.inquiries)
        self.wx = WxCalls(self._number, self.inquiries)
        self.screen = Screen(program, self.inquiries)

    @property
    def page(self) -> Page | None:
        """The visible page: `page_id`, `path`, `query`."""
        return self._program.page

    @property
    def stack(self) -> tuple[Page, ...]:
        """The page stack, bottom first."""
        return self._program.session.pages.stack

    def when_ready(self, done: Done[None]) -> None:
        """Once the program runs and its page has been drawn; a failure if it does not come to that."""
        self.readiness.when_ready(done)

    def route(self, api: str, url: str, done: Done[Page], *, delta: int = 1) -> None:
        """Goes to a page (`navigateTo`, `redirectTo`, `reLaunch`, `switchTab`, `navigateBack`); the result is the page,
        once it has been drawn."""
        refused = self._program.navigation.route(api, url, delta=delta)
        if refused is not None:
            done(Failure(f"{api}:fail {refused.reason}"))
            return
        self.readiness.when_ready(then(done, lambda _none: self._page()))

    def listen(self, listener: Listener) -> None:
        """Hears what happens from now on, until the driver is closed."""
        self._happenings.append(Happenings(self._program, listener))

    @property
    def entry_path(self) -> str:
        """The page that the program begins with."""
        return self._program.session.facts.entry_path

    def tab_index(self, path: str) -> int:
        """The place of a page in the tab bar; -1 if it is no tab."""
        page = self._program.session.facts.pages.get(path)
        return page.tab_index if page is not None else -1

    def plugin(self, plugin_id: str) -> str | None:
        """The name of a plug-in in the program, given as that or as its provider; None if its source is not here."""
        build = self._program.build
        found = build.project.mounts.plugins.get(plugin_id) if build is not None else None
        return found.name if found is not None else None

    def is_open(self, page_id: int) -> bool:
        """Whether there is a page of this number, in the stack or kept as a tab."""
        return self._program.session.pages.find(page_id) is not None

    def leave(self) -> None:
        """The user goes away from the program."""
        self._program.navigation.leave()

    def come_back(self) -> None:
        """And back again."""
        self._program.navigation.come_back()

    def restart(self) -> None:
        """Starts the program again from its entry page."""
        self._program.restart(keep_stack=False)

    def close(self) -> None:
        """Ends it: nobody waits or listens any more, and what it has put into the program goes."""
        for happenings in self._happenings:
            happenings.close()
        self.readiness.close()
        self.inquiries.close()
        self._program.logic_questions.forget_driver(self._number)
        self.deleteLater()

    def _page(self) -> Page | Failure:
        return self._program.page or Failure("no page is open")
