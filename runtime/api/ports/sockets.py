"""TCP and UDP sockets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from runtime.api.call import ApiFailure
from runtime.api.port import Port


@dataclass(frozen=True, slots=True)
class Peer:
    """One end of a connection, or the sender of a packet. `family`: IPv4 or IPv6."""

    address: str
    port: int
    family: str = "IPv4"


class RawListener(Protocol):
    """Hears of one socket."""

    def opened(self) -> None:
        """TCP: the connection stands. UDP: packets can come."""

    def message(self, data: bytes, remote: Peer, local: Peer) -> None:
        """Bytes of a stream as they came, or one packet."""

    def failed(self, reason: str) -> None:
        """What was asked has not worked."""

    def closed(self) -> None:
        """The end, whoever wanted it."""


class SocketsPort(Protocol):
    """TCP and UDP sockets by the call that created each. All but `create` raise ApiFailure for one that is closed."""

    def create(self, socket_id: int, listener: RawListener, *, is_stream: bool) -> None:
        """A socket that does nothing yet. Raises ApiFailure if too many are open."""

    def connect(self, socket_id: int, peer: Peer, timeout_ms: int) -> None:
        """TCP: begins to connect. UDP: remembers where `write` sends."""

    def write(self, socket_id: int, data: bytes) -> None:
        """Sends to where it is connected."""

    def send(self, socket_id: int, data: bytes, peer: Peer) -> None:
        """Sends one packet."""

    def bind(self, socket_id: int, port: int) -> int:
        """Takes a port of this computer for packets, 0: any; returns it."""

    def set_ttl(self, socket_id: int, ttl: int) -> None:
        """How many hops packets live."""

    def close(self, socket_id: int) -> None:
        """Ends a socket."""

    def drop_all(self) -> None:
        """The program has ended: every socket ends without a word."""


class FakeSockets:
    """Keeps what is asked; a test answers through the listener."""

    def __init__(self) -> None:
        self.listeners: dict[int, RawListener] = {}
        self.done: list[tuple[Any, ...]] = []

    def create(self, socket_id: int, listener: RawListener, *, is_stream: bool) -> None:
        self.listeners[socket_id] = listener
        self.done.append(("create", is_stream))

    def connect(self, socket_id: int, peer: Peer, timeout_ms: int) -> None:
        self._note(socket_id, "connect", peer, timeout_ms)

    def write(self, socket_id: int, data: bytes) -> None:
        self._note(socket_id, "write", data)

    def send(self, socket_id: int, data: bytes, peer: Peer) -> None:
        self._note(socket_id, "send", data, peer)

    def bind(self, socket_id: int, port: int) -> int:
        self._note(socket_id, "bind", port)
        return port or 50_000

    def set_ttl(self, socket_id: int, ttl: int) -> None:
        self._note(socket_id, "ttl", ttl)

    def close(self, socket_id: int) -> None:
        self._note(socket_id, "close")
        del self.listeners[socket_id]

    def drop_all(self) -> None:
        self.listeners.clear()

    def _note(self, socket_id: int, *what: Any) -> None:
        if socket_id not in self.listeners:
            raise ApiFailure("socket is closed")
        self.done.append(what)


SOCKETS: Port[SocketsPort] = Port("sockets", FakeSockets)
