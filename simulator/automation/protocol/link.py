"""One client's connection and its session."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.automation.protocol.session import AutomationSession
from simulator.debug.cdp.connection import Connection

MakeSession = Callable[[Callable[[str], None]], AutomationSession]


class AutomationLink:
    """Implements `simulator.debug.loopback.Link`. `wake`: there is something outgoing; `asked_to_close`: the client has
    closed the project, and has been told so."""

    def __init__(
        self,
        connection: Connection,
        make_session: MakeSession,
        wake: Callable[[], None],
        asked_to_close: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._make_session = make_session
        self._wake = wake
        self._asked_to_close = asked_to_close
        self._session: AutomationSession | None = None

    @property
    def is_greeted(self) -> bool:
        """Whether it is a client of the protocol."""
        return self._session is not None

    @property
    def is_over(self) -> bool:
        """Whether the connection is."""
        return self._connection.is_over

    def receive(self, data: bytes) -> Sequence[str]:
        """Texts of requests."""
        messages = self._connection.receive(data)
        if self._connection.is_open and self._session is None:
            self._session = self._make_session(self._say)
        return messages

    def carry_out(self, message: str) -> None:
        """One request."""
        if self._session is not None:
            self._session.receive(message)

    def take_outgoing(self) -> bytes:
        """Of the connection."""
        return self._connection.take_outgoing()

    def close(self) -> None:
        """The client has gone."""
        session, self._session = self._session, None
        if session is not None:
            session.close()
            if session.is_over:
                self._asked_to_close()

    def _say(self, text: str) -> None:
        self._connection.send(text)
        if self._session is not None and self._session.is_over and '"result":{}' in text:
            self._connection.close(NORMAL, "the project is closed")
        self._wake()


NORMAL = 1000
