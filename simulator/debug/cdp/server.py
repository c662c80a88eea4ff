"""The server: a port on loopback, and a session for each client that comes with the token."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from simulator.debug.cdp.admission import Admission
from simulator.debug.cdp.all_domains import domains_of
from simulator.debug.cdp.commands import Domain, EventSink
from simulator.debug.cdp.connection import Connection
from simulator.debug.cdp.discovery import Target, documents
from simulator.debug.cdp.history import History
from simulator.debug.cdp.link import ConversationLink
from simulator.debug.cdp.session import Session, description
from simulator.debug.debuggee import Debuggee
from simulator.debug.loopback import LoopbackServer, PortTaken

MOST_CLIENTS = 16


def new_token() -> str:
    """The end of an address that nobody can guess."""
    return secrets.token_urlsafe(24)


class CdpServer(QObject):
    """Serves one program.

    `port` 0 is any that is free, an empty `token` one that nobody can guess. `is_listed`: whoever asks the port is told
    the address, token and all, as clients expect that find their targets themselves; else only who knows it can come.
    `others` are listed beside it: programs with servers of their own.
    """

    def __init__(
        self,
        debuggee: Debuggee,
        *,
        port: int = 0,
        token: str = "",
        is_listed: bool = False,
        others: Callable[[], Sequence[Target]] = tuple,
        parent: QObject | None = None,
    ) -> None:
        """Raises PortTaken."""
        super().__init__(parent)
        self._debuggee = debuggee
        self._token = token or new_token()
        self._name = secrets.token_hex(8)
        self._history = History(debuggee.records)
        listed = documents(lambda: [self.target, *others()], self._description) if is_listed else {}
        self._admission = Admission(self._token, listed)
        try:
            self._server = LoopbackServer(port, self._link, MOST_CLIENTS, self)
        except PortTaken:
            self._history.close()
            raise

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.port

    @property
    def address(self) -> str:
        """What a client connects to."""
        return f"ws://127.0.0.1:{self.port}/{self._token}"

    @property
    def target(self) -> Target:
        """The program as clients show it."""
        return Target(self._name, self._debuggee.title(), self._debuggee.root.as_uri(), self.address)

    @property
    def client_count(self) -> int:
        """How many connections there are."""
        return self._server.client_count

    def close(self) -> None:
        """Ends all sessions, and itself with the next turn."""
        self._server.close()
        self._history.close()
        self.deleteLater()

    def _link(self, wake: Callable[[], None]) -> ConversationLink:
        return ConversationLink(Connection(self._admission), self._session, wake)

    def _session(self, send: Callable[[str], None]) -> Session:
        return Session(self._domains, send)

    def _domains(self, event: EventSink) -> Sequence[Domain]:
        return domains_of(self._debuggee, self._history, event, self._name)

    def _description(self) -> object:
        domains = self._domains(lambda method, **params: None)
        told = description(domains)
        for domain in domains:
            domain.close()
        return told
