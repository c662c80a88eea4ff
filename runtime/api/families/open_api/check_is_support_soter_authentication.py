"""wx.checkIsSupportSoterAuthentication."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def check_is_support_soter_authentication(call: Call, ports: HostPorts) -> None:
    """checkIsSupportSoterAuthentication."""
    call.succeed({"supportMode": ports[WORLD]["biometrics.modes"]})


HANDLERS: tuple[Handler, ...] = (
    in_host("checkIsSupportSoterAuthentication", check_is_support_soter_authentication, state="simulated"),
)
