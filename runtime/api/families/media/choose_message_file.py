"""wx.chooseMessageFile: any file of the computer."""

from __future__ import annotations

import mimetypes
from typing import Any, Literal

from runtime.api.call import Call
from runtime.api.families.media.picking import pick
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.media import PickedFile, PickRequest

MAX_MESSAGE_FILES = 100


def choose_message_file(call: Call, ports: HostPorts) -> None:
    """chooseMessageFile: any file of the computer."""

    def described(path: str, one: PickedFile) -> dict[str, Any]:
        seconds = ports[CLOCK].now_ms() // 1000
        return {"path": path, "size": len(one.content), "name": one.name, "type": _file_type(one.name), "time": seconds}

    wanted: Literal["image", "video", "file"] = {"image": "image", "video": "video"}.get(call.text("type"), "file")  # type: ignore[assignment]
    extensions = tuple(str(one) for one in call.items("extension"))
    request = PickRequest(wanted, min(int(call.number("count", 1)), MAX_MESSAGE_FILES), extensions)
    pick(call, ports, request, lambda chosen: {"tempFiles": [described(path, one) for path, one in chosen]})


def _file_type(name: str) -> str:
    kind = (mimetypes.guess_type(name)[0] or "").partition("/")[0]
    return kind if kind in ("image", "video") else "file"


HANDLERS: tuple[Handler, ...] = (in_host("chooseMessageFile", choose_message_file, state="simulated"),)
