"""wx.createMediaContainer and its object, whose tracks are kept in `runtime/js/logic/api/media_container.js`."""

from __future__ import annotations

from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.made_film import look_at_film, make_film
from runtime.api.families.media.pictures import file
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.films import FILMS, FilmPlan, SoundOf
from runtime.api.ports.media import MEDIA, VideoFacts


def extract_data_source(call: Call, ports: HostPorts) -> None:
    """MediaContainer.extractDataSource: the tracks of a file, ms."""
    source = call.text("source")
    real = file(ports, source)
    if real is None:
        raise ApiFailure(f'file not found "{source}"')
    data = real.read_bytes()

    def looked(film: VideoFacts | None) -> None:
        ports[FILMS].sound_length(data, call.later(lambda seconds: heard(film, seconds)))

    def heard(film: VideoFacts | None, seconds: float) -> None:
        tracks = [{"kind": "video", "duration": round(film.duration_s * 1000)}] if film else []
        if seconds:
            tracks.append({"kind": "audio", "duration": round(seconds * 1000)})
        if tracks:
            call.succeed({"tracks": tracks})
        else:
            call.fail(f'no media "{source}"')

    ports[MEDIA].video_facts(data, call.later(looked))


def export(call: Call, ports: HostPorts) -> None:
    """MediaContainer.export: the tracks that JavaScript has gathered, each with its file and volume."""
    tracks: list[dict[str, Any]] = [one for one in call.items("tracks") if isinstance(one, dict)]
    pictures = [str(one["source"]) for one in tracks if one.get("kind") == "video"]
    sounds = tuple(SoundOf(str(one["source"]), _volume(one)) for one in tracks if one.get("kind") == "audio")
    if len(pictures) > 1:
        raise ApiFailure("more than one video track")
    if not tracks:
        raise ApiFailure("there is no track")

    def make(picture: str, width: int, height: int) -> None:
        plan = FilmPlan(picture, sounds, width, height, kilobits=2000)
        make_film(call, ports, plan, lambda path, _film: call.succeed({"tempFilePath": path}))

    if not pictures:
        return make("", 0, 0)
    return look_at_film(call, ports, pictures[0], lambda film: make(pictures[0], film.width, film.height))


def _volume(track: dict[str, Any]) -> float:
    volume = track.get("volume", 1)
    return max(0.0, min(1.0, float(volume))) if isinstance(volume, int | float) else 1.0


HANDLERS: tuple[Handler, ...] = (
    *in_js("createMediaContainer", "MediaContainer.addTrack", "MediaContainer.removeTrack", "MediaContainer.destroy"),
    in_host("MediaContainer.extractDataSource", extract_data_source),
    in_host("MediaContainer.export", export),
)
