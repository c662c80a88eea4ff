"""Changing files of which nobody holds the text, and taking that back: nothing that changed meanwhile is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from ide.models.replacing import FileChange, Refusal, Written, change_on_disk, edited, take_back_on_disk
from runtime.language.answers import Position, Range, TextEdit
from simulator.search.matching import digest_of_text


def edit(line: int, start: int, end: int, text: str, end_line: int | None = None) -> TextEdit:
    return TextEdit(Range(Position(line, start), Position(line if end_line is None else end_line, end)), text)


@pytest.mark.parametrize(
    ("text", "edits", "result"),
    [
        ("abc", [edit(0, 1, 2, "X")], "aXc"),
        ("ab\ncd", [edit(1, 0, 1, "Y"), edit(0, 0, 1, "X")], "Xb\nYd"),
        ("😀a😀a", [edit(0, 5, 6, "b"), edit(0, 2, 3, "b")], "😀b😀b"),
        ("a\r\nb\r\n", [edit(0, 1, 0, " \n ", end_line=1)], "a \r\n b\r\n"),
        ("ab", [edit(0, 0, 0, "1"), edit(0, 0, 0, "2")], "12ab"),
    ],
)
def test_edits_keep_what_is_around_them(text: str, edits: list[TextEdit], result: str) -> None:
    assert edited(text, tuple(edits)) == result


def change(path: Path, *edits: TextEdit) -> FileChange:
    return FileChange(path.name, digest_of_text(path.read_text("utf-8-sig")), edits)


def test_a_file_is_changed_and_put_back_to_the_byte(tmp_path: Path) -> None:
    file = tmp_path / "a.js"
    file.write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n")
    written = change_on_disk(tmp_path, change(file, edit(1, 0, 3, "2")))
    assert isinstance(written, Written)
    assert file.read_bytes() == b"\xef\xbb\xbfone\r\n2\r\n"
    assert take_back_on_disk(tmp_path, written) is None
    assert file.read_bytes() == b"\xef\xbb\xbfone\r\ntwo\r\n"


def test_a_file_that_changed_meanwhile_is_left_alone_both_ways(tmp_path: Path) -> None:
    file = tmp_path / "a.js"
    file.write_text("one")
    wanted = change(file, edit(0, 0, 3, "1"))
    file.write_text("one more")
    assert change_on_disk(tmp_path, wanted) == Refusal("a.js", "changed")
    written = change_on_disk(tmp_path, change(file, edit(0, 0, 3, "1")))
    assert isinstance(written, Written)
    file.write_text("theirs")
    assert take_back_on_disk(tmp_path, written) == Refusal("a.js", "changed")
    assert file.read_text() == "theirs"


def test_what_is_gone_protected_or_outside_is_refused(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    file = project / "a.js"
    file.write_text("one")
    wanted = change(file, edit(0, 0, 3, "1"))
    file.unlink()
    assert change_on_disk(project, wanted) == Refusal("a.js", "missing")
    outside = tmp_path / "secret.js"
    outside.write_text("one")
    file.symlink_to(outside)
    assert change_on_disk(project, wanted) == Refusal("a.js", "changed")
    assert outside.read_text() == "one"
