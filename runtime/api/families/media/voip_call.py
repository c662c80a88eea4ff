"""The call that a program is in: what all that rule it share."""

from __future__ import annotations

from runtime.api.call import ApiFailure
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def require_call(ports: HostPorts) -> None:
    """Raises ApiFailure if the program has joined none."""
    if not ports[WORLD]["voip.isJoined"]:
        raise ApiFailure("not in a room")
