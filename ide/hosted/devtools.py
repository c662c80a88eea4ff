"""The program's server of the Chrome DevTools Protocol: for the panel, and at a port for whoever the user lets in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from simulator.running.as_debuggee import as_debuggee
from simulator.running.program import RunningProgram

if TYPE_CHECKING:
    from simulator.debug.cdp.discovery import Target
    from simulator.debug.cdp.server import CdpServer


class HostedDevTools:
    """Implements `ide.models.debug_target.DevTools`. The server is made when somebody first asks for it."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program
        self._server: CdpServer | None = None

    def address(self) -> str:
        """At any port."""
        try:
            return self.listen()
        except OSError:
            return ""

    @property
    def target(self) -> Target | None:
        """The program as clients show it, while there is a server."""
        return self._server.target if self._server is not None else None

    def listen(
        self, port: int = 0, token: str = "", *, is_listed: bool = False, others: Callable[[], Sequence[Target]] = tuple
    ) -> str:
        """The address of the server, which is made with these if there is none. Raises OSError."""
        if self._server is None:
            from simulator.debug.cdp.server import CdpServer

            self._server = CdpServer(
                as_debuggee(self._program), port=port, token=token, is_listed=is_listed, others=others,
                parent=self._program,
            )  # fmt: skip
        return self._server.address

    def close(self) -> None:
        """Ends all sessions; the port is free."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
