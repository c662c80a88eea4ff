"""wx.stopLocalServiceDiscovery."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.network.local_services import end
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.local_services import LOCAL_SERVICES


def stop(call: Call, ports: HostPorts) -> None:
    """stopLocalServiceDiscovery."""
    if not ports[LOCAL_SERVICES].service_type:
        raise ApiFailure("task not found")
    call.succeed()
    end(ports)


HANDLERS: tuple[Handler, ...] = (in_host("stopLocalServiceDiscovery", stop, state="simulated"),)
