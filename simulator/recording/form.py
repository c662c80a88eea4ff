"""The form of a recording: one file with a head and entries in the order in which they happened.

    magic, format version (2 bytes), length and check sum of the head (4 bytes each), head (JSON)
    chunks: length as it stands, length unpacked, check sum (4 bytes each), entries packed by zlib; where both lengths
        are the same they stand as they are
    an entry: kind (1 byte), time since the start in ms, length (4 bytes each), data

All numbers are big-endian. The last entry is `END`; a file without it was cut short.
"""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import NamedTuple

from msgspec import Raw, Struct

MAGIC = b"\x89HSREC\r\n"
FORMAT_VERSION = 2
PREFIX = struct.Struct(">8sHII")
CHUNK = struct.Struct(">III")
ENTRY = struct.Struct(">BII")
SUFFIX = ".hsrec"

MAX_HEAD_BYTES = 1024 * 1024
MAX_CHUNK_BYTES = 272 * 1024 * 1024
"""Unpacked: room for the longest message."""
MAX_BYTES = 8 * 1024**3
"""Of all chunks, unpacked."""
MAX_WEB_FILE_BYTES = 4 * 1024**2
MAX_WEB_BYTES = 64 * 1024**2
"""What of the web is in a recording: of one file, and of all."""


class Kind(IntEnum):
    """What an entry is."""

    RUN = 1
    """A fresh engine: the program starts (again)."""
    TURN = 2
    """`TurnBegan` or `TurnEnded`, as the logic process sent it."""
    SENT = 3
    """Any other message of the logic process."""
    SHOWN = 4
    """A message to the phone; what repeats something as `ShownBatch`, `ShownCall` or `ShownPage`."""
    TOUCHED = 5
    """A message of the phone."""
    FILE = 6
    """A file that the phone asked for: `FileHead`, a line break, its bytes if they are not there yet."""
    PHONE = 7
    """The phone that is shown from now on, as JSON."""
    LOST = 8
    """The logic process has hung or died; why."""
    BUILD = 9
    """The program that is launched: `Build`, a line break, the program if it is not there yet. In the turn that takes
    it stands its digest, a text."""
    END = 10
    STORAGE = 12
    """What the program has stored when a run begins: pairs of key and value (JSON), as JSON."""
    STYLE = 11
    """A style sheet of pages that follow: the n-th one of all is number n."""


class Entry(NamedTuple):
    """One entry. `at_ms`: since the start."""

    kind: Kind
    at_ms: int
    data: bytes


class Head(Struct, frozen=True, omit_defaults=True):
    """What is known of a recording without replaying it.

    `wire` and `library` say which Handset it was (its messages, and its base library by content); `started_ms` is Unix
    time, `zone` the time zone by its name, `clock` what the phone's clock showed if it stood still. `masked`: what was
    made unreadable.
    """

    handset: str
    wire: str
    library: str
    project: str
    started_ms: float
    zone: str = ""
    clock: str = ""
    animations: bool = True
    memory_limit_mb: int = 512
    masked: list[str] = []


class Build(Struct, frozen=True):
    """A compiled program by its content (SHA-256)."""

    program: str


class ShownBatch(Struct, frozen=True):
    """Stands for a batch that the phone was sent: that of the logic process with the same numbers."""

    page: int
    batch: int
    is_measured: bool = False


class ShownCall(Struct, frozen=True):
    """Stands for a call of a page (`CallView`): the logic process's call of this number, of all that are recorded."""

    call: int


class ShownPage(Struct, frozen=True):
    """Stands for a page that is opened (`OpenPage`): the message without its style sheets, and their numbers."""

    open: Raw
    styles: list[int]


class FileHead(Struct, frozen=True, omit_defaults=True):
    """A file as the phone asked for it. `host`: project, user or web, whose `path` is the address. `digest`: of its
    bytes; they stand with the first file that has them.

    Of the web: `media_type`; `is_shared`, its server lets pages of others look into it; `left_out`, it has so many
    bytes and is not in the recording, which has no more than its size as a picture.
    """

    host: str
    path: str
    is_there: bool = True
    digest: str = ""
    media_type: str = ""
    is_shared: bool = False
    left_out: int = 0
    width: int = 0
    height: int = 0


class BadRecording(Exception):
    """A file that cannot be replayed. `code` and `arguments` name a sentence of `resources/messages/host.*.json`."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments
