"""wx.updateVoIPChatMuteConfig."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.media.voip_call import require_call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD

VALUES = {"muteMicrophone": "voip.isMicrophoneMuted", "muteEarphone": "voip.isEarphoneMuted"}


def update_mute_config(call: Call, ports: HostPorts) -> None:
    """updateVoIPChatMuteConfig: what is not named stays as it is."""
    require_call(ports)
    given = call.members("muteConfig")
    ports[WORLD].set_all({VALUES[name]: bool(given[name]) for name in VALUES if name in given}, "program")
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("updateVoIPChatMuteConfig", update_mute_config, state="simulated"),)
