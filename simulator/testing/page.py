"""A page of the program under test: the one on top, or a certain one of the stack."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulator.testing.evaluation import called, evaluated
from simulator.testing.failure import TestFailure
from simulator.testing.locator import Locator, Step
from simulator.testing.page_address import Query, page_address
from simulator.testing.page_scope import PageScope
from simulator.testing.patterns import TextPattern
from simulator.testing.screen import png_of, take_picture

__tracebackhide__ = True


class Page(PageScope):
    """The one on top whenever something is asked, or a certain one."""

    def __repr__(self) -> str:
        return f"<Page {self.path}>"

    # ------------------------------------------------------------ what it is

    @property
    def query(self) -> Query:
        """What it was opened with."""
        page = self._page()
        return dict(page.query) if page else {}

    @property
    def url(self) -> str:
        """Path and query, `pages/goods/goods?id=7`."""
        return page_address(self.path, self.query)

    @property
    def title(self) -> str:
        """What the navigation bar says."""
        page = self._page()
        return self.run.shell.titles.get(page.page_id, "") if page else ""

    def data(self, path: str = "") -> Any:
        """All data, or what is at a path (`list[0].name`); None where there is nothing."""
        return self.data_of(self.page_id, path)

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Calls setData of the page."""
        self.set_data_of(self.page_id, data)

    def call(self, method: str, *args: Any) -> Any:
        """What a method of the page returns, or its promise comes to."""
        return self.call_of(self.page_id, method, args)

    def evaluate(self, code: str, *args: Any) -> Any:
        """The value of an expression in which `this` and `page` are the page, or what a function returns for `args`."""
        return evaluated(self.run, called(code, args), self.page_id)

    def screenshot(self, path: str | Path | None = None) -> bytes:
        """A picture of the phone's screen, as PNG; written to `path` as well. Full tier only."""
        data = png_of(take_picture(self.run))
        if path is not None:
            Path(path).write_bytes(data)
        return data

    # ------------------------------------------------------------ ways to elements

    def locator(self, selector: str) -> Locator:
        """Elements of the page: `#id`, `.class`, tag, `[name=value]`, `>`, `>>>` into components, joined as in WXSS."""
        return Locator(self, (Step(selector),))

    def get_by_text(self, text: TextPattern, *, exact: bool = False) -> Locator:
        """Elements, in components too, in which this text stands itself."""
        return Locator(self, (Step("*", True, text, exact),))

    # ------------------------------------------------------------ what a user does

    def scroll_to(self, top: float = 0, left: float = 0) -> None:
        """Scrolls the page. Full tier only."""
        self.finger.scroll_page(self.page_id, top, left)

    def scroll_to_end(self) -> None:
        """Scrolls the page to its end: onReachBottom."""
        self.finger.scroll_to_end(self.page_id)

    # ------------------------------------------------------------ ways to pages

    def goto(self, url: str, query: Query | None = None) -> None:
        """Opens a page as the only one (reLaunch) and waits until it is there."""
        self._go("reLaunch", url, query)

    def navigate_to(self, url: str, query: Query | None = None) -> None:
        """Opens a page over this one."""
        self._go("navigateTo", url, query)

    def redirect_to(self, url: str, query: Query | None = None) -> None:
        """Opens a page in the place of this one."""
        self._go("redirectTo", url, query)

    def switch_tab(self, url: str) -> None:
        """Goes to a tab."""
        self._go("switchTab", url, None)

    def go_back(self, delta: int = 1) -> None:
        """Goes back by so many pages."""
        self._go("navigateBack", "", None, delta=delta)

    def wait_for_path(self, path: str, *, timeout: float | None = None) -> None:
        """Waits until this page is on top."""
        wanted = path.lstrip("/")
        self.run.until(
            lambda: self.path == wanted, f"{wanted} to be on top (it is {self.path})", self.patience_s(timeout)
        )

    def _go(self, api: str, url: str, query: Query | None, *, delta: int = 1) -> None:
        target = "/" + page_address(url.lstrip("/"), query or {}) if url else ""
        refusal = self.run.program.route(api, target, delta=delta)
        if refusal is not None:
            raise TestFailure(f"{api} {target}: {refusal.reason}")
        self.run.wait_until_drawn()
