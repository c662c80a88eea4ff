"""Routes asked for by the program, handed to the session."""

from __future__ import annotations

from collections.abc import Callable

from runtime.api.call import ApiFailure
from runtime.api.ports.navigation import NAVIGATION, NavigationPort, OpenType
from runtime.project.model import Project
from simulator.api.surroundings import Real, Routes, Surroundings
from simulator.session.session import Session


class SessionNavigation:
    """The `NavigationPort` of the host. `restart` starts the program again from its entry page, a little later: the
    answer to the call that asks for it comes first."""

    def __init__(self, session: Session, routes: Routes, restart: Callable[[], None]) -> None:
        self._session = session
        self._routes = routes
        self._restart = restart

    def route(self, open_type: OpenType, url: str, delta: int, call_id: int) -> None:
        """Accepts a route. Raises ApiFailure with the platform's reason if it is refused."""
        failure = self._routes.route(open_type, url, delta=delta, call_id=call_id)
        if failure is not None:
            raise ApiFailure(failure.reason)

    def rewrite(self, page_id: int, url: str, *, keeps_query: bool) -> None:
        """Leads the route that has opened a page to another one. Raises ApiFailure with the reason if it cannot."""
        failure = self._routes.rewrite(page_id, url, keeps_query=keeps_query)
        if failure is not None:
            raise ApiFailure(failure.reason)

    def is_tab_page(self, page_id: int) -> bool:
        """Whether the page is one of the tab bar's."""
        page = self._session.pages.find(page_id)
        return page is not None and page.tab_index >= 0

    def tab_count(self) -> int:
        """How many items the tab bar has; 0 without one."""
        return len((self._session.facts.app.get("tabBar") or {}).get("list") or [])

    def leave(self) -> None:
        """The program goes to the background."""
        self._routes.leave()

    def restart(self) -> None:
        """The program starts again from its entry page."""
        self._restart()


def _make(around: Surroundings, _project: Project) -> NavigationPort:
    return SessionNavigation(around.session, around.routes, around.restart)


REAL: Real[NavigationPort] = Real(NAVIGATION, _make)
