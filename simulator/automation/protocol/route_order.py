"""In what order a client hears of routes. minium is told of their ends by a function of this name that it exposes.

Of a route that it calls it must have heard before it has the reply: it takes up the page that it is told of by the way,
and looks for it as soon as it has both. Of navigateBack it must hear after the reply: only then does it begin to wait.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

ROUTE_BINDING = "onAppRouteDone"
HEARD_BEFORE = frozenset({"navigateTo", "redirectTo", "reLaunch", "switchTab"})
LEAD_MS = 30
"""So long before the reply is the end of a route told, and so long after that of navigateBack."""
PATIENCE_MS = 1000
"""A reply waits no longer for a route that has no end, such as one that the next one has overtaken."""


class RouteOrder(QObject):
    """Of one client."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: list[_Route] = []

    def begin(self) -> Callable[[Callable[[], None]], None]:
        """A route has been called. What is returned holds a reply back until the end of it has been heard."""
        route = _Route(self)
        self._open.append(route)
        return route.hold

    def ended(self) -> None:
        """The client is told of the end of a route."""
        for route in self._open:
            route.ended()
        self._open.clear()


class _Route(QObject):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reply: Callable[[], None] | None = None
        self._has_ended = False
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._release)

    def hold(self, reply: Callable[[], None]) -> None:
        """The reply is there."""
        self._reply = reply
        if not self._has_ended:
            self._clock.start(PATIENCE_MS)
        elif not self._clock.isActive():
            self._release()

    def ended(self) -> None:
        """Its end is told."""
        self._has_ended = True
        self._clock.start(LEAD_MS)

    def _release(self) -> None:
        self._has_ended = True
        if self._reply is not None:
            reply, self._reply = self._reply, None
            reply()
            self.deleteLater()
