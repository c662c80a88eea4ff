"""wx.scanCode: what the camera would see is typed into a dialog."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def scan_code(call: Call, ports: HostPorts) -> None:
    """scanCode: what the camera would see is typed into a dialog."""
    scan = ports[WORLD].members("scan")
    dialog = {"title": "扫码结果", "content": scan["result"], "editable": True, "placeholderText": scan["result"]}

    def scanned(answer: Mapping[str, Any]) -> None:
        result = str(answer.get("content") or scan["result"])
        raw = base64.b64encode(result.encode("utf-8")).decode("ascii")
        call.succeed({"result": result, "scanType": scan["type"], "charSet": scan["charSet"], "rawData": raw})

    confirm(call, ports, dialog, scanned)


HANDLERS: tuple[Handler, ...] = (in_host("scanCode", scan_code, state="simulated"),)
