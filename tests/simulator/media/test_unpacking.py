"""The sound of a source as a file for Chromium; what becomes of one that is none, breaks, hangs or is endless."""

from __future__ import annotations

import os
import signal
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from runtime.protocol.media import Sampled
from simulator.media import unpacking
from simulator.media.media_host import MAX_UNPACKED, MediaHost
from simulator.media.source import BytesSource
from simulator.media.unpacking import wav
from tests.simulator.media.test_stream import Asked, Failing, Files, Never
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parents[2] / "support" / "media"
SOUND = (FOLDER / "small.m4a").read_bytes()
"""AAC, one channel, 22,050 Hz, a second."""


@pytest.fixture
def files() -> Files:
    made = Files()
    made.sources["sound"] = BytesSource(SOUND)
    return made


@pytest.fixture
def host(qapp: object, files: Files) -> Iterator[MediaHost]:
    owner = QObject()
    made = MediaHost(files.open, owner)
    yield made
    made.close_all()
    owner.deleteLater()


class Listener(Asked):
    def sound(self, file: bytes) -> None:
        self.answer = file


def ask(host: MediaHost, url: str = "sound") -> Listener:
    asked = Listener()
    host.ask("sound", {"source": url}, asked)
    return asked


def answer(asked: Listener) -> object:
    wait_until(lambda: asked.answer is not None, "the sound, or none")
    return asked.answer


@pytest.mark.parametrize("name", ["small.m4a", "small.mp4", "small.mp3"])
def test_a_sound_becomes_a_file_of_its_samples(host: MediaHost, files: Files, name: str) -> None:
    files.sources["x"] = BytesSource((FOLDER / name).read_bytes())
    file = answer(ask(host, "x"))
    assert isinstance(file, bytes)
    kind, channels, rate, _, width, bits = struct.unpack_from("<HHIIHH", file, 20)
    assert (file[:4], file[8:16], channels, width, bits) == (b"RIFF", b"WAVEfmt ", 1, bits // 8, bits)
    assert kind == (3 if bits == 32 else 1)
    seconds = (len(file) - 44) / width / rate
    assert round(seconds) == (3 if name == "small.mp4" else 1)


def test_samples_have_a_head() -> None:
    file = wav(Sampled(8000, 2, 2, is_float=False), bytes(8))
    assert struct.unpack_from("<I4s4sIHHIIHH4sI", file, 4) == (
        44, b"WAVE", b"fmt ", 16, 1, 2, 8000, 32000, 4, 16, b"data", 8,
    )  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"{}", SOUND[:300], SOUND[:40] + bytes(5000), b"\xff\xfb" + bytes(5000)])
def test_what_is_no_sound_is_refused(host: MediaHost, files: Files, content: bytes) -> None:
    files.sources["x"] = BytesSource(content)
    assert answer(ask(host, "x")) == "refused"
    assert answer(ask(host, "nowhere")) == "refused"


def test_a_sound_that_is_too_long_is_refused(host: MediaHost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_BYTES", 20_000)
    assert answer(ask(host)) == "refused"


def test_a_source_that_breaks_or_gives_nothing_ends(
    host: MediaHost, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.sources["x"] = Failing(SOUND)
    assert answer(ask(host, "x")) == "refused"
    files.sources["x"] = Never(SOUND)
    asked = ask(host, "x")
    asked.gone()
    assert answer(asked) == "refused"


def test_a_decoder_that_dies_or_hangs_is_an_end_and_the_next_works(
    host: MediaHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask(host)
    (one,) = host.unpacked
    wait_until(lambda: one.decoder.pid, "the process")
    os.kill(one.decoder.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    assert answer(asked) == "refused"
    monkeypatch.setattr(unpacking, "SILENCE_MS", 1)
    assert answer(ask(host)) == "refused"
    monkeypatch.undo()
    assert isinstance(answer(ask(host)), bytes)


def test_so_many_at_once_and_no_more(host: MediaHost) -> None:
    asked = [ask(host) for _ in range(MAX_UNPACKED + 1)]
    assert asked[-1].answer == "refused"
    assert all(isinstance(answer(one), bytes) for one in asked[:-1])
    assert host.unpacked == set()
