"""Writes a recording while the session goes on: entries from any thread, packed and written in a thread of its own."""

from __future__ import annotations

import os
import queue
import threading
import time
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

import msgspec

from simulator.recording.form import CHUNK, ENTRY, FORMAT_VERSION, MAGIC, MAX_CHUNK_BYTES, PREFIX, Entry, Head, Kind

CHUNK_BYTES = 512 * 1024
IDLE_S = 0.5
"""What waits for so long is written: a process that is killed loses no more."""
MAX_WAITING_BYTES = 512 * 1024 * 1024
_PACKING = 4
PACKED_FROM_BYTES = 4096
_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"wOF", b"ID3", b"\xff\xfb", b"\0\0\0")


class RecordingWriter:
    """`add` may be called from any thread. `problem` says why nothing more is written; empty as long as all is well."""

    def __init__(self, path: Path, head: Head, clock: Callable[[], float] = time.monotonic) -> None:
        """Raises OSError. What a program stores is nobody else's to read, and so is the file."""
        self.path = path
        self.problem = ""
        self._clock = clock
        self._began_s = clock()
        self._stream = _private(path)
        self._stream.write(packed_head(head))
        self._entries: queue.SimpleQueue[Entry | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._waiting_bytes = 0
        self._count = 0
        self._thread = threading.Thread(target=self._write_all, name="recording", daemon=True)
        self._thread.start()

    def add(self, kind: Kind, data: bytes) -> None:
        """Something has happened."""
        with self._lock:
            if self.problem:
                return
            self._count += 1
            self._waiting_bytes += len(data)
            if self._waiting_bytes > MAX_WAITING_BYTES:
                self.problem = "the disk is slower than the session"
        self._entries.put(Entry(kind, int((self._clock() - self._began_s) * 1000), data))

    def close(self) -> None:
        """Writes what waits, and the end."""
        self.add(Kind.END, msgspec.json.encode({"entries": self._count + 1}))
        self._entries.put(None)
        self._thread.join()
        try:
            self._stream.close()
        except OSError as error:
            self.problem = self.problem or str(error)

    def _write_all(self) -> None:
        chunk = bytearray()
        goes_on = True
        while goes_on:
            try:
                entry = self._entries.get(timeout=IDLE_S if chunk else None)
            except queue.Empty:
                self._write(chunk)
                continue
            goes_on = entry is not None
            if entry is not None:
                if chunk and begins_chunk(entry, len(chunk)):
                    self._write(chunk)
                chunk += packed_entry(entry)
                with self._lock:
                    self._waiting_bytes -= len(entry.data)
                if is_packed(entry):
                    self._write(chunk, packs=False)
            if chunk and (len(chunk) >= CHUNK_BYTES or not goes_on):
                self._write(chunk)

    def _write(self, chunk: bytearray, *, packs: bool = True) -> None:
        try:
            if not self.problem:
                self._stream.write(packed_chunk(bytes(chunk), packs=packs))
                self._stream.flush()
        except OSError as error:
            with self._lock:
                self.problem = error.strerror or str(error)
        chunk.clear()


def save_recording(path: Path, head: Head, entries: Iterable[Entry]) -> None:
    """Writes a recording that is there as a whole. Raises OSError, and what `entries` raise."""
    chunk = bytearray()
    with _private(path) as stream:
        stream.write(packed_head(head))
        for entry in entries:
            if chunk and (len(chunk) + len(entry.data) > CHUNK_BYTES or begins_chunk(entry, len(chunk))):
                stream.write(packed_chunk(bytes(chunk)))
                chunk.clear()
            chunk += packed_entry(entry)
            if is_packed(entry):
                stream.write(packed_chunk(bytes(chunk), packs=False))
                chunk.clear()
        stream.write(packed_chunk(bytes(chunk)))


def packed_head(head: Head) -> bytes:
    """What a file begins with."""
    data = msgspec.json.encode(head)
    return PREFIX.pack(MAGIC, FORMAT_VERSION, len(data), zlib.crc32(data)) + data


def packed_entry(entry: Entry) -> bytes:
    """An entry as it stands in a chunk."""
    return ENTRY.pack(entry.kind, min(entry.at_ms, 2**32 - 1), len(entry.data)) + entry.data


def begins_chunk(entry: Entry, length: int) -> bool:
    """Whether an entry finds no room behind so many bytes of a chunk, or is not packed with them."""
    return length + len(entry.data) + ENTRY.size > MAX_CHUNK_BYTES or is_packed(entry)


def is_packed(entry: Entry) -> bool:
    """Whether it is a picture, a font or a sound that is packed by itself: to try it again costs much, for nothing."""
    if entry.kind is not Kind.FILE or len(entry.data) < PACKED_FROM_BYTES:
        return False
    start = entry.data.index(b"\n") + 1
    return entry.data.startswith(_SIGNATURES, start)


def packed_chunk(entries: bytes, *, packs: bool = True) -> bytes:
    """Entries as they stand in the file."""
    data = zlib.compress(entries, _PACKING) if packs else entries
    if len(data) >= len(entries):
        data = entries
    return CHUNK.pack(len(data), len(entries), zlib.crc32(data)) + data


def _private(path: Path) -> BinaryIO:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(descriptor, "wb")
