"""The phone's Bluetooth as one program uses it: what it has opened, found, connected. It touches no radio: who is there
is the world's to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from runtime.api.port import Port

LEAST_MTU = 23

Place = tuple[str, str]
"""A characteristic of a device: the UUIDs of its service and of itself, in their long form."""


@dataclass(eq=False)
class Scan:
    """A search for devices; there is at most one. `services`: UUIDs of which one must be advertised, empty: none
    must. `told`: addresses that the program has heard of."""

    services: Sequence[str]
    allows_duplicates: bool
    interval_ms: int
    told: set[str] = field(default_factory=set)


@dataclass(eq=False)
class Subscription:
    """The program hears of a characteristic's values."""

    told: int = 0


@dataclass(eq=False)
class Connection:
    """To a peripheral. `read_services` and `read_characteristics`: what the program has asked for."""

    mtu: int = LEAST_MTU
    read_services: bool = False
    read_characteristics: set[str] = field(default_factory=set)
    subscriptions: dict[Place, Subscription] = field(default_factory=dict)


@dataclass(eq=False)
class Server:
    """The phone as a peripheral. `tell` fires an event of its object; `asked` are the requests that wait
    for an answer, by their ids."""

    tell: Callable[[str, Any], None]
    services: list[dict[str, Any]] = field(default_factory=list)
    advertised: dict[str, Any] | None = None
    subscribed: set[Place] = field(default_factory=set)
    asked: dict[int, Place] = field(default_factory=dict)


@dataclass(eq=False)
class Bluetooth:
    """By the addresses of the peripherals, in the order in which they came. `watches` ends hearing of the world."""

    modes: set[str] = field(default_factory=set)
    scan: Scan | None = None
    found: list[str] = field(default_factory=list)
    connecting: dict[str, object] = field(default_factory=dict)
    connections: dict[str, Connection] = field(default_factory=dict)
    written: dict[tuple[str, Place], str] = field(default_factory=dict)
    paired: set[str] = field(default_factory=set)
    servers: dict[str, Server] = field(default_factory=dict)
    central: str = ""
    last_request: int = 0
    watches: Callable[[], None] | None = None

    def close(self) -> None:
        """The adapter is closed, or the program has ended: nothing of it goes on. Pairs stay pairs."""
        if self.watches is not None:
            self.watches()
            self.watches = None
        self.modes.clear()
        self.scan, self.central = None, ""
        for one in (self.found, self.connecting, self.connections, self.written, self.servers):
            one.clear()

    def subscribers(self, address: str) -> Iterator[tuple[Place, Subscription]]:
        """What the program hears of at a device."""
        connection = self.connections.get(address)
        yield from list(connection.subscriptions.items()) if connection else ()


BLUETOOTH: Port[Bluetooth] = Port("bluetooth", Bluetooth)
