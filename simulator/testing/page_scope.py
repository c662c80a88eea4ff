"""A page as locators see it: which one it is, what it shows, how data and methods of it are reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from runtime.protocol.program_questions import FoundNode
from simulator.automation.driver import Element
from simulator.session.routes import Page as SessionPage
from simulator.testing.failure import TestFailure
from simulator.testing.finger import Finger
from simulator.testing.nodes import described_tree
from simulator.testing.run import Run

__tracebackhide__ = True


class PageScope:
    """`number` None: whichever page is on top when something is asked."""

    def __init__(self, run: Run, finger: Finger, number: int | None = None) -> None:
        self.run = run
        self.finger = finger
        self._number = number

    @property
    def page_id(self) -> int:
        """Its number in this run; raises TestFailure if there is no page."""
        page = self._page()
        if page is None:
            raise TestFailure("the program shows no page")
        return page.page_id

    @property
    def path(self) -> str:
        """`pages/index/index`; empty if there is no page."""
        page = self._page()
        return page.path if page else ""

    def tree(self) -> list[Any]:
        """What it shows: texts, and nodes `{tag, attr, children, ref, …}`."""
        return described_tree(self.run, self.page_id)

    def patience_s(self, timeout: float | None) -> float:
        """How long to wait for something."""
        return self.run.settings.deadline_s if timeout is None else timeout

    def is_seen(self, node: FoundNode) -> bool:
        """Whether an element can be seen: in the tree; on a screen it has a size as well."""
        if node.is_hidden or not self.run.has_screen:
            return not node.is_hidden
        box = self.finger.box(self.page_id, node)
        return box["width"] > 0 and box["height"] > 0

    def data_of(self, owner: int | Element, path: str) -> Any:
        """All data of the page or a component of it, or what is at a path; None where there is nothing."""
        return self.run.do(lambda done: self.run.door.values.data(owner, done, path=path), "data")

    def set_data_of(self, owner: int | Element, data: Mapping[str, Any]) -> None:
        """Calls setData of the page or a component of it."""
        self.run.do(lambda done: self.run.door.values.set_data(owner, data, done), "setData")

    def call_of(self, owner: int | Element, method: str, args: Sequence[Any]) -> Any:
        """Calls a method of the page or a component of it."""
        values = self.run.door.values
        try:
            return self.run.do(lambda done: values.call_method(owner, method, args, done), f"{method} to return")
        except TestFailure as failure:
            if str(failure) == f"{method} not exists":
                raise TestFailure(f"{self.path}: there is no method {method}") from None
            raise

    def _page(self) -> SessionPage | None:
        pages = self.run.program.session.pages
        if self._number is None:
            return self.run.program.page
        return next((page for page in pages.stack if page.page_id == self._number), None)
