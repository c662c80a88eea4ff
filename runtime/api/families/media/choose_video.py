"""wx.chooseVideo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from runtime.api.call import Call
from runtime.api.families.media.picking import Chosen, pick
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.media import PickRequest


def choose_video(call: Call, ports: HostPorts) -> None:
    """chooseVideo: length and size of the picture are not known and 0."""

    def result(chosen: Sequence[Chosen]) -> dict[str, Any]:
        path, one = chosen[0]
        return {"tempFilePath": path, "size": len(one.content), "duration": 0, "width": 0, "height": 0}

    pick(call, ports, PickRequest("video", 1), result)


HANDLERS: tuple[Handler, ...] = (in_host("chooseVideo", choose_video, state="simulated"),)
