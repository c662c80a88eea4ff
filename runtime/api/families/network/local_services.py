"""What the calls about services in the phone's network share: who is found, lost, or cannot be reached.

Source: reference, mDNS.
"""

from __future__ import annotations

from runtime.api.port import HostPorts
from runtime.api.ports.local_services import LOCAL_SERVICES
from runtime.api.ports.world import WORLD
from runtime.world.radio.local_services import LocalService, present_services

MATTERS = frozenset({"lan.services", "network.type"})


def look(ports: HostPorts) -> None:
    """Listeners hear who is there that was not, and who is gone. Outside Wi-Fi nobody is there."""
    world, search = ports[WORLD], ports[LOCAL_SERVICES]
    is_in_reach = world["network.type"] == "wifi"
    there = present_services(world["lan.services"], search.service_type) if is_in_reach else {}
    lost = [name for name in search.known if name not in there]
    new = [one for name, one in there.items() if name not in search.known]
    search.known = set(there)
    for name in lost:
        world.tell("localServiceLost", {"serviceType": search.service_type, "serviceName": name})
    for one in new:
        _tell_new(ports, one)


def end(ports: HostPorts) -> None:
    """The search is over, and listeners hear of that."""
    ports[LOCAL_SERVICES].close()
    ports[WORLD].tell("localServiceStop", {})


def _tell_new(ports: HostPorts, service: LocalService) -> None:
    told = {"serviceType": service.service_type, "serviceName": service.service_name}
    if service.resolves:
        ports[WORLD].tell("localServiceFound", {**told, "ip": service.ip, "port": service.port})
    else:
        ports[WORLD].tell("localServiceResolveFail", told)
