"""wx.showModal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.ui import UI


def show_modal(call: Call, ports: HostPorts) -> None:
    """showModal: both buttons are success."""
    params = {
        "title": call.text("title"),
        "content": call.text("content"),
        "showCancel": call.flag("showCancel", default=True),
        "cancelText": call.text("cancelText") or "取消",
        "cancelColor": call.text("cancelColor", "#000000"),
        "confirmText": call.text("confirmText") or "确定",
        "confirmColor": call.text("confirmColor", "#576B95"),
        "editable": call.flag("editable"),
        "placeholderText": call.text("placeholderText"),
    }

    def answered(result: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(result, ApiFailure):
            return call.fail_with(result)
        is_confirmed = bool(result.get("confirm"))
        content = {"content": result.get("content") or ""} if call.flag("editable") and is_confirmed else {}
        call.succeed({"cancel": not is_confirmed, "confirm": is_confirmed, "content": None, **content})

    ports[UI].ask(call.request.page_id, "modal", params, call.later(answered))


HANDLERS: tuple[Handler, ...] = (in_host("showModal", show_modal),)
