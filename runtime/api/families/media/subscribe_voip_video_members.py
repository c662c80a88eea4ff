"""wx.subscribeVoIPVideoMembers."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.media.voip_call import require_call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def subscribe_video_members(call: Call, ports: HostPorts) -> None:
    """subscribeVoIPVideoMembers: `voip-room` shows whoever it names, nothing is sent for it."""
    require_call(ports)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("subscribeVoIPVideoMembers", subscribe_video_members, state="simulated"),)
