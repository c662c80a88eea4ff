"""wx.getUserProfile: asks every time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.user_data import user_info
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT
from runtime.api.ports.ui import UI
from runtime.api.simulation import DIALOG


def get_user_profile(call: Call, ports: HostPorts) -> None:
    """getUserProfile: asks every time."""
    dialog = {"title": "获取你的昵称、头像", "content": call.text("desc"), "confirmText": "允许", "cancelText": "拒绝"}
    policy = ports[ACCOUNT].scenario().dialogs
    if policy == "decline":
        raise ApiFailure("auth deny")
    if policy == "accept":
        return call.succeed(user_info(ports, with_credentials=True))

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure) or not answer.get("confirm"):
            call.fail("auth deny")
        else:
            call.succeed(user_info(ports, with_credentials=True))

    ports[UI].ask(call.request.page_id, "modal", {**DIALOG, **dialog}, call.later(answered))


HANDLERS: tuple[Handler, ...] = (in_host("getUserProfile", get_user_profile, state="simulated"),)
