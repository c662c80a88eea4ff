"""One client at a port: frames, and its debug session."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.debug.dap.framing import Framing, NoClient, frame
from simulator.debug.dap.session import DebugSession

MakeSession = Callable[[Callable[[bytes], None], Callable[[], None]], DebugSession]
"""Gets where bodies of messages go, and what is to be called when the client wants to go."""


class DapLink:
    """Implements `simulator.debug.loopback.Link`. `wake`: there is something outgoing."""

    def __init__(self, make_session: MakeSession, wake: Callable[[], None]) -> None:
        self._framing = Framing()
        self._outgoing = bytearray()
        self._wake = wake
        self.is_greeted = False
        self.is_over = False
        self._session = make_session(self._say, self._leave)

    def receive(self, data: bytes) -> Sequence[bytes]:
        """Bodies of requests; none of somebody who is no client, which is its end."""
        try:
            bodies = self._framing.receive(data)
        except NoClient:
            self.is_over = True
            return []
        self.is_greeted = self.is_greeted or bool(bodies)
        return bodies

    def carry_out(self, message: bytes) -> None:
        """One request."""
        self._session.receive(message)

    def take_outgoing(self) -> bytes:
        """Framed."""
        taken, self._outgoing = bytes(self._outgoing), bytearray()
        return taken

    def close(self) -> None:
        """The session ends, and its program."""
        self._session.close()

    def _say(self, body: bytes) -> None:
        self._outgoing += frame(body)
        self._wake()

    def _leave(self) -> None:
        self.is_over = True
        self._wake()
