"""wx.openVideoEditor: the person at the phone keeps a part of a film."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.made_film import look_at_film, make_film
from runtime.api.families.media.picking import cover_file
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.films import Film, FilmPlan, SoundOf
from runtime.api.ports.media import VideoFacts
from runtime.api.ports.ui import UI
from runtime.api.simulation import CANCELLED, decided

SHORTEST_S = 1
KILOBITS = 2000


def open_video_editor(call: Call, ports: HostPorts) -> None:
    """openVideoEditor: cuts; music, words and filters of the phone's editor are not there."""
    source = call.text("filePath")

    def looked(film: VideoFacts) -> None:
        least = min(film.duration_s, max(SHORTEST_S, _seconds(call, "minDuration", SHORTEST_S)))
        most = max(least, min(film.duration_s, _seconds(call, "maxDuration", film.duration_s) or film.duration_s))

        def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
            if isinstance(answer, ApiFailure):
                return call.fail_with(answer)
            if not answer.get("confirm"):
                return call.fail(CANCELLED)
            # Confirmed without anybody who has seen it: as the page shows it at first.
            start, end = float(answer.get("start", 0)), float(answer.get("end", most))
            sound = SoundOf(source, may_be_silent=True)
            plan = FilmPlan(source, (sound,), film.width, film.height, film.rate or 24, KILOBITS, start, end)
            return make_film(call, ports, plan, lambda path, made: kept(path, made, film))

        is_accepted = decided(ports)
        if is_accepted is not None:
            return answered({"confirm": is_accepted})
        params = {"src": source, "duration": film.duration_s, "least": least, "most": most}
        return ports[UI].ask(call.request.page_id, "editVideo", params, call.later(answered))

    def kept(path: str, made: Film, film: VideoFacts) -> None:
        call.succeed(
            {
                "tempFilePath": path,
                "tempThumbPath": cover_file(ports, film),
                "size": len(made.data),
                "duration": round(made.duration_s * 1000),
            }
        )

    look_at_film(call, ports, source, looked)


def _seconds(call: Call, name: str, default: float) -> float:
    """The reference says text, projects give numbers."""
    try:
        return float(call.args.get(name, default))
    except (TypeError, ValueError):
        return default


HANDLERS: tuple[Handler, ...] = (in_host("openVideoEditor", open_video_editor),)
