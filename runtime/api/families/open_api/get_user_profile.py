"""wx.getUserProfile: asks every time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.user_data import user_info
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import DENIED, ask_person


def get_user_profile(call: Call, ports: HostPorts) -> None:
    """getUserProfile: asks every time."""
    dialog = {"title": "获取你的昵称、头像", "content": call.text("desc"), "confirmText": "允许", "cancelText": "拒绝"}

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure) or not answer.get("confirm"):
            call.fail(DENIED)
        else:
            call.succeed(user_info(ports, with_credentials=True))

    ask_person(call, ports, dialog, answered)


HANDLERS: tuple[Handler, ...] = (in_host("getUserProfile", get_user_profile, state="simulated"),)
