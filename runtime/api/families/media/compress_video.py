"""wx.compressVideo."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.media.made_film import look_at_film, make_film
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.films import Film, FilmPlan, SoundOf
from runtime.api.ports.media import VideoFacts

SMALLER = {"low": (0.4, 400), "medium": (0.6, 1000), "high": (0.8, 2500)}
"""Share of width and height, and kbit/s. Assumed: the reference names the three and says no more."""
RATES = (1, 60)
KILOBITS = (50, 20_000)


def compress_video(call: Call, ports: HostPorts) -> None:
    """compressVideo: the film played anew in another size, in the time that it is long. `quality` decides alone if it
    is given, as the reference says."""
    source = call.text("src")
    share, kilobits = SMALLER.get(call.text("quality"), (call.number("resolution", 1), call.number("bitrate", 1000)))
    rate = 30 if call.text("quality") in SMALLER else call.number("fps", 30)

    def looked(film: VideoFacts) -> None:
        factor = min(1.0, max(0.05, share or 1))
        plan = FilmPlan(
            source, (SoundOf(source, may_be_silent=True),), max(2, round(film.width * factor)),
            max(2, round(film.height * factor)), _within(rate, RATES), _within(kilobits, KILOBITS),
        )  # fmt: skip
        make_film(call, ports, plan, made)

    def made(path: str, film: Film) -> None:
        call.succeed({"tempFilePath": path, "size": round(len(film.data) / 1024, 2)})

    look_at_film(call, ports, source, looked)


def _within(value: float, limits: tuple[float, float]) -> float:
    return min(limits[1], max(limits[0], value or limits[0]))


HANDLERS: tuple[Handler, ...] = (in_host("compressVideo", compress_video),)
