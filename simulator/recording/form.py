"""The form of a recording: one file with a head and entries in the order in which they happened.

    magic, format version (2 bytes), length and check sum of the head (4 bytes each), head (JSON)
    chunks: length as it stands, length unpacked, check sum (4 bytes each), entries packed by zlib
    an entry: kind (1 byte), time since the start in ms, length (4 bytes each), data

All numbers are big-endian. The last entry is `END`; a file without it was cut short.
"""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import NamedTuple

from msgspec import Struct

MAGIC = b"\x89HSREC\r\n"
FORMAT_VERSION = 1
PREFIX = struct.Struct(">8sHII")
CHUNK = struct.Struct(">III")
ENTRY = struct.Struct(">BII")
SUFFIX = ".hsrec"

MAX_HEAD_BYTES = 1024 * 1024
MAX_CHUNK_BYTES = 272 * 1024 * 1024
"""Unpacked: room for the longest message."""
MAX_BYTES = 8 * 1024**3
"""Of all chunks, unpacked."""


class Kind(IntEnum):
    """What an entry is."""

    RUN = 1
    """A fresh engine: the program starts (again)."""
    TURN = 2
    """`TurnBegan` or `TurnEnded`, as the logic process sent it."""
    SENT = 3
    """Any other message of the logic process."""
    SHOWN = 4
    """A message to the phone; what repeats one of the logic process as `ShownBatch` or `ShownCall`."""
    TOUCHED = 5
    """A message of the phone."""
    FILE = 6
    """A file that the phone asked for: `FileHead`, a line break, its bytes."""
    PHONE = 7
    """The phone that is shown from now on, as JSON."""
    LOST = 8
    """The logic process has hung or died; why."""
    BUILD = 9
    """The program that is launched: `Build`."""
    END = 10


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


class FileHead(Struct, frozen=True, omit_defaults=True):
    """A file as the phone asked for it. `host`: project or user. `again`: its bytes are those of the last time."""

    host: str
    path: str
    is_there: bool = True
    again: bool = False


class BadRecording(Exception):
    """A file that cannot be replayed. `code` and `arguments` name a sentence of `resources/messages/host.*.json`."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments
