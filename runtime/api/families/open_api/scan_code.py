"""wx.scanCode: what the camera would see is typed into a dialog, or read from a picture that the user picks."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA, FoundCode, PickedFile, PickRequest
from runtime.api.ports.world import WORLD
from runtime.api.simulation import choose, confirm

# Source: reference, wx.scanCode.
USUAL_TYPES = ("barCode", "qrCode", "wxCode")
TYPE_IT, PICK_A_PICTURE = "输入扫码结果", "从图片中识别"


def scan_code(call: Call, ports: HostPorts) -> None:
    """scanCode."""
    acts: tuple[Callable[[Call, HostPorts], None], ...] = (_type, _pick)
    choose(call, ports, (TYPE_IT, PICK_A_PICTURE), lambda place: acts[place](call, ports))


def _type(call: Call, ports: HostPorts) -> None:
    scan = ports[WORLD].members("scan")
    dialog = {"title": "扫码结果", "content": scan["result"], "editable": True, "placeholderText": scan["result"]}

    def scanned(answer: Mapping[str, Any]) -> None:
        text = str(answer.get("content") or scan["result"])
        _succeed(call, FoundCode(text, scan["type"], text.encode("utf-8")), scan["charSet"])

    confirm(call, ports, dialog, scanned)


def _pick(call: Call, ports: HostPorts) -> None:
    def picked(files: Sequence[PickedFile]) -> None:
        if not files:
            return call.fail("cancel")
        wanted = call.items("scanType") or USUAL_TYPES
        codes = [code for code in ports[MEDIA].read_codes(files[0].content) if _family(code.kind) in wanted]
        if not codes:
            return call.fail("no code found in the picture")
        _succeed(call, codes[0], "utf-8")

    ports[MEDIA].pick(PickRequest("image", 1), call.later(picked))


def _family(kind: str) -> str:
    """The `scanType` that asks for a code of a kind."""
    families = {"QR_CODE": "qrCode", "WX_CODE": "wxCode", "DATA_MATRIX": "datamatrix", "PDF_417": "pdf417"}
    return families.get(kind, "barCode")


def _succeed(call: Call, code: FoundCode, charset: str) -> None:
    raw = base64.b64encode(code.data).decode("ascii")
    call.succeed({"result": code.text, "scanType": code.kind, "charSet": charset, "rawData": raw})


HANDLERS: tuple[Handler, ...] = (in_host("scanCode", scan_code, state="simulated"),)
