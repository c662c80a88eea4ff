"""wx.checkIsSoterEnrolledInDevice."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def check_is_soter_enrolled_in_device(call: Call, ports: HostPorts) -> None:
    """checkIsSoterEnrolledInDevice."""
    is_enrolled = call.text("checkAuthMode") in ports[WORLD]["biometrics.enrolled"]
    call.succeed({"isEnrolled": is_enrolled})


HANDLERS: tuple[Handler, ...] = (
    in_host("checkIsSoterEnrolledInDevice", check_is_soter_enrolled_in_device, state="simulated"),
)
