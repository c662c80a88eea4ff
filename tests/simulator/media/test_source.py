"""The bytes of a film: from memory, and in ranges from a server that may know no ranges."""

from __future__ import annotations

from collections.abc import Callable

from simulator.media.source import KEPT_PIECES, PIECE_BYTES, BytesSource, Range, WebSource

FILM = bytes(range(256)) * (PIECE_BYTES * 3 // 256) + b"end"


class Server:
    """Answers when it is told to. `asked`: the first bytes of ranges."""

    def __init__(self, film: bytes = FILM, *, has_ranges: bool = True) -> None:
        self.film, self.has_ranges = film, has_ranges
        self.asked: list[int] = []
        self.ended: list[int] = []
        self._open: list[tuple[int, int, Callable[[Range | None], None]]] = []

    def fetch(self, _url: str, first: int, last: int, done: Callable[[Range | None], None]) -> Callable[[], None]:
        self.asked.append(first)
        self._open.append((first, last, done))
        return lambda: self.ended.append(first)

    def answer(self, *, fails: bool = False) -> None:
        waiting, self._open = self._open, []
        for first, last, done in waiting:
            if fails:
                done(None)
            elif self.has_ranges:
                done(Range(first, self.film[first : last + 1], len(self.film)))
            else:
                done(Range(0, self.film, len(self.film)))


def read(source: WebSource | BytesSource, offset: int, size: int) -> list[bytes | None]:
    got: list[bytes | None] = []
    source.read(offset, size, got.append)
    return got


def test_a_file_in_memory() -> None:
    source = BytesSource(b"0123456789")
    assert (source.size, source.share) == (10, 1.0)
    assert [read(source, *place) for place in ((0, 4), (8, 4), (10, 4))] == [[b"0123"], [b"89"], [b""]]


def test_pieces_are_fetched_once_and_one_ahead() -> None:
    server = Server()
    source = WebSource("http://a/", server.fetch)
    first, again = read(source, 0, 10), read(source, 5, 10)
    assert (first, server.asked, source.size) == ([], [0], -1)
    server.answer()
    assert (first, again) == ([FILM[:10]], [FILM[5:15]])
    assert source.size == len(FILM)
    assert read(source, 20, 5) == [FILM[20:25]]
    assert server.asked == [0, PIECE_BYTES]
    server.answer()
    assert read(source, PIECE_BYTES + 3, 4) == [FILM[PIECE_BYTES + 3 : PIECE_BYTES + 7]]
    assert round(source.share, 1) == 0.7


def test_the_end_has_no_bytes() -> None:
    server = Server()
    source = WebSource("http://a/", server.fetch)
    end = read(source, len(FILM) - 2, 100)
    server.answer()
    assert end == [b"nd"]
    assert read(source, len(FILM), 10) == [b""]
    behind = WebSource("http://a/", (other := Server(b"short")).fetch)
    got = read(behind, PIECE_BYTES * 2, 5)
    other.answer()
    assert got == [b""]


def test_a_server_without_ranges_is_asked_once() -> None:
    server = Server(has_ranges=False)
    source = WebSource("http://a/", server.fetch)
    got = read(source, 0, 3)
    server.answer()
    assert got == [FILM[:3]]
    assert read(source, PIECE_BYTES * 2 + 1, 3) == [FILM[PIECE_BYTES * 2 + 1 : PIECE_BYTES * 2 + 4]]
    assert server.asked == [0]


def test_a_failure_is_told_and_asked_for_again() -> None:
    server = Server()
    source = WebSource("http://a/", server.fetch)
    got = read(source, 0, 3)
    server.answer(fails=True)
    assert got == [None]
    again = read(source, 0, 3)
    server.answer()
    assert again == [FILM[:3]]


def test_a_film_without_end_does_not_fill_the_memory() -> None:
    server = Server()
    source = WebSource("http://a/", lambda _url, first, last, done: _endless(first, last, done))
    for number in range(KEPT_PIECES * 3):
        assert len(read(source, number * PIECE_BYTES, 10)[0] or b"") == 10
    assert len(source._pieces) <= KEPT_PIECES + 1
    assert server.asked == []


def _endless(first: int, last: int, done: Callable[[Range | None], None]) -> Callable[[], None]:
    done(Range(first, bytes(last - first + 1), 2**62))
    return lambda: None


def test_closing_ends_what_is_being_fetched() -> None:
    server = Server()
    source = WebSource("http://a/", server.fetch)
    got = read(source, 0, 3)
    source.close()
    assert server.ended == [0]
    server.answer()
    assert got == []
