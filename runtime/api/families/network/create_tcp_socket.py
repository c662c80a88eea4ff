"""wx.createTCPSocket and its object. Source: reference, TCP.

A phone reaches other computers alone; here the one that it stands on is one of them, so that a server can be tried.
"""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.network.raw_sockets import SocketEvents, message_of, peer_of
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.sockets import SOCKETS
from runtime.api.ports.world import WORLD
from runtime.world.groups.wifi import connected

TIMEOUT_S = 2.0
LONGEST_S = 600.0


def create(call: Call, ports: HostPorts) -> None:
    """createTCPSocket: the socket is known by the id of this call."""
    ports[SOCKETS].create(call.request.call_id, SocketEvents(call, "onConnect"), is_stream=True)
    call.succeed()


def connect(call: Call, ports: HostPorts) -> None:
    """TCPSocket.connect: its outcome is an event."""
    wanted = call.number("timeout", TIMEOUT_S)
    seconds = min(wanted, LONGEST_S) if wanted > 0 else TIMEOUT_S
    ports[SOCKETS].connect(call.task_id, peer_of(call), int(seconds * 1000))
    call.succeed()


def write(call: Call, ports: HostPorts) -> None:
    """TCPSocket.write: text or a buffer."""
    ports[SOCKETS].write(call.task_id, message_of(call, "data"))
    call.succeed()


def close(call: Call, ports: HostPorts) -> None:
    """TCPSocket.close."""
    ports[SOCKETS].close(call.task_id)
    call.succeed()


def bind_wifi(call: Call, ports: HostPorts) -> None:
    """TCPSocket.bindWifi: through the network that the phone is in, as the world says."""
    network = connected(ports[WORLD].state)
    if network is None or network["BSSID"] != call.text("BSSID"):
        raise ApiFailure("the phone is not in this Wi-Fi network")
    call.emit("onBindWifi", {})
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    in_host("createTCPSocket", create),
    in_host("TCPSocket.connect", connect),
    in_host("TCPSocket.write", write),
    in_host("TCPSocket.close", close),
    in_host("TCPSocket.bindWifi", bind_wifi, state="simulated"),
    *in_js("TCPSocket.onBindWifi", "TCPSocket.offBindWifi", state="simulated"),
    *in_js(
        *(f"TCPSocket.{side}{event}" for event in ("Connect", "Message", "Error", "Close") for side in ("on", "off"))
    ),
)
