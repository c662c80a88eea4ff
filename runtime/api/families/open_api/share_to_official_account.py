"""wx.shareToOfficialAccount: confirmed on the phone, and published nowhere."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def share_to_official_account(call: Call, ports: HostPorts) -> None:
    """shareToOfficialAccount: the post has no address."""
    dialog = {"title": "发布到公众号", "content": f"{call.text('title')}\n{call.text('content')}".strip()}
    confirm(call, ports, dialog, lambda _answer: call.succeed({"status": "success", "postUrl": ""}))


HANDLERS: tuple[Handler, ...] = (in_host("shareToOfficialAccount", share_to_official_account, state="simulated"),)
