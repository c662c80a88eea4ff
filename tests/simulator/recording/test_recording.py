"""A recording as a file: what is written comes back, and what is no recording, or no longer one, is told as such."""

from __future__ import annotations

import io
import os
import stat
import sys
import threading
import zlib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.protocol.version import WIRE_VERSION
from simulator.recording.form import (
    CHUNK,
    ENTRY,
    FORMAT_VERSION,
    MAX_CHUNK_BYTES,
    PREFIX,
    BadRecording,
    Entry,
    Head,
    Kind,
)
from simulator.recording.reader import read_entries, read_head
from simulator.recording.writer import RecordingWriter, packed_chunk, packed_entry, packed_head, save_recording
from tests.support.full_disk import full_disk

HEAD = Head("0.1.0", WIRE_VERSION, "abc", "todo", 1.5, "Europe/Berlin")
END = Entry(Kind.END, 9, b"{}")


def file_of(*entries: Entry, head: Head = HEAD) -> bytes:
    return packed_head(head) + packed_chunk(b"".join(map(packed_entry, entries)))


def read(data: bytes, *, may_be_cut: bool = False) -> list[Entry]:
    stream = io.BytesIO(data)
    read_head(stream)
    return list(read_entries(stream, may_be_cut=may_be_cut))


def refusal(data: bytes) -> str:
    with pytest.raises(BadRecording) as refused:
        read(data)
    return refused.value.code


def test_what_is_written_comes_back_in_its_order(tmp_path: Path) -> None:
    seconds = iter([10.0, 10.25, 11.0, 12.0])
    writer = RecordingWriter(tmp_path / "a.hsrec", HEAD, lambda: next(seconds))
    writer.add(Kind.RUN, b"")
    writer.add(Kind.TURN, b"x" * 2_000_000)
    writer.close()
    assert writer.problem == ""
    with (tmp_path / "a.hsrec").open("rb") as stream:
        assert read_head(stream) == HEAD
        entries = list(read_entries(stream))
    assert [(one.kind, one.at_ms, len(one.data)) for one in entries[:2]] == [
        (Kind.RUN, 250, 0), (Kind.TURN, 1000, 2_000_000),
    ]  # fmt: skip
    assert (entries[2].kind, msgspec.json.decode(entries[2].data)) == (Kind.END, {"entries": 3})


def test_entries_of_many_threads_are_all_there(tmp_path: Path) -> None:
    writer = RecordingWriter(tmp_path / "a.hsrec", HEAD)
    threads = [
        threading.Thread(target=lambda n=n: [writer.add(Kind.SENT, b"%d" % n) for _ in range(200)]) for n in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.close()
    entries = read((tmp_path / "a.hsrec").read_bytes())
    assert sorted(one.data for one in entries[:-1]) == sorted(b"%d" % n for n in range(5) for _ in range(200))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    RecordingWriter(tmp_path / "a.hsrec", HEAD).close()
    assert stat.S_IMODE(os.stat(tmp_path / "a.hsrec").st_mode) == 0o600


def test_a_disk_that_is_full_is_a_problem_and_no_error(tmp_path: Path) -> None:
    writer = RecordingWriter(tmp_path / "a.hsrec", HEAD)
    with full_disk():
        writer.add(Kind.SENT, b"x")
        writer.close()
    assert writer.problem == "File too large"


def test_a_folder_that_is_not_there_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        RecordingWriter(tmp_path / "nowhere" / "a.hsrec", HEAD)


def test_another_file_is_no_recording() -> None:
    assert refusal(b"") == "recording-none"
    assert refusal(b"PK\x03\x04" + b"\0" * 100) == "recording-none"
    assert refusal(b"\x89HSREC") == "recording-none"


def test_another_version_of_the_form_is_named() -> None:
    data = bytearray(file_of(END))
    data[8:10] = (7).to_bytes(2, "big")
    with pytest.raises(BadRecording) as refused:
        read(bytes(data))
    assert (refused.value.code, refused.value.arguments["theirs"]) == ("recording-other-version", "7")


def test_a_handset_whose_parts_speak_otherwise_is_named() -> None:
    with pytest.raises(BadRecording) as refused:
        read(file_of(END, head=msgspec.structs.replace(HEAD, wire="other", handset="0.9")))
    assert (refused.value.code, refused.value.arguments) == ("recording-other-wire", {"theirs": "0.9"})


def test_wherever_it_is_cut_that_is_told() -> None:
    data = file_of(Entry(Kind.RUN, 0, b"")) + file_of(END)[len(packed_head(HEAD)) :]
    codes = {refusal(data[:length]) for length in range(len(packed_head(HEAD)), len(data))}
    assert codes == {"recording-cut-short"}
    # In the head nothing can be told of the rest.
    assert {refusal(data[:length]) for length in range(len(packed_head(HEAD)))} <= {
        "recording-none", "recording-damaged",
    }  # fmt: skip


def test_what_is_there_of_a_recording_that_was_cut_can_be_read() -> None:
    data = file_of(Entry(Kind.RUN, 0, b"")) + packed_chunk(packed_entry(END))
    assert [one.kind for one in read(data[:-1], may_be_cut=True)] == [Kind.RUN]


def test_any_byte_that_is_another_is_found() -> None:
    data = file_of(Entry(Kind.RUN, 0, b""), Entry(Kind.TURN, 1, b"abc"), END)
    for place in range(len(data)):
        damaged = bytearray(data)
        damaged[place] ^= 0x41
        assert refusal(bytes(damaged)).startswith("recording-")


def test_a_chunk_that_unpacks_to_more_than_it_says_is_not_unpacked_further() -> None:
    packed = zlib.compress(b"\0" * 50_000_000)
    bomb = packed_head(HEAD) + CHUNK.pack(len(packed), 100, zlib.crc32(packed)) + packed
    assert refusal(bomb) == "recording-damaged"


def test_a_chunk_that_says_it_is_huge_is_refused_before_it_is_unpacked() -> None:
    packed = zlib.compress(b"\0" * 1000)
    huge = packed_head(HEAD) + CHUNK.pack(len(packed), MAX_CHUNK_BYTES + 1, zlib.crc32(packed)) + packed
    assert refusal(huge) == "recording-too-large"
    endless = packed_head(HEAD) + CHUNK.pack(2**32 - 1, 100, 0) + packed
    assert refusal(endless) == "recording-cut-short"


def test_a_head_that_says_it_is_huge_is_not_read() -> None:
    assert refusal(PREFIX.pack(b"\x89HSREC\r\n", FORMAT_VERSION, 2**32 - 1, 0) + b"{}") == "recording-damaged"


def test_pictures_stand_as_they_are_and_all_else_is_packed(tmp_path: Path) -> None:
    head = b'{"host":"web","path":"http://a/b.png","digest":"aa"}\n'
    picture, text = head + b"\x89PNG" + b"a" * 9000, b"b" * 9000
    entries = [Entry(Kind.SENT, 1, text), Entry(Kind.FILE, 2, picture), Entry(Kind.SENT, 3, text), END]
    writer = RecordingWriter(tmp_path / "a.hsrec", HEAD, lambda: 0)
    for entry in entries[:-1]:
        writer.add(entry.kind, entry.data)
    writer.close()
    save_recording(tmp_path / "b.hsrec", HEAD, entries)
    for name in ("a.hsrec", "b.hsrec"):
        data = (tmp_path / name).read_bytes()
        assert [one.data for one in read(data)[:-1]] == [text, picture, text]
        assert picture in data
        assert b"bbb" not in data


@pytest.mark.parametrize(
    "entry", [b"\x00\0\0\0\0\0\0\0\0", b"\xff\0\0\0\0\0\0\0\0", b"\x01", ENTRY.pack(1, 0, 5) + b"x"]
)
def test_entries_that_are_none_are_damage(entry: bytes) -> None:
    assert refusal(packed_head(HEAD) + packed_chunk(entry)) == "recording-damaged"


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    assert refusal(packed_head(HEAD) + data).startswith("recording-")
    assert refusal(data).startswith("recording-")


def test_nothing_is_read_behind_the_end() -> None:
    assert [one.kind for one in read(file_of(END) + b"what else")] == [Kind.END]


def test_the_head_has_to_be_one() -> None:
    data = b'{"handset": 3}'
    prefix = PREFIX.pack(b"\x89HSREC\r\n", FORMAT_VERSION, len(data), zlib.crc32(data))
    assert refusal(prefix + data) == "recording-damaged"
    deep = b"[" * 100_000
    prefix = PREFIX.pack(b"\x89HSREC\r\n", FORMAT_VERSION, len(deep), zlib.crc32(deep))
    assert refusal(prefix + deep) == "recording-damaged"
