"""`handset open --inspect`: lets debuggers in, at the same address whatever project is open, and prints it."""

from __future__ import annotations

import sys
from typing import Protocol

from simulator.debug.cdp.server import new_token


class Listening(Protocol):
    """A program's server; `HostedDevTools` is one."""

    def listen(self, port: int = 0, token: str = "", *, is_listed: bool = False) -> str:
        """The address. Raises OSError."""


class DebugDoor:
    """`port` 0 is any that is free; it stays the same while the window is open."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._token = new_token()
        self._told = ""

    def open(self, devtools: Listening) -> None:
        """From now on this program is debugged at the address, which is printed when it is a new one."""
        try:
            address = devtools.listen(self._port, self._token, is_listed=True)
        except OSError as error:
            print(f"handset: no debugger can come in at port {self._port}: {error}", file=sys.stderr, flush=True)
            return
        self._port = int(address.rpartition("/")[0].rpartition(":")[2])
        if address != self._told:
            self._told = address
            print(f"Debugger listening on {address}", flush=True)
