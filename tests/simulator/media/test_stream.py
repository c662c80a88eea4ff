"""A film that plays in a real decoder, and what becomes of one that is broken, too large, hung or killed."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QObject

from runtime.protocol.media import Close, Fit, MediaOrder, Pause, Play, Seek, Tune
from simulator.media import stream as streams
from simulator.media.media_host import MAX_STREAMS, READY_STREAMS, MediaHost
from simulator.media.source import BytesSource, Reply, Source
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

FILM = (Path(__file__).parents[2] / "support" / "media" / "small.mp4").read_bytes()
"""H.264 and AAC, 160 × 90, 10 pictures a second, 3 s."""


class Asked:
    """One question of a page."""

    def __init__(self) -> None:
        self.answer: Any = None
        self.gone: Callable[[], None] = lambda: None

    def news(self, text: bytes) -> None:
        self.answer = msgspec.json.decode(text)

    def picture(self, position_ms: int, jpeg: bytes) -> None:
        self.answer = (position_ms, jpeg)

    def refuse(self) -> None:
        self.answer = "refused"

    def value(self, value: Any) -> None:
        self.answer = value

    def on_gone(self, gone: Callable[[], None]) -> None:
        self.gone = gone


class Page:
    """Asks as a page does, for one film."""

    def __init__(self, host: MediaHost, url: str) -> None:
        self.host = host
        self.news: list[dict[str, Any]] = []
        self.pictures: list[tuple[int, bytes]] = []
        opened = self.ask("open", source=url, wanted="1")
        wait_until(lambda: opened.answer is not None, "the film to be opened")
        self.opened = opened.answer
        self.id = self.opened.get("id")
        self.question: Asked | None = None

    def ask(self, path: str, **query: str) -> Asked:
        asked = Asked()
        self.host.ask(path, query, asked)
        return asked

    def order(self, order: MediaOrder) -> Any:
        return self.ask(f"{self.id}/do", order=msgspec.json.encode(order).decode()).answer

    def until(self, condition: Callable[[], object], what: str) -> None:
        wait_until(lambda: self._goes_on() or condition(), what, instead=lambda: self.news)

    def said(self, what: str) -> bool:
        return any(one.get("what") == what or one["name"] == what for one in self.news)

    def _goes_on(self) -> None:
        self.question = self.question or self.ask(f"{self.id}/next")
        answer = self.question.answer
        if answer is None:
            return
        self.question = None
        if isinstance(answer, tuple):
            self.pictures.append(answer)
        elif answer != "refused":
            self.news += answer


class Files:
    """Sources by address."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {"film": BytesSource(FILM)}

    def open(self, url: str) -> Source | None:
        return self.sources.get(url)


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def host(qapp: object, files: Files) -> Iterator[MediaHost]:
    owner = QObject()
    made = MediaHost(files.open, owner)
    yield made
    made.close_all()
    owner.deleteLater()


def size_of(jpeg: bytes) -> tuple[int, int]:
    from PySide6.QtGui import QImage

    image = QImage.fromData(jpeg)
    return image.width(), image.height()


def test_a_film_shows_its_first_picture_and_plays_to_its_end(host: MediaHost) -> None:
    page = Page(host, "film")
    page.until(lambda: page.pictures, "the first picture")
    assert page.news[0] == {
        "name": "opened", "duration_ms": 3000, "width": 160, "height": 90, "rate": 10, "turn": 0,
    }  # fmt: skip
    assert (page.pictures[0][0], size_of(page.pictures[0][1])) == (0, (160, 90))
    page.order(Play())
    page.until(lambda: page.said("ended"), "the end")
    assert [one["what"] for one in page.news if one["name"] == "said"] == ["play", "playing", "ended"]
    places = [place for place, _ in page.pictures]
    assert places == sorted(places)
    assert len(places) > 10
    page.order(Play())
    page.until(lambda: page.pictures[-1][0] < 1000, "the beginning again")


def test_orders(host: MediaHost) -> None:
    page = Page(host, "film")
    page.order(Fit(80, 45))
    page.order(Seek(2000))
    page.until(lambda: page.said("seeked"), "the place")
    page.until(lambda: any(place == 2000 for place, _ in page.pictures), "its picture")
    assert size_of(page.pictures[-1][1]) == (80, 45)
    page.order(Tune(2.0, 0.5))
    page.order(Play())
    page.until(lambda: page.said("play"), "playing")
    page.order(Pause())
    page.until(lambda: page.said("pause"), "the pause")
    page.order(Seek(10**9))
    page.news.clear()
    page.until(lambda: page.said("seeked"), "a place behind the end")
    assert page.ask(f"{page.id}/do", order="{}").answer == "refused"
    assert page.ask(f"{page.id}/do", order="no json").answer == "refused"
    assert page.ask(f"{page.id}/other").answer == "refused"
    page.order(Close())
    assert host.streams == {}
    assert page.ask(f"{page.id}/next").answer == "refused"


def test_nothing_is_made_that_nobody_fetches(host: MediaHost) -> None:
    page = Page(host, "film")
    page.until(lambda: page.pictures, "the first picture")
    page.order(Play())
    stream = host.streams[page.id]
    wait_until(lambda: any(getattr(one, "what", "") == "ended" for one in stream._news), "the end, unheard")
    count = len(page.pictures)
    page.until(lambda: page.said("ended"), "the end")
    assert len(page.pictures) <= count + 1


@pytest.mark.parametrize("content", [b"", b"not a film", b"#EXTM3U\nfile:///etc/passwd", b"<svg/>"])
def test_what_is_no_film_reaches_no_decoder(host: MediaHost, files: Files, content: bytes) -> None:
    files.sources["x"] = BytesSource(content)
    assert Page(host, "x").opened == {"failed": "MEDIA_ERR_SRC_NOT_SUPPORTED"}
    assert Page(host, "nowhere").opened == {"failed": "MEDIA_ERR_SRC_NOT_SUPPORTED"}
    assert host.streams == {}


@pytest.mark.parametrize(
    "content", [FILM[:200], FILM[:40] + random.Random(1).randbytes(3000), b"\0\0\0\x20ftypisom" + bytes(5000)]
)
def test_a_broken_film_ends_in_an_error(host: MediaHost, files: Files, content: bytes) -> None:
    files.sources["x"] = BytesSource(content)
    page = Page(host, "x")
    page.until(lambda: page.said("failed"), "the error")
    assert page.news[-1] == {"name": "failed", "code": "MEDIA_ERR_SRC_NOT_SUPPORTED"}


def damaged(seed: int) -> bytes:
    """The film with some bytes changed."""
    chance, film = random.Random(seed), bytearray(FILM)
    for _ in range(chance.choice([1, 5, 50, 400])):
        film[chance.randrange(len(film))] = chance.randrange(256)
    return bytes(film)


# The numbers that these two tell of themselves are infinite; the others break on their way.
@pytest.mark.parametrize("seed", [4, 9, 17, 23])
def test_a_damaged_film_comes_to_an_end(host: MediaHost, files: Files, seed: int) -> None:
    files.sources["x"] = BytesSource(damaged(seed))
    page = Page(host, "x")
    page.order(Tune(4.0, 0.0))
    page.order(Play())
    page.until(lambda: page.said("failed") or page.said("ended"), "an end")


def test_a_film_that_breaks_in_the_middle_ends(host: MediaHost, files: Files) -> None:
    middle = len(FILM) // 2
    files.sources["x"] = BytesSource(FILM[:middle] + bytes(len(FILM) - middle))
    page = Page(host, "x")
    page.order(Play())
    page.until(lambda: page.said("failed") or page.said("ended"), "an end")


def test_a_film_with_huge_pictures_is_refused(host: MediaHost, files: Files) -> None:
    # The size stands in the description of the track, and in the stream itself, which disagrees.
    huge = FILM.replace((160).to_bytes(2, "big") + (90).to_bytes(2, "big"), b"\xff\xff\xff\xff")
    assert huge != FILM
    files.sources["x"] = BytesSource(huge)
    page = Page(host, "x")
    page.order(Play())
    page.until(lambda: page.said("failed") or page.said("ended"), "an end")


def test_a_decoder_that_is_killed_is_an_error_and_the_next_film_plays(host: MediaHost) -> None:
    page = Page(host, "film")
    page.until(lambda: page.pictures, "the first picture")
    os.kill(host.streams[page.id].decoder.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    page.until(lambda: page.said("failed"), "the error")
    assert page.news[-1] == {"name": "failed", "code": "MEDIA_ERR_DECODE"}
    other = Page(host, "film")
    other.until(lambda: other.pictures, "the next film's picture")


@pytest.mark.skipif(os.name == "nt", reason="nothing stops a process there")
def test_a_decoder_that_says_nothing_is_taken_for_hung(host: MediaHost, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(host, "film")
    page.until(lambda: page.pictures, "the first picture")
    monkeypatch.setattr(streams, "SILENCE_MS", 50)
    stuck = Page(host, "film")
    os.kill(host.streams[stuck.id].decoder.pid, signal.SIGSTOP)
    stuck.until(lambda: stuck.said("failed"), "the error")
    assert page.order(Play()) == {}


class Never(BytesSource):
    """A source that gives its head and then nothing."""

    def read(self, offset: int, size: int, reply: Reply) -> None:
        if size == 64 * 1024:
            super().read(offset, size, reply)


class Failing(Never):
    """A source whose network breaks."""

    def read(self, offset: int, size: int, reply: Reply) -> None:
        super().read(offset, size, reply)
        if size != 64 * 1024:
            reply(None)


def test_a_source_that_breaks_is_an_error_of_the_network(host: MediaHost, files: Files) -> None:
    files.sources["x"] = Failing(FILM)
    page = Page(host, "x")
    page.until(lambda: page.said("failed"), "the error")
    assert page.news[-1] == {"name": "failed", "code": "MEDIA_ERR_NETWORK"}


def test_waiting_for_the_network_is_no_hang(host: MediaHost, files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "SILENCE_MS", 3000)
    files.sources["x"] = Never(FILM)
    page = Page(host, "x")
    stream = host.streams[page.id]
    wait_until(lambda: stream._needs, "the first need")
    assert not stream._silence.isActive()


def test_a_page_that_is_gone_ends_its_film(host: MediaHost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "PAGE_GONE_MS", 1)
    page = Page(host, "film")
    asked = page.ask(f"{page.id}/next")
    asked.gone()
    wait_until(lambda: not host.streams, "the end of the film")


def test_of_many_films_a_few_are_ready_and_the_others_when_they_are_played(host: MediaHost) -> None:
    page = Page(host, "film")
    for number in range(READY_STREAMS):
        host.streams[1000 + number] = host.streams[page.id]
    assert page.ask("open", source="film", wanted="0").answer == {"later": True}
    assert "id" in Page(host, "film").opened
    for number in range(READY_STREAMS):
        del host.streams[1000 + number]


def test_so_many_films_and_no_more(host: MediaHost, files: Files) -> None:
    for number in range(MAX_STREAMS):
        host.streams[1000 + number] = host.streams.get(0)  # type: ignore[assignment]
    assert Page(host, "film").opened == {"failed": "MEDIA_ERR_SRC_NOT_SUPPORTED"}
    host.streams.clear()
