"""What the calls about Wi-Fi share. Source of the codes: reference, Wi-Fi."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def is_ready(call: Call, ports: HostPorts) -> bool:
    """Whether Wi-Fi can be used; if not, the call has failed."""
    world = ports[WORLD]
    if not world["wifi.isStarted"]:
        call.fail("not init", errCode=12000)
    elif not world["system.isWifiOn"]:
        call.fail("wifi not turned on", errCode=12005)
    else:
        return True
    return False
