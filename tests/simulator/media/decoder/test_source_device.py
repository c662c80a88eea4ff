"""The source of a decoder as its player reads it: each block is asked for once, and read when it has come."""

from __future__ import annotations

import threading

from simulator.media.decoder.source_device import BLOCK_BYTES, SourceDevice

FILM = bytes(range(256)) * (BLOCK_BYTES * 2 // 256) + b"end"


def device(asked: list[int], *, size: int = len(FILM)) -> SourceDevice:
    """Answered by another thread, as the pipe's is."""

    def ask(offset: int, count: int) -> None:
        asked.append(offset)
        threading.Thread(target=lambda: made.deliver(offset, FILM[offset : offset + count])).start()

    made = SourceDevice(size, ask)
    return made


def test_reading_waits_for_the_host() -> None:
    asked: list[int] = []
    source = device(asked)
    assert (source.size(), source.isSequential()) == (len(FILM), False)
    assert source.read(4).data() == FILM[:4]
    assert source.read(4).data() == FILM[4:8]
    assert source.seek(BLOCK_BYTES * 2)
    assert source.read(100).data() == b"end"
    assert source.read(100).data() == b""
    assert asked == [0, BLOCK_BYTES * 2]


def test_a_source_without_a_known_end_is_read_from_its_start() -> None:
    source = device([], size=-1)
    assert source.isSequential()
    assert source.bytesAvailable() > 0
    assert source.read(3).data() == FILM[:3]
