"""wx.requestSubscribeMessage: refusing is success, too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import ask_person

MAX_TEMPLATES = 3


def request_subscribe_message(call: Call, ports: HostPorts) -> None:
    """requestSubscribeMessage: refusing is success, too."""
    template_ids = [str(one) for one in call.items("tmplIds")]
    if not template_ids:
        raise ApiFailure("Templates count out of bounds", 20003)
    if len(template_ids) > MAX_TEMPLATES:
        raise ApiFailure("Templates count out of max bounds", 20003)

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        is_allowed = not isinstance(answer, ApiFailure) and bool(answer.get("confirm"))
        call.succeed(dict.fromkeys(template_ids, "accept" if is_allowed else "reject"))

    dialog = {"title": "申请发送消息", "content": "\n".join(template_ids), "confirmText": "允许", "cancelText": "取消"}
    ask_person(call, ports, dialog, answered)


HANDLERS: tuple[Handler, ...] = (in_host("requestSubscribeMessage", request_subscribe_message, state="simulated"),)
