"""wx.getPrivacySetting: whether the user still has to agree to the privacy contract."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_privacy_setting(call: Call, ports: HostPorts) -> None:
    """getPrivacySetting."""
    world = ports[WORLD]
    name = world["privacy.contractName"]
    call.succeed({"needAuthorization": not world["privacy.isAgreed"], "privacyContractName": name})


HANDLERS: tuple[Handler, ...] = (in_host("getPrivacySetting", get_privacy_setting, state="simulated"),)
