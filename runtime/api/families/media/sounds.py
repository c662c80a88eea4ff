"""The sound that is recorded in the place of a microphone's: a tone that comes and goes, in the formats that a recorder
may be asked for. MP3 and AAC are made of whole frames of a bundled second, so any length is a well-formed file. Pure.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from itertools import cycle, islice
from typing import Literal

Format = Literal["mp3", "aac", "wav", "PCM"]

TONE_HZ = 440
LOUDNESS = 6000
TONE_MS, PERIOD_MS = 250, 500

_MP3_SAMPLES, _AAC_SAMPLES = 576, 1024
_FRAME_RATE = 22050
"""Of the bundled second."""
_MP3_KBITS = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


class Sound:
    """The tone in one format. Rate and channels count for wav and PCM; the others are as they are bundled."""

    def __init__(self, kind: Format, sample_rate: int, channels: int) -> None:
        self._kind, self._rate, self._channels = kind, sample_rate, channels
        self._frames = _bundled(f"beep.{kind}") if kind in ("mp3", "aac") else ()
        self._second = b"" if self._frames else _second(sample_rate, channels)

    def of_length(self, duration_ms: int) -> bytes:
        """A file."""
        match self._kind:
            case "mp3":
                return b"".join(_repeated(self._frames, duration_ms, _MP3_SAMPLES))
            case "aac":
                return b"".join(_repeated(self._frames, duration_ms, _AAC_SAMPLES))
            case "PCM":
                return self._samples(duration_ms)
            case "wav":
                samples = self._samples(duration_ms)
                return _wav_head(len(samples), self._rate, self._channels) + samples

    def _samples(self, duration_ms: int) -> bytes:
        size = self._rate * duration_ms // 1000 * 2 * self._channels
        return (self._second * (size // len(self._second) + 1))[:size]


def _repeated(frames: Sequence[bytes], duration_ms: int, samples: int) -> Iterator[bytes]:
    return islice(cycle(frames), max(1, round(duration_ms / 1000 * _FRAME_RATE / samples)))


def _bundled(name: str) -> tuple[bytes, ...]:
    data = files("resources").joinpath("media", name).read_bytes()
    return tuple(_cut(data, _mp3_length if name.endswith(".mp3") else _adts_length))


def _cut(data: bytes, length_of: Callable[[bytes], int]) -> Iterator[bytes]:
    place = 0
    while place < len(data):
        length = length_of(data[place : place + 7])
        yield data[place : place + length]
        place += length


def _mp3_length(head: bytes) -> int:
    """MPEG 2, layer III. Source: ISO 13818-3."""
    bits, padding = _MP3_KBITS[head[2] >> 4] * 1000, head[2] >> 1 & 1
    return 72 * bits // _FRAME_RATE + padding


def _adts_length(head: bytes) -> int:
    """Source: ISO 13818-7."""
    return (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5


def _second(sample_rate: int, channels: int) -> bytes:
    """16 bits, little endian."""
    return b"".join(_sample(number, sample_rate) * channels for number in range(sample_rate))


def _sample(number: int, sample_rate: int) -> bytes:
    is_heard = number * 1000 // sample_rate % PERIOD_MS < TONE_MS
    value = LOUDNESS * math.sin(2 * math.pi * TONE_HZ * number / sample_rate) if is_heard else 0
    return struct.pack("<h", round(value))


def _wav_head(size: int, sample_rate: int, channels: int) -> bytes:
    width = 2 * channels
    form = struct.pack("<HHIIHH", 1, channels, sample_rate, sample_rate * width, width, 16)
    sizes = (struct.pack("<I", number) for number in (size + 36, 16, size))
    return b"RIFF%bWAVEfmt %b%bdata%b" % (next(sizes), next(sizes), form, next(sizes))
