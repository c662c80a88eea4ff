"""A film made anew as a file of the program: what wx.compressVideo, wx.openVideoEditor and MediaContainer share."""

from __future__ import annotations

from collections.abc import Callable

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.pictures import file
from runtime.api.port import HostPorts
from runtime.api.ports.films import FILMS, Film, FilmPlan
from runtime.api.ports.media import MEDIA, VideoFacts
from runtime.systems.private_files import write_private


def look_at_film(call: Call, ports: HostPorts, source: str, found: Callable[[VideoFacts], None]) -> None:
    """What a film of the program is; fails the call if it is none."""
    real = file(ports, source)
    if real is None:
        raise ApiFailure(f'file not found "{source}"')

    def looked(film: VideoFacts | None) -> None:
        if film is None:
            return call.fail(f'no video "{source}"')
        return found(film)

    ports[MEDIA].video_facts(real.read_bytes(), call.later(looked))


def make_film(call: Call, ports: HostPorts, plan: FilmPlan, made: Callable[[str, Film], None]) -> None:
    """Makes it; `made` gets the path of its file. A failure is that of the call."""

    def answered(answer: Film | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            return call.fail_with(answer)
        path, real = ports.areas.new_file("tmp", ".mp4")
        write_private(real, answer.data)
        return made(path, answer)

    ports[FILMS].make(plan, call.later(answered))
