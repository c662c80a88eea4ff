"""wx.chooseMedia."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from runtime.api.call import Call
from runtime.api.families.media.picking import Chosen, count, pick
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA, PickedFile, PickRequest

DEFAULT_COUNT = 9


def choose_media(call: Call, ports: HostPorts) -> None:
    """chooseMedia."""
    kinds = set(map(str, call.items("mediaType"))) or {"image", "video"}
    kind: Literal["image", "video", "media"] = (
        "media" if "mix" in kinds or kinds >= {"image", "video"} else "video" if "video" in kinds else "image"
    )

    def described(path: str, one: PickedFile) -> dict[str, Any]:
        facts = ports[MEDIA].image_facts(one.content)
        size = {"width": facts.width, "height": facts.height} if facts else {}
        return {
            "tempFilePath": path,
            "size": len(one.content),
            "fileType": "image" if facts else "video",
            **size,
        }

    def result(chosen: Sequence[Chosen]) -> dict[str, Any]:
        files = [described(path, one) for path, one in chosen]
        types = {one["fileType"] for one in files}
        return {"tempFiles": files, "type": types.pop() if len(types) == 1 else "mix"}

    pick(call, ports, PickRequest(kind, count(call, DEFAULT_COUNT)), result)


HANDLERS: tuple[Handler, ...] = (in_host("chooseMedia", choose_media),)
