"""What a replayed page gets of the web: what the recording has, in its order, and never the web."""

from __future__ import annotations

from simulator.phone.web_requests import WebFile, WebKind, WebRequest
from simulator.recording.form import FileHead
from simulator.replay.replayed_web import ReplayedWeb

URL = "http://a/b.png"


class Page:
    """Asks, and keeps the answers."""

    def __init__(self) -> None:
        self.web = ReplayedWeb()
        self.got: list[WebFile | None] = []

    def asks(self, kind: WebKind = "image", url: str = URL) -> None:
        self.web.load(WebRequest(url, kind, {}), self.got.append)

    def contents(self) -> list[bytes | None]:
        return [None if one is None else one.content for one in self.got]


def head(**given: object) -> FileHead:
    return FileHead("web", URL, media_type="image/png", **given)  # type: ignore[arg-type]


def test_each_question_gets_the_next_file_of_its_address_and_the_last_one_stays() -> None:
    page = Page()
    page.web.file(head(), b"one")
    page.web.file(head(), b"two")
    for _ in range(3):
        page.asks()
    assert page.contents() == [b"one", b"two", b"two"]
    assert page.got[0] == WebFile(b"one", "image/png")


def test_who_asks_before_it_has_come_waits_for_it() -> None:
    page = Page()
    page.asks()
    page.asks()
    assert page.got == []
    page.web.file(FileHead("web", "http://a/other.png"), b"other")
    assert page.got == []
    page.web.file(head(), b"one")
    assert page.contents() == [b"one", b"one"]


def test_nothing_of_a_former_pass_is_left() -> None:
    page = Page()
    page.web.file(head(), b"one")
    page.asks(url="http://a/waits.png")
    page.web.begin_anew()
    page.asks()
    page.web.file(FileHead("web", "http://a/waits.png"), b"late")
    assert page.got == []


def test_what_was_not_there_is_not_and_what_was_left_out_is_a_grey_box_of_its_size() -> None:
    page = Page()
    page.web.file(head(is_there=False), None)
    page.asks()
    assert page.got == [None]
    page.web.begin_anew()
    page.web.file(head(left_out=9_000_000, width=640, height=99_999), None)
    page.asks()
    page.asks("font")
    page.asks("data")
    box, font, data = page.got[1:]
    assert box is not None
    assert box.media_type == "image/svg+xml"
    assert b'width="640" height="4096"' in box.content
    assert (font, data) == (None, None)


def test_the_web_itself_is_never_asked_and_films_are_not_there() -> None:
    page = Page()
    kinds: list[WebKind] = ["image", "font", "media", "data"]
    assert all(page.web.takes(kind, is_reachable=reachable) for kind in kinds for reachable in (False, True))
    page.web.file(head(), b"film")
    page.asks("media")
    assert page.got == [None]
