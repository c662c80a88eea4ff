"""What is said about media that a decoder of the host plays: by the page to the host, by the host to the decoder's
process, and back (`simulator/media`). Pictures and pieces of files are no messages: they follow as bytes.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class _Message(Struct, frozen=True, tag_field="name"):
    """Base of all: frozen, tagged with a name."""


class Play(_Message, frozen=True, tag="play"):
    """Plays from where it is."""


class Pause(_Message, frozen=True, tag="pause"):
    """Stays where it is."""


class Seek(_Message, frozen=True, tag="seek"):
    """Goes to a place."""

    position_ms: int


class Tune(_Message, frozen=True, tag="tune"):
    """Speed, 1 as recorded; loudness, 0 to 1."""

    rate: float
    volume: float


class Fit(_Message, frozen=True, tag="fit"):
    """Pictures need not be larger, px of the screen."""

    width: int
    height: int


class Close(_Message, frozen=True, tag="close"):
    """Nobody wants it any more."""


MediaOrder = Play | Pause | Seek | Tune | Fit | Close
"""By the page."""


class Opened(_Message, frozen=True, tag="opened"):
    """What it is; 0 where it has none of that, or nobody knows. `turn`: degrees by which its pictures are turned to be
    shown; width and height are those of what is shown."""

    duration_ms: int
    width: int
    height: int
    rate: float = 0
    turn: int = 0


class Time(_Message, frozen=True, tag="time"):
    """How far it has come, and which share of it is there, 0 to 1."""

    position_ms: int
    buffered_share: float


class Said(_Message, frozen=True, tag="said"):
    """What has happened to it, in the words of media elements."""

    what: Literal["play", "playing", "pause", "ended", "waiting", "seeked"]


class Failed(_Message, frozen=True, tag="failed"):
    """It does not go on. `code`: as media elements name their errors."""

    code: str


MediaNews = Opened | Time | Said | Failed
"""To the page."""


class Open(_Message, frozen=True, tag="open"):
    """To the decoder: the source has so many bytes; -1 = nobody knows."""

    size: int


class Unpack(_Message, frozen=True, tag="unpack"):
    """To the decoder, in the place of `Open`: the sound of the source is wanted as samples, all at once. They follow
    as bytes, then it says that it has ended."""

    size: int


class Sampled(_Message, frozen=True, tag="sampled"):
    """Of the decoder: what its samples are. `width`: bytes of one; whole numbers (with a sign from two bytes on) or,
    with `is_float`, others."""

    rate: int
    channels: int
    width: int
    is_float: bool


class Next(_Message, frozen=True, tag="next"):
    """To the decoder: the page has drawn the last picture."""


class Need(_Message, frozen=True, tag="need"):
    """Of the decoder: wants bytes of its source. They come as a piece with the same offset; an empty one is the end."""

    offset: int
    size: int


ToDecoder = MediaOrder | Open | Unpack | Next
FromDecoder = MediaNews | Need | Sampled
