"""wx.chooseMedia."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from runtime.api.call import Call
from runtime.api.families.media.picking import Chosen, count, cover_file, films_then, pick_then
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA, PickedFile, PickRequest, VideoFacts

DEFAULT_COUNT = 9


def choose_media(call: Call, ports: HostPorts) -> None:
    """chooseMedia."""
    kinds = set(map(str, call.items("mediaType"))) or {"image", "video"}
    kind: Literal["image", "video", "media"] = (
        "media" if "mix" in kinds or kinds >= {"image", "video"} else "video" if "video" in kinds else "image"
    )

    def answer(chosen: Sequence[Chosen], films: Mapping[str, VideoFacts]) -> None:
        files = [_described(ports, path, one, films.get(path)) for path, one in chosen]
        types = {one["fileType"] for one in files}
        call.succeed({"tempFiles": files, "type": types.pop() if len(types) == 1 else "mix"})

    def picked(chosen: Sequence[Chosen]) -> None:
        films_then(call, ports, chosen, lambda films: answer(chosen, films))

    pick_then(call, ports, PickRequest(kind, count(call, DEFAULT_COUNT)), picked)


def _described(ports: HostPorts, path: str, one: PickedFile, film: VideoFacts | None) -> dict[str, Any]:
    known: dict[str, Any] = {"tempFilePath": path, "size": len(one.content), "fileType": "video"}
    if film is not None:
        known |= {"duration": film.duration_s, "width": film.width, "height": film.height}
        return {**known, "thumbTempFilePath": cover_file(ports, film)}
    facts = ports[MEDIA].image_facts(one.content)
    return {**known, "fileType": "image", "width": facts.width, "height": facts.height} if facts else known


HANDLERS: tuple[Handler, ...] = (in_host("chooseMedia", choose_media),)
