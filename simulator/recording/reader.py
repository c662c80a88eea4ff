"""Reads a recording, which may be anybody's: nothing in it is believed, and no more of it is in memory than a chunk."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from runtime.protocol.version import WIRE_VERSION
from simulator.recording.form import (
    CHUNK,
    ENTRY,
    FORMAT_VERSION,
    MAGIC,
    MAX_BYTES,
    MAX_CHUNK_BYTES,
    MAX_HEAD_BYTES,
    PREFIX,
    BadRecording,
    Entry,
    Head,
    Kind,
)

_KINDS = frozenset(kind.value for kind in Kind)


def read_head(stream: BinaryIO) -> Head:
    """The head, at the beginning of a file. Raises BadRecording, also for a recording of another Handset."""
    prefix = stream.read(PREFIX.size)
    if len(prefix) < PREFIX.size or not prefix.startswith(MAGIC):
        raise BadRecording("recording-none")
    _, version, length, check = PREFIX.unpack(prefix)
    if version != FORMAT_VERSION:
        raise BadRecording("recording-other-version", theirs=str(version), ours=str(FORMAT_VERSION))
    data = stream.read(length) if length <= MAX_HEAD_BYTES else b""
    if len(data) != length or zlib.crc32(data) != check:
        raise BadRecording("recording-damaged", place="0")
    try:
        head = msgspec.json.decode(data, type=Head)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise BadRecording("recording-damaged", place="0") from error
    if head.wire != WIRE_VERSION:
        raise BadRecording("recording-other-wire", theirs=head.handset)
    return head


def read_entries(stream: BinaryIO, *, may_be_cut: bool = False) -> Iterator[Entry]:
    """The entries, after the head. Raises BadRecording where the file is damaged; where it ends too early, too, unless
    it `may_be_cut`: the entries are those that are there."""
    for _, entry in read_placed(stream, may_be_cut=may_be_cut):
        yield entry


def read_placed(stream: BinaryIO, *, may_be_cut: bool = False) -> Iterator[tuple[int, Entry]]:
    """As `read_entries`, each with the place of its chunk in the file."""
    total = 0
    while True:
        place = stream.tell()
        chunk = _chunk(stream, may_be_cut=may_be_cut)
        if chunk is None:
            return
        data, unpacked = chunk
        total += unpacked
        if total > MAX_BYTES:
            raise _too_large()
        for entry in _entries_of(data, unpacked, place):
            yield place, entry
            if entry.kind is Kind.END:
                return


def read_chunk(stream: BinaryIO, place: int) -> list[Entry]:
    """The entries of the chunk at a place that `read_placed` has named. Raises BadRecording."""
    stream.seek(place)
    data, unpacked = _chunk(stream, may_be_cut=False) or (b"", 0)
    return list(_entries_of(data, unpacked, place))


def _chunk(stream: BinaryIO, *, may_be_cut: bool) -> tuple[bytes, int] | None:
    """As it stands, and how much it unpacks to; None where there is no whole one and may be none."""
    place = stream.tell()
    head = stream.read(CHUNK.size)
    length, unpacked, check = CHUNK.unpack(head) if len(head) == CHUNK.size else (0, 0, 0)
    if unpacked > MAX_CHUNK_BYTES:
        raise _too_large()
    data = stream.read(length) if length <= MAX_CHUNK_BYTES else b""
    if len(head) < CHUNK.size or len(data) < length:
        if may_be_cut:
            return None
        raise BadRecording("recording-cut-short", place=str(place))
    if zlib.crc32(data) != check:
        raise BadRecording("recording-damaged", place=str(place))
    return data, unpacked


def _too_large() -> BadRecording:
    return BadRecording("recording-too-large", most=str(MAX_BYTES // 1024**3))


def _entries_of(data: bytes, unpacked: int, place: int) -> Iterator[Entry]:
    chunk = memoryview(data if len(data) == unpacked else _unpacked(data, unpacked, place))
    at = 0
    while at < unpacked:
        if at + ENTRY.size > unpacked:
            raise BadRecording("recording-damaged", place=str(place))
        number, at_ms, length = ENTRY.unpack_from(chunk, at)
        at += ENTRY.size
        if at + length > unpacked or number not in _KINDS:
            raise BadRecording("recording-damaged", place=str(place))
        yield Entry(Kind(number), at_ms, bytes(chunk[at : at + length]))
        at += length


def _unpacked(data: bytes, length: int, place: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        # What is longer than it says is not unpacked any further.
        chunk = unpacker.decompress(data, length + 1)
    except zlib.error as error:
        raise BadRecording("recording-damaged", place=str(place)) from error
    if len(chunk) != length or not unpacker.eof:
        raise BadRecording("recording-damaged", place=str(place))
    return chunk
