"""wx.notifyGroupMembers: a dialog stands for the reminder."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def notify_group_members(call: Call, ports: HostPorts) -> None:
    """notifyGroupMembers: of the chat's members only."""
    members = [str(member) for member in call.items("members")]
    if strangers := sorted(set(members) - set(ports[WORLD]["chat.members"])):
        raise ApiFailure(f"not a member of the chat: {', '.join(strangers)}")
    dialog = {"title": "提醒群成员", "content": "\n".join([call.text("title"), *members]), "confirmText": "发送"}
    confirm(call, ports, dialog, lambda _answer: call.succeed())


HANDLERS: tuple[Handler, ...] = (in_host("notifyGroupMembers", notify_group_members, state="simulated"),)
