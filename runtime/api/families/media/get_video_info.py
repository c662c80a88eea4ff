"""wx.getVideoInfo."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.pictures import file
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA, VideoFacts


def get_video_info(call: Call, ports: HostPorts) -> None:
    """getVideoInfo: of a file of the program."""
    source = call.text("src")
    real = file(ports, source)
    if real is None:
        raise ApiFailure(f'file not found "{source}"')
    data = real.read_bytes()

    def found(film: VideoFacts | None) -> None:
        if film is None:
            return call.fail(f'no video "{source}"')
        kilobits = len(data) * 8 / 1000
        return call.succeed(
            {
                "orientation": film.orientation,
                "type": real.suffix.lower().lstrip("."),
                "duration": film.duration_s,
                "size": round(len(data) / 1024, 2),
                "width": film.width,
                "height": film.height,
                "fps": film.rate,
                "bitrate": round(kilobits / film.duration_s) if film.duration_s else 0,
            }
        )

    ports[MEDIA].video_facts(data, call.later(found))


HANDLERS: tuple[Handler, ...] = (in_host("getVideoInfo", get_video_info),)
