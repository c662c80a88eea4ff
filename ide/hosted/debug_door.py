"""`handset open --inspect`: lets debuggers in, at the same address whatever project is open, and prints it.

The project's first phone is at that address; others have addresses of their own, which its list has.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from simulator.debug.cdp.discovery import Target
from simulator.debug.cdp.server import new_token


class Listening(Protocol):
    """A program's server; `HostedDevTools` is one."""

    @property
    def target(self) -> Target | None:
        """The program as clients show it, while there is a server."""

    def listen(
        self, port: int = 0, token: str = "", *, is_listed: bool = False, others: Callable[[], Sequence[Target]] = tuple
    ) -> str:
        """The address. Raises OSError."""


class DebugDoor:
    """`port` 0 is any that is free; it stays the same while the window is open."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._token = new_token()
        self._told = ""
        self._others: dict[str, Listening] = {}

    def open(self, devtools: Listening) -> None:
        """From now on this program is debugged at the address, which is printed when it is a new one."""
        try:
            address = devtools.listen(self._port, self._token, is_listed=True, others=self._listed)
        except OSError as error:
            _refused(f"at port {self._port}", error)
            return
        self._port = int(address.rpartition("/")[0].rpartition(":")[2])
        if address != self._told:
            self._told = address
            print(f"Debugger listening on {address}", flush=True)

    def add(self, devtools: Listening, name: str) -> None:
        """The program of a further phone: listed, and printed, with its own address."""
        try:
            address = devtools.listen()
        except OSError as error:
            _refused(f"to {name}", error)
            return
        self._others[name] = devtools
        print(f"Debugger of {name} listening on {address}", flush=True)

    def _listed(self) -> list[Target]:
        named = [(name, devtools.target) for name, devtools in self._others.items()]
        return [replace(target, title=f"{target.title} ({name})") for name, target in named if target is not None]


def _refused(where: str, error: OSError) -> None:
    print(f"handset: no debugger can come in {where}: {error}", file=sys.stderr, flush=True)
