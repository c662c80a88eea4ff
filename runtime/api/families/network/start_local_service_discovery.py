"""wx.startLocalServiceDiscovery: looks for services of a type, for half a minute. Android's alone."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.network.local_services import MATTERS, end, look
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.local_services import LOCAL_SERVICES
from runtime.api.ports.phone import PHONE
from runtime.api.ports.world import WORLD
from runtime.world.world import Happening

LASTS_MS = 30_000


def start(call: Call, ports: HostPorts) -> None:
    """startLocalServiceDiscovery. Assumed: how it fails on iOS, where it cannot be used."""
    search, service_type = ports[LOCAL_SERVICES], call.text("serviceType").strip()
    if ports[PHONE].platform == "ios":
        raise ApiFailure("system not support")
    if not service_type:
        raise ApiFailure("invalid param")
    if search.service_type:
        raise ApiFailure("scan task already exist")
    search.service_type, search.run = service_type, (run := object())

    def heard(happening: Happening) -> None:
        if not MATTERS.isdisjoint(happening.after):
            look(ports)

    def over() -> None:
        if search.run is run:
            end(ports)

    search.watches = ports[WORLD].subscribe(call.later(heard))
    ports[CLOCK].after(LASTS_MS, call.later(over))
    call.succeed()
    look(ports)


HANDLERS: tuple[Handler, ...] = (in_host("startLocalServiceDiscovery", start, state="simulated"),)
