"""What TCP and UDP sockets share: where they may go, what they may send, what their listeners get."""

from __future__ import annotations

from dataclasses import asdict

from runtime.api.call import ApiFailure, Call, as_bytes, from_bytes
from runtime.api.ports.sockets import Peer

LAST_PORT = 65_535
LAST_RESERVED_PORT = 1023
# Source: reference, TCP: ports that nobody may connect to.
FORBIDDEN_PORTS = frozenset(
    {1099, 1433, 1521, 1719, 1720, 1723, 2049, 2375, 3128, 3306, 3389, 3659, 4045, 5060, 5061, 5432, 5984, 6000, 6379}
    | {6566, 7001, 7002, *range(8000, 8101), 8443, 8888, 9200, 9300, 10051, 10080, 11211, 27017, 27018, 27019}
)


class SocketEvents:
    """Turns what a socket does into events of its object. `opened_event`: `onConnect` or `onListening`."""

    def __init__(self, call: Call, opened_event: str) -> None:
        self._call = call
        self._opened_event = opened_event

    def opened(self) -> None:
        self._call.emit(self._opened_event, {})

    def message(self, data: bytes, remote: Peer, local: Peer) -> None:
        info = {**asdict(remote), "size": len(data)}
        self._call.emit("onMessage", {"message": from_bytes(data), "remoteInfo": info, "localInfo": asdict(local)})

    def failed(self, reason: str) -> None:
        self._call.emit("onError", {"errMsg": reason})

    def closed(self) -> None:
        self._call.emit("onClose", {})


def peer_of(call: Call) -> Peer:
    """Where a call goes. Raises ApiFailure for ports that the platform refuses."""
    address, port = call.text("address").strip(), call.number("port")
    if not address:
        raise ApiFailure("invalid address")
    if port != int(port) or not 0 < port <= LAST_PORT:
        raise ApiFailure("invalid port")
    if port <= LAST_RESERVED_PORT or port in FORBIDDEN_PORTS:
        raise ApiFailure(f"port {int(port)} is forbidden")
    return Peer(address, int(port))


def message_of(call: Call, name: str) -> bytes:
    """The bytes of an argument that is text or a buffer. Raises ApiFailure for anything else."""
    given = call.args.get(name)
    raw = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else as_bytes(given)
    if raw is None:
        raise ApiFailure(f"parameter error: parameter.{name} should be String or ArrayBuffer")
    return raw
