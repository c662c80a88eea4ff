"""Routes between pages, and the life of the program."""

from __future__ import annotations

from typing import Literal, Protocol

from runtime.api.call import ApiFailure
from runtime.api.port import Port

OpenType = Literal["navigateTo", "redirectTo", "switchTab", "reLaunch", "navigateBack"]


class NavigationPort(Protocol):
    """Routes. The session implements it."""

    def route(self, open_type: OpenType, url: str, delta: int, call_id: int) -> None:
        """Accepts a route. Raises ApiFailure with the platform's reason if it is refused."""

    def rewrite(self, page_id: int, url: str, *, keeps_query: bool) -> None:
        """Leads the route that has opened a page to another one. Raises ApiFailure with the reason if it cannot."""

    def is_tab_page(self, page_id: int) -> bool:
        """Whether the page is one of the tab bar's."""

    def tab_count(self) -> int:
        """How many items the tab bar has; 0 without one."""

    def leave(self) -> None:
        """The program ends or goes to the background (exitMiniProgram)."""

    def restart(self) -> None:
        """The program starts again from its entry page (restartMiniProgram, applyUpdate)."""


class FakeNavigation:
    """Accepts every route but those to `/missing`."""

    def __init__(self) -> None:
        self.routes: list[tuple[str, str, int, int]] = []
        self.rewritten: list[tuple[int, str, bool]] = []
        self.tab_pages: set[int] = {1}
        self.tabs = 2
        self.ended: list[str] = []

    def route(self, open_type: OpenType, url: str, delta: int, call_id: int) -> None:
        if url == "/missing":
            raise ApiFailure('page "missing" is not found')
        self.routes.append((open_type, url, delta, call_id))

    def rewrite(self, page_id: int, url: str, *, keeps_query: bool) -> None:
        if url == "/missing":
            raise ApiFailure('page "missing" is not found')
        self.rewritten.append((page_id, url, keeps_query))

    def is_tab_page(self, page_id: int) -> bool:
        return page_id in self.tab_pages

    def tab_count(self) -> int:
        return self.tabs

    def leave(self) -> None:
        self.ended.append("leave")

    def restart(self) -> None:
        self.ended.append("restart")


NAVIGATION: Port[NavigationPort] = Port("navigation", FakeNavigation)
