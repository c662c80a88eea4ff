"""One client's connection and what is said on it, which begins when the client has shown that it may come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from simulator.debug.cdp.connection import Connection


class Conversation(Protocol):
    """What is said on a connection."""

    def receive(self, text: str) -> None:
        """The client has said something."""

    def close(self) -> None:
        """The client has gone."""


class ConversationLink:
    """Implements `simulator.debug.loopback.Link`. `wake`: there is something outgoing."""

    def __init__(
        self,
        connection: Connection,
        make_session: Callable[[Callable[[str], None]], Conversation],
        wake: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._make_session = make_session
        self._wake = wake
        self._session: Conversation | None = None

    @property
    def is_greeted(self) -> bool:
        """Whether the client has come in."""
        return self._session is not None

    @property
    def is_over(self) -> bool:
        """Whether the connection is."""
        return self._connection.is_over

    def receive(self, data: bytes) -> Sequence[str]:
        """Texts of commands."""
        messages = self._connection.receive(data)
        if self._connection.is_open and self._session is None:
            self._session = self._make_session(self._say)
        return messages

    def carry_out(self, message: str) -> None:
        """One command."""
        if self._session is not None:
            self._session.receive(message)

    def take_outgoing(self) -> bytes:
        """Of the connection."""
        return self._connection.take_outgoing()

    def close(self) -> None:
        """The session ends."""
        if self._session is not None:
            self._session.close()

    def _say(self, text: str) -> None:
        self._connection.send(text)
        self._wake()
