"""H.264 and AAC in a page: pictures of the host's decoder in a canvas, events and orders as of any other video."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.media.media_host import READY_STREAMS, MediaHost
from tests.runtime.js.view.page_harness import PageHarness, on, page_of
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

FILM = (Path(__file__).parents[3] / "support" / "media" / "small.mp4").read_bytes()
EVENTS = ("loadedmetadata", "play", "pause", "ended", "timeupdate", "seekcomplete", "error", "waiting", "progress")
# Bars from grey to blue; the colours of a JPEG of a film are near to them.
BARS = [[192, 192, 192], [192, 192, 0], [0, 192, 192], [0, 192, 0], [192, 0, 192], [192, 0, 0], [0, 0, 192]]


@pytest.fixture
def film(harness: PageHarness) -> Iterator[PageHarness]:
    """The harness with a page that shows the film; `v` is its component."""
    harness.files["film.mp4"] = FILM
    attributes = {"id": "v", "src": "/film.mp4", "style": "width:160px;height:90px", "events": on(*EVENTS)}
    harness.open(page_of(("video", attributes)), stream=[])
    harness.run(
        "await until(() => (window.v = $('#v').__builtIn)?.playback?.isKnown, 'the film');"
        "await until(() => v.playback.player.element.width === 160, 'its first picture');"
    )
    yield harness
    harness.run("view.destroy()")
    wait_until(lambda: not media(harness).streams, "the end of all decoders")


def media(harness: PageHarness) -> MediaHost:
    return harness.media


def told(harness: PageHarness) -> list[str]:
    return [event["type"] for event in harness.events() if event["type"] not in ("timeupdate", "progress")]


def colours(harness: PageHarness) -> Any:
    code = """
      const canvas = v.playback.player.element, context = canvas.getContext('2d');
      return [0,1,2,3,4,5,6].map((n) => [...context.getImageData(n * 160 / 7 + 11, 40, 1, 1).data].slice(0, 3));
    """
    return harness.run(code)


def test_the_first_picture_is_there_before_it_plays(film: PageHarness) -> None:
    assert film.events("loadedmetadata")[0]["detail"] == {"width": 160, "height": 90, "duration": 3}
    for found, expected in zip(colours(film), BARS, strict=True):
        assert found == pytest.approx(expected, abs=40)
    assert film.run("return getComputedStyle(v.playback.player.element).objectFit") == "contain"


def test_it_plays_pauses_and_comes_to_its_end(film: PageHarness) -> None:
    film.run("v.invoke('play', []); await until(() => v.playback.currentTime > 0.2, 'playing')")
    film.run("v.invoke('pause', []); await until(() => sent.some((one) => one.type === 'pause'), 'the pause')")
    film.run("v.invoke('play', []); v.invoke('seek', [2.8]);")
    film.run("await until(() => sent.some((one) => one.type === 'ended'), 'the end')")
    assert [kind for kind in told(film) if kind != "seekcomplete"] == [
        "loadedmetadata", "play", "pause", "play", "ended",
    ]  # fmt: skip


def test_a_place_is_shown_at_once_also_while_it_stands_still(film: PageHarness) -> None:
    film.run("v.invoke('seek', [2]); await until(() => sent.some((one) => one.type === 'seekcomplete'), 'the place')")
    assert film.run("return v.playback.currentTime") == pytest.approx(2, abs=0.15)
    # The film counts its seconds by white blocks in the upper left corner.
    white = "[...v.playback.player.element.getContext('2d').getImageData(26, 7, 1, 1).data].slice(0, 3)"
    film.run(f"await until(() => Math.min(...{white}) > 215, 'its picture')")


def test_loop_begins_anew_without_a_word(film: PageHarness) -> None:
    film.run(
        "v.assign('loop', true); v.play(); v.seek(2.7); await until(() => v.playback.currentTime > 2.6, 'the end')"
    )
    film.run("await until(() => v.playback.currentTime < 1 && !v.playback.isPaused, 'the start')")
    assert "ended" not in told(film)


def test_a_decoder_that_dies_is_an_error_and_the_page_goes_on(film: PageHarness) -> None:
    (stream,) = media(film).streams.values()
    film.run("v.play()")
    os.kill(stream.decoder.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    film.run("await until(() => sent.some((one) => one.type === 'error'), 'the error')")
    assert film.events("error")[0]["detail"] == {"errMsg": "MEDIA_ERR_DECODE"}
    film.run("v.assign('src', ''); v.assign('src', '/film.mp4'); await until(() => v.playback.isKnown, 'it again')")


def test_a_larger_box_gets_larger_pictures_no_larger_than_the_film(film: PageHarness) -> None:
    film.run("$('#v').style.cssText = 'width:80px;height:45px'; v.play()")
    film.run("await until(() => v.playback.player.element.width === 80, 'smaller pictures')")
    film.run("$('#v').style.cssText = 'width:375px;height:300px'")
    film.run("await until(() => v.playback.player.element.width === 160, 'all that there is')")


def test_of_many_films_of_a_page_all_can_be_played(harness: PageHarness) -> None:
    harness.files["film.mp4"] = FILM
    harness.open(
        page_of(*(("video", {"id": f"v{n}", "src": "/film.mp4"}) for n in range(READY_STREAMS + 2))), stream=[]
    )
    harness.run(
        "await until(() => [...doc.querySelectorAll('wx-video')].every((one) => one.__builtIn.stage), 'videos')"
    )
    harness.run(
        "const films = [...doc.querySelectorAll('wx-video')].map((one) => one.__builtIn.playback);"
        "await until(() => films.every((one) => one.player || one.waits), 'answers')"
    )
    assert len(media(harness).streams) == READY_STREAMS
    last = f"$('#v{READY_STREAMS + 1}').__builtIn"
    harness.run(f"const v = {last}; v.seek(1); v.play(); await until(() => v.playback.currentTime > 1, 'the last one')")
    harness.run("view.destroy()")
    wait_until(lambda: not media(harness).streams, "the end of all decoders")


@pytest.mark.parametrize("content", [b"", b"nothing", FILM[:300]])
def test_what_is_no_film_is_an_error(harness: PageHarness, content: bytes) -> None:
    harness.files["x.mp4"] = content
    harness.open(page_of(("video", {"id": "v", "src": "/x.mp4", "events": on("error")})), stream=[])
    harness.run("await until(() => sent.some((one) => one.type === 'error'), 'the error')")
    assert harness.events("error")[0]["detail"] == {"errMsg": "MEDIA_ERR_SRC_NOT_SUPPORTED"}
    harness.run("view.destroy()")
