"""Unsaved text on disk: found after a crash, and not taken from a window that still runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from ide.models.journal import Journal, JournalEntry

WRITE = """
import sys
from pathlib import Path
from ide.models.journal import Journal, JournalEntry
Journal(Path(sys.argv[1]), Path("/p")).write(JournalEntry("a.js", sys.argv[2], ""))
print("written", flush=True)
sys.stdin.read()
"""


def other_window(folder: Path, text: str) -> subprocess.Popen[str]:
    """Another process that keeps a text in the journal and lives until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(folder), text], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    return process


def test_texts_are_kept_and_forgotten(tmp_path: Path) -> None:
    journal = Journal(tmp_path, Path("/p"))
    journal.write(JournalEntry("b.js", "b", ""))
    journal.write(JournalEntry("a.js", "old", ""))
    journal.write(JournalEntry("a.js", "new", "digest"))
    assert journal.entries() == [JournalEntry("a.js", "new", "digest"), JournalEntry("b.js", "b", "")]
    journal.forget("a.js")
    assert [entry.path for entry in journal.entries()] == ["b.js"]
    assert Journal(tmp_path, Path("/other")).entries() == []


def test_what_a_running_window_keeps_is_its_own(tmp_path: Path) -> None:
    other = other_window(tmp_path, "theirs")
    journal = Journal(tmp_path, Path("/p"))
    journal.write(JournalEntry("a.js", "mine", ""))
    assert [entry.text for entry in journal.entries()] == ["mine"]
    journal.forget("a.js")
    assert journal.entries() == []
    other.communicate("")
    assert [entry.text for entry in journal.entries()] == ["theirs"]
    journal.forget("a.js")
    assert journal.entries() == []


def test_broken_entries_are_passed_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path, Path("/p"))
    journal.write(JournalEntry("a.js", "a", ""))
    next(tmp_path.glob("*/*.json")).write_text("{")
    assert journal.entries() == []


def test_a_disk_that_refuses_is_told_once_until_it_takes_something_again(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "kept", Path("/p"))
    told: list[str] = []
    journal.refused.connect(told.append)
    (tmp_path / "kept").write_text("a file in the way")
    for _ in range(3):
        journal.write(JournalEntry("a.js", "a", ""))
    assert told == ["Not a directory"]
    (tmp_path / "kept").unlink()
    journal.write(JournalEntry("a.js", "a", ""))
    assert len(journal.entries()) == 1
    shutil.rmtree(tmp_path / "kept")
    (tmp_path / "kept").write_text("a file in the way")
    journal.write(JournalEntry("a.js", "a", ""))
    assert len(told) == 2


def test_names_that_are_no_utf_8_and_half_pairs_are_kept(tmp_path: Path) -> None:
    journal = Journal(tmp_path, Path("/p\udcff"))
    entry = JournalEntry("\udcff.js", "a\ud83d", "")
    journal.write(entry)
    assert journal.entries() == [entry]


def test_nobody_else_may_read_what_is_kept(tmp_path: Path) -> None:
    Journal(tmp_path / "kept", Path("/p")).write(JournalEntry("a.js", "secret", ""))
    modes = {path.stat().st_mode & 0o777 for path in tmp_path.glob("kept/*/*")}
    assert modes == {0o600}
    assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("kept/*")} == {0o700}
