"""wx.joinVoIPChat: who else is in the call is a world value. Source of the codes: reference."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.world.groups.voip import members

ALREADY_IN = -1


def join_voip_chat(call: Call, ports: HostPorts) -> None:
    """joinVoIPChat: the signature is not checked, there is no server that knows."""
    world = ports[WORLD]
    if world["voip.isJoined"]:
        return call.fail("already in a room", errCode=ALREADY_IN)
    mute = call.members("muteConfig")
    world.set_all(
        {
            "voip.isJoined": True,
            "voip.isMicrophoneMuted": bool(mute.get("muteMicrophone")),
            "voip.isEarphoneMuted": bool(mute.get("muteEarphone")),
        },
        "program",
    )
    return call.succeed({"openIdList": members(world.state), "errCode": 0})


HANDLERS: tuple[Handler, ...] = (in_host("joinVoIPChat", join_voip_chat, state="simulated"),)
