"""Bodies in a file of limited size."""

from __future__ import annotations

import errno
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.traffic.body_ring import BodyRing


def test_what_is_kept_is_read_again() -> None:
    ring = BodyRing(100, 50)
    first, second = ring.keep(b"a" * 40), ring.keep(bytes(range(40)))
    assert (ring.read(first), ring.read(second)) == (b"a" * 40, bytes(range(40)))
    assert ring.read(ring.keep(b"")) == b""


def test_of_a_large_body_only_the_beginning_is_kept() -> None:
    ring = BodyRing(100, 10)
    body = ring.keep(b"0123456789abc")
    assert (body.size_bytes, body.is_whole, ring.read(body)) == (13, False, b"0123456789")


def test_a_body_is_gone_once_others_have_its_place() -> None:
    ring = BodyRing(100, 60)
    first = ring.keep(b"a" * 60)
    second = ring.keep(b"b" * 60)
    assert (ring.read(first), ring.read(second)) == (None, b"b" * 60)
    ring.clear()
    assert ring.read(second) is None
    assert ring.read(ring.keep(b"c")) == b"c"


class FullDisk(io.BytesIO):
    """A file that takes nothing."""

    def write(self, data: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_keeps_nothing_and_disturbs_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: FullDisk())
    ring = BodyRing()
    body = ring.keep(b"text")
    assert (body.size_bytes, body.kept_bytes, ring.read(body)) == (4, 0, None)


@given(st.lists(st.binary(max_size=30), max_size=40))
def test_a_body_is_whole_or_gone(contents: list[bytes]) -> None:
    ring = BodyRing(50, 30)
    kept = [ring.keep(content) for content in contents]
    read = [ring.read(body) for body in kept]
    assert all(found in (None, content) for found, content in zip(read, contents, strict=True))
    newest, room = len(contents), 50
    while newest and len(contents[newest - 1]) <= room:
        newest -= 1
        room -= len(contents[newest])
        assert read[newest] == contents[newest]
