"""wx.createUDPSocket and its object. Source: reference, UDP."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.network.raw_sockets import LAST_PORT, SocketEvents, message_of, peer_of
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.sockets import SOCKETS

LAST_TTL = 255


def create(call: Call, ports: HostPorts) -> None:
    """createUDPSocket: the socket is known by the id of this call."""
    ports[SOCKETS].create(call.request.call_id, SocketEvents(call, "onListening"), is_stream=False)
    call.succeed()


def bind(call: Call, ports: HostPorts) -> None:
    """UDPSocket.bind: returns the port."""
    port = call.number("port")
    if port != int(port) or not 0 <= port <= LAST_PORT:
        raise ApiFailure("invalid port")
    call.succeed({"value": ports[SOCKETS].bind(call.task_id, int(port))})


def connect(call: Call, ports: HostPorts) -> None:
    """UDPSocket.connect: where `write` sends to."""
    ports[SOCKETS].connect(call.task_id, peer_of(call), 0)
    call.succeed()


def send(call: Call, ports: HostPorts) -> None:
    """UDPSocket.send: one packet."""
    ports[SOCKETS].send(call.task_id, _part(call), peer_of(call))
    call.succeed()


def write(call: Call, ports: HostPorts) -> None:
    """UDPSocket.write: one packet to where the socket is connected; an address that is given too counts for nothing."""
    ports[SOCKETS].write(call.task_id, _part(call))
    call.succeed()


def set_ttl(call: Call, ports: HostPorts) -> None:
    """UDPSocket.setTTL."""
    ttl = call.number("ttl")
    if ttl != int(ttl) or not 0 < ttl <= LAST_TTL:
        raise ApiFailure("invalid ttl")
    ports[SOCKETS].set_ttl(call.task_id, int(ttl))
    call.succeed()


def close(call: Call, ports: HostPorts) -> None:
    """UDPSocket.close."""
    ports[SOCKETS].close(call.task_id)
    call.succeed()


def _part(call: Call) -> bytes:
    """`offset` and `length` are of buffers alone."""
    message = message_of(call, "message")
    if isinstance(call.args.get("message"), str):
        return message
    offset = int(call.number("offset"))
    length = int(call.number("length", len(message) - offset))
    if offset < 0 or length < 0 or offset + length > len(message):
        raise ApiFailure("invalid offset or length")
    return message[offset : offset + length]


HANDLERS: tuple[Handler, ...] = (
    in_host("createUDPSocket", create),
    in_host("UDPSocket.bind", bind),
    in_host("UDPSocket.connect", connect),
    in_host("UDPSocket.send", send),
    in_host("UDPSocket.write", write),
    in_host("UDPSocket.setTTL", set_ttl),
    in_host("UDPSocket.close", close),
    *in_js(
        *(f"UDPSocket.{side}{event}" for event in ("Listening", "Message", "Error", "Close") for side in ("on", "off"))
    ),
)
