"""wx.chooseImage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from runtime.api.call import Call
from runtime.api.families.media.picking import Chosen, count, pick
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.media import PickRequest

DEFAULT_COUNT = 9


def choose_image(call: Call, ports: HostPorts) -> None:
    """chooseImage."""

    def result(chosen: Sequence[Chosen]) -> dict[str, Any]:
        files = [{"path": path, "size": len(one.content)} for path, one in chosen]
        return {"tempFilePaths": [path for path, _ in chosen], "tempFiles": files}

    pick(call, ports, PickRequest("image", count(call, DEFAULT_COUNT)), result)


HANDLERS: tuple[Handler, ...] = (in_host("chooseImage", choose_image),)
