"""wx.createBLEPeripheralServer: the server is known by the id of this call."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, ready, refusal
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import Server

MOST_SERVERS = 10


def create(call: Call, ports: HostPorts) -> None:
    """createBLEPeripheralServer."""
    bluetooth = ready(ports, "peripheral")
    if len(bluetooth.servers) >= MOST_SERVERS:
        raise refusal("system error")
    server_id = str(call.request.call_id)
    bluetooth.servers[server_id] = Server(call.emit)
    call.succeed({**DONE, "serverId": server_id})


HANDLERS: tuple[Handler, ...] = (in_host("createBLEPeripheralServer", create, state="simulated"),)
