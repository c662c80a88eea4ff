"""Edits of sources come one after the other, each on the text that is there then, and go back in their order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ide.models.project_files import FileText
from ide.models.source_edits import Make, SourceEdits
from runtime.edits.change import Change, Changes
from tests.support.project_files import FakeProjectFiles


class HeldFiles(FakeProjectFiles):
    """Reads wait in `reads` while `holds_reads` is set, as an editor's answers do."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.holds_reads = False
        self.reads: list[Callable[[], None]] = []

    def read(self, file: str, done: Callable[[FileText | None], None]) -> None:
        read = super().read
        if self.holds_reads:
            self.reads.append(lambda: read(file, done))
        else:
            read(file, done)


class Desk:
    def __init__(self, root: Path) -> None:
        self.file = root / "a.txt"
        self.file.write_text("one two")
        self.files = HeldFiles(root)
        self.edits = SourceEdits(self.files)
        self.told: list[str] = []

    def replace(self, old: str, new: str) -> None:
        self.edits.change("a.txt", replacing(old, new), self.told.append)


def replacing(old: str, new: str) -> Make:
    def make(text: str) -> Changes | None:
        at = text.find(old)
        return None if at < 0 else (Change(at, at + len(old), new),)

    return make


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_change_waits_for_the_one_before_it(desk: Desk) -> None:
    desk.files.holds_reads = True
    desk.replace("one", "1")
    desk.replace("1 two", "12")
    assert len(desk.files.reads) == 1
    desk.files.reads.pop()()
    assert desk.file.read_text() == "1 two"
    desk.files.reads.pop()()
    assert (desk.file.read_text(), desk.told) == ("12", ["", ""])


def test_what_the_text_does_not_have_is_told_and_the_next_change_goes_on(desk: Desk) -> None:
    desk.replace("three", "3")
    desk.replace("two", "2")
    assert (desk.file.read_text(), desk.told) == ("one 2", ["gone", ""])
    desk.file.unlink()
    desk.replace("one", "1")
    assert desk.told[-1] == "gone"


def test_back_and_forth(desk: Desk) -> None:
    desk.replace("one", "1")
    desk.replace("two", "2")
    for expected in ("1 two", "one two"):
        desk.edits.undo(desk.told.append)
        assert desk.file.read_text() == expected
    assert not desk.edits.can_undo
    for expected in ("1 two", "1 2"):
        desk.edits.redo(desk.told.append)
        assert desk.file.read_text() == expected
    desk.edits.undo(desk.told.append)
    assert desk.told == [""] * 7
    desk.edits.undo(desk.told.append)
    desk.edits.undo(desk.told.append)
    assert desk.told[-1] == "gone"


def test_a_new_change_ends_what_could_be_made_again(desk: Desk) -> None:
    desk.replace("one", "1")
    desk.edits.undo(desk.told.append)
    desk.replace("two", "2")
    desk.edits.redo(desk.told.append)
    assert (desk.file.read_text(), desk.told[-1]) == ("one 2", "gone")


def test_nothing_is_taken_back_or_made_again_over_somebody_elses_text(desk: Desk) -> None:
    desk.replace("one", "1")
    desk.file.write_text("mine")
    desk.edits.undo(desk.told.append)
    assert (desk.file.read_text(), desk.told[-1]) == ("mine", "changed")
    desk.file.write_text("one two")
    desk.replace("one", "1")
    desk.edits.undo(desk.told.append)
    desk.file.write_text("mine")
    desk.edits.redo(desk.told.append)
    assert (desk.file.read_text(), desk.told[-1]) == ("mine", "changed")


def test_line_ends_of_windows_and_wide_characters_stay(desk: Desk) -> None:
    desk.file.write_bytes("😀 a\r\nb one\r\n".encode())
    desk.replace("one", "1")
    assert desk.file.read_bytes() == "😀 a\r\nb 1\r\n".encode()
