"""wx.join1v1Chat: the person at the phone answers for the other side."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def join_1v1_chat(call: Call, ports: HostPorts) -> None:
    """join1v1Chat: succeeds when the call is taken."""
    name = str(call.members("listener").get("nickname", ""))
    kind = "语音" if call.text("roomType", "video") == "voice" else "视频"
    dialog = {"title": f"{kind}通话", "content": name, "confirmText": "接听", "cancelText": "拒绝"}
    confirm(call, ports, dialog, lambda _answer: call.succeed({"errCode": 0}))


HANDLERS: tuple[Handler, ...] = (in_host("join1v1Chat", join_1v1_chat, state="simulated"),)
