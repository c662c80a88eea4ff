"""Reading and writing files without losing anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ide.models.text_files import (
    MAX_TEXT_BYTES,
    SAVE_SUFFIX,
    Refused,
    TextFile,
    digest_of,
    read_text_file,
    write_text_file,
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\0\0", "binary"),
        (b"x" * (MAX_TEXT_BYTES + 1), "huge"),
        ("中文".encode("gbk"), "encoding"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    refused = read_text_file(path)
    assert isinstance(refused, Refused)
    assert refused.reason == reason


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    assert read_text_file(tmp_path / "none") == Refused("missing")
    assert read_text_file(tmp_path) == Refused("folder")


def test_line_ends_and_byte_order_mark_survive(tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    data = "\ufeffa\r\nb\n".encode()
    path.write_bytes(data)
    contents = read_text_file(path)
    assert isinstance(contents, TextFile)
    assert contents.text == "a\r\nb\n"
    write_text_file(path, contents.text, has_bom=contents.has_bom)
    assert path.read_bytes() == data


def test_writing_keeps_permissions_and_links(tmp_path: Path) -> None:
    real = tmp_path / "real.sh"
    real.write_text("one")
    real.chmod(0o750)
    link = tmp_path / "link.sh"
    link.symlink_to(real)
    write_text_file(link, "two")
    assert link.is_symlink()
    assert (real.read_text(), real.stat().st_mode & 0o777) == ("two", 0o750)


def test_a_vanished_folder_is_not_made_again(tmp_path: Path) -> None:
    assert write_text_file(tmp_path / "gone" / "a.js", "") == Refused("folder_gone")


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.js")
    assert read_text_file(tmp_path / "pipe.js") == Refused("special")
    assert write_text_file(tmp_path / "pipe.js", "x") == Refused("unwritable", "not a regular file")


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.js").symlink_to(tmp_path / "b.js")
    (tmp_path / "b.js").symlink_to(tmp_path / "a.js")
    read, written = read_text_file(tmp_path / "a.js"), write_text_file(tmp_path / "a.js", "x")
    assert isinstance(read, Refused)
    assert isinstance(written, Refused)
    assert (read.reason, written.reason) == ("unreadable", "unwritable")


def test_a_name_as_long_as_names_may_be_is_saved(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 252 + ".js")
    path.write_text("old")
    write_text_file(path, "new")
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_is_no_utf_8_is_saved(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.js")
    write_text_file(path, "new")
    assert path.read_text() == "new"


def test_half_a_surrogate_pair_becomes_the_replacement_character(tmp_path: Path) -> None:
    write_text_file(tmp_path / "a.js", "a\ud83db")
    assert (tmp_path / "a.js").read_text("utf-8") == "a\ufffdb"


def test_a_folder_that_takes_no_new_file_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_text("a longer text")
    temporary = tmp_path / f".{digest_of(b'a.js')[:12]}{SAVE_SUFFIX}"
    temporary.mkdir()
    assert write_text_file(path, "new") == digest_of(b"new")
    assert path.read_text() == "new"


def test_a_link_beside_the_file_is_not_written_through(tmp_path: Path) -> None:
    """Whoever made the project knows the name under which a text is written first."""
    target, precious = tmp_path / "app.js", tmp_path / "precious"
    precious.write_text("mine")
    target.write_text("old")
    seen: list[Path] = []
    real_replace = Path.replace

    def replaced(self: Path, other: Path) -> Path:
        seen.append(self)
        return real_replace(self, other)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", replaced)
        write_text_file(target, "first")
    seen[0].symlink_to(precious)
    assert isinstance(write_text_file(target, "second"), str)
    assert (target.read_text(), target.is_symlink(), precious.read_text()) == ("second", False, "mine")
