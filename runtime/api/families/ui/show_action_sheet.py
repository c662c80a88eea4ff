"""wx.showActionSheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.ui import UI

MAX_SHEET_ITEMS = 6


def show_action_sheet(call: Call, ports: HostPorts) -> None:
    """showActionSheet: cancelling is failure."""
    items = call.items("itemList")
    if not items:
        raise ApiFailure("parameter error: itemList should have at least 1 item")
    if len(items) > MAX_SHEET_ITEMS:
        raise ApiFailure("parameter error: itemList should not be large than 6")
    params = {
        "itemList": [str(item) for item in items],
        "itemColor": call.text("itemColor", "#000000"),
        "alertText": call.text("alertText"),
    }

    def answered(result: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(result, ApiFailure):
            return call.fail_with(result)
        tap_index = result.get("tapIndex")
        if not isinstance(tap_index, int) or tap_index < 0:
            call.fail("cancel")
        else:
            call.succeed({"tapIndex": tap_index})

    ports[UI].ask(call.request.page_id, "actionSheet", params, call.later(answered))


HANDLERS: tuple[Handler, ...] = (in_host("showActionSheet", show_action_sheet),)
