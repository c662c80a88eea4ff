"""Routes asked for by the program, handed to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from runtime.api.call import ApiFailure
from runtime.api.ports import OpenType

if TYPE_CHECKING:
    from simulator.running.program import Program


class SessionNavigation:
    """The `NavigationPort` of the host."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def route(self, open_type: OpenType, url: str, delta: int, call_id: int) -> None:
        """Accepts a route. Raises ApiFailure with the platform's reason if it is refused."""
        failure = self._program.route(open_type, url, delta=delta, call_id=call_id)
        if failure is not None:
            raise ApiFailure(failure.reason)

    def is_tab_page(self, page_id: int) -> bool:
        """Whether the page is one of the tab bar's."""
        session = self._program.session
        page = session.pages.find(page_id) if session else None
        return page is not None and page.tab_index >= 0

    def tab_count(self) -> int:
        """How many items the tab bar has; 0 without one."""
        session = self._program.session
        return len((session.facts.app.get("tabBar") or {}).get("list") or []) if session else 0

    def leave(self) -> None:
        """The program goes to the background."""
        self._program.set_foreground(visible=False)

    def restart(self) -> None:
        """The program starts again from its entry page, after the answer to this call is on its way."""
        QTimer.singleShot(0, self._program, lambda: self._program.restart(keep_stack=False))
