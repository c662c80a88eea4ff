"""The storage as panels reach it, on a real file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ide.hosted.storage import PATIENCE_S, HostedStorage
from ide.models.debug_target import StoredEntry
from runtime.api.sqlite_storage import SqliteStorage
from tests.support.work import work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    storage = SqliteStorage(tmp_path / "storage.sqlite")
    storage.set_many({"logs": "[1, 2]", "名字": '"小明"'})
    storage.close()
    return tmp_path / "storage.sqlite"


def opened(path: Path) -> tuple[HostedStorage, list[str]]:
    storage, complaints = HostedStorage(path), list[str]()
    storage.complained.connect(lambda complaint: complaints.append(complaint.key))
    return storage, complaints


def test_entries_are_read_written_and_removed(path: Path) -> None:
    storage, complaints = opened(path)
    assert storage.entries() == [StoredEntry("logs", "[1, 2]", 10), StoredEntry("名字", '"小明"', 14)]
    assert storage.write({"a": "1", "b": "2"})
    assert storage.remove(["logs", "a", "not there"])
    assert [entry.key for entry in storage.entries()] == ["名字", "b"]
    assert storage.clear()
    assert (storage.entries(), complaints) == ([], [])


def test_what_is_too_large_is_refused_and_said(path: Path) -> None:
    storage, complaints = opened(path)
    assert not storage.write({"big": f'"{"x" * 1_100_000}"'})
    assert complaints == ["action_failed"]
    assert len(storage.entries()) == 2


def test_whoever_else_holds_the_file_is_not_waited_for(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    storage, complaints = opened(path)
    assert PATIENCE_S <= 0.05
    assert not storage.write({"a": "1"})
    assert complaints
    other.close()


def test_a_damaged_file_is_set_aside_and_said(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)
    storage, complaints = opened(path)
    assert storage.entries() == []
    assert complaints == ["storage_damaged"]


def test_very_many_entries_are_read_at_once(path: Path) -> None:
    storage, _ = opened(path)
    storage.write({f"key{number}": "1" for number in range(60_000)})
    with work() as done:
        assert len(storage.entries()) == 60_002
    assert done.calls < 10 * 60_002
