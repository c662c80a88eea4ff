"""wx.checkIsSupportFacialRecognition: whether the phone knows faces, as the world says."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD

NOT_SUPPORTED = 90001
"""`Assumed:` the code of wx.startSoterAuthentication."""


def check(call: Call, ports: HostPorts) -> None:
    """checkIsSupportFacialRecognition."""
    if "facial" in ports[WORLD]["biometrics.modes"]:
        call.succeed({"errCode": 0})
    else:
        call.fail("not support facial recognition", errCode=NOT_SUPPORTED)


HANDLERS: tuple[Handler, ...] = (in_host("checkIsSupportFacialRecognition", check, state="simulated"),)
