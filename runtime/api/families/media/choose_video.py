"""wx.chooseVideo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from runtime.api.call import Call
from runtime.api.families.media.picking import Chosen, cover_file, films_then, pick_then
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.media import PickRequest, VideoFacts


def choose_video(call: Call, ports: HostPorts) -> None:
    """chooseVideo: length and size of the picture are 0 of what is no film."""

    def answer(chosen: Sequence[Chosen], films: Mapping[str, VideoFacts]) -> None:
        path, one = chosen[0]
        film = films.get(path)
        found = {
            "duration": film.duration_s if film else 0,
            "width": film.width if film else 0,
            "height": film.height if film else 0,
        }
        cover = {"thumbTempFilePath": cover_file(ports, film)} if film else {}
        call.succeed({"tempFilePath": path, "size": len(one.content), **found, **cover})

    def picked(chosen: Sequence[Chosen]) -> None:
        films_then(call, ports, chosen, lambda films: answer(chosen, films))

    pick_then(call, ports, PickRequest("video", 1), picked)


HANDLERS: tuple[Handler, ...] = (in_host("chooseVideo", choose_video, state="simulated"),)
