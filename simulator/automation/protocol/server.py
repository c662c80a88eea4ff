"""The server: a port on loopback, by both of its addresses, and a session for each client."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from simulator.automation.driver import Driver
from simulator.automation.driver.driven import DrivenProgram
from simulator.automation.driver.driver import PATIENCE_MS
from simulator.automation.protocol.admission import AutomationAdmission
from simulator.automation.protocol.desk import Desk
from simulator.automation.protocol.session import AutomationSession, ProjectEnd
from simulator.debug.cdp.connection import Connection
from simulator.debug.cdp.link import ConversationLink
from simulator.debug.loopback import LoopbackServer

MOST_CLIENTS = 16
GOING_AWAY = 1001


class AutomationServer(QObject):
    """Serves one program. `project_closed`: a client has closed the project."""

    project_closed = Signal()

    def __init__(
        self,
        program: DrivenProgram,
        desk: Desk,
        *,
        port: int = 0,
        patience_ms: int = PATIENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        """Raises PortTaken. `port` 0 is any that is free."""
        super().__init__(parent)
        self._program = program
        self._desk = desk
        self._patience_ms = patience_ms
        self._server = LoopbackServer(port, self._link, MOST_CLIENTS, self, by_both_addresses=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.port

    @property
    def client_count(self) -> int:
        """How many connections there are."""
        return self._server.client_count

    def close(self) -> None:
        """Ends all sessions, and itself with the next turn."""
        self._server.close()
        self.deleteLater()

    def _link(self, wake: Callable[[], None]) -> ConversationLink:
        connection = Connection(AutomationAdmission())

        def say_goodbye() -> None:
            connection.close(GOING_AWAY, "the project is closed")
            wake()

        return ConversationLink(connection, lambda send: self._session(send, say_goodbye), wake)

    def _session(self, send: Callable[[str], None], say_goodbye: Callable[[], None]) -> AutomationSession:
        driver = Driver(self._program, patience_ms=self._patience_ms)
        driver.come_back()
        return AutomationSession(driver, self._desk, send, ProjectEnd(say_goodbye, self.project_closed.emit))
