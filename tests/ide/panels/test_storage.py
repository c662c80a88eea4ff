"""The storage panel's presenter on a real storage file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from ide.panels.storage.presenter import MOST_SHOWN, Entry, StoragePresenter, StoredAmount, as_json, kind_of
from runtime.api.ports_storage import SqliteStorage


class View:
    def __init__(self) -> None:
        self.entries: Sequence[Entry] = ()
        self.used_bytes = 0
        self.not_shown = 0
        self.reports: list[str] = []

    def show_entries(self, entries: Sequence[Entry], amount: StoredAmount) -> None:
        self.entries, self.used_bytes, self.not_shown = entries, amount.used_bytes, amount.not_shown

    def report(self, key: str, **arguments: str) -> None:
        self.reports.append(key)

    @property
    def values(self) -> dict[str, str]:
        return {entry.key: entry.value for entry in self.entries}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    storage = SqliteStorage(tmp_path / "storage.sqlite")
    storage.set_many({"logs": "[1, 2]", "名字": '"小明"'})
    storage.close()
    return tmp_path / "storage.sqlite"


def test_entries_are_listed_with_type_and_size(path: Path) -> None:
    view = View()
    StoragePresenter(path, view).refresh()
    assert [(entry.key, entry.kind, entry.size_bytes) for entry in view.entries] == [
        ("logs", "Array", 10), ("名字", "String", 14),
    ]  # fmt: skip
    assert view.used_bytes == 24


def test_values_are_written_renamed_and_removed(path: Path) -> None:
    view = View()
    presenter = StoragePresenter(path, view)
    presenter.set("logs", "plain text")
    presenter.rename("logs", "log")
    presenter.rename("log", "名字")
    assert view.reports == ["name_taken"]
    assert view.values == {"名字": '"小明"', "log": '"plain text"'}
    presenter.remove(["名字"])
    presenter.clear()
    assert view.values == {}


def test_what_is_too_large_is_refused_and_said(path: Path) -> None:
    view = View()
    StoragePresenter(path, view).set("big", "x" * 1_100_000)
    assert view.reports == ["action_failed"]
    assert "big" not in view.values


def test_the_filter_looks_at_keys_and_values(path: Path) -> None:
    view = View()
    StoragePresenter(path, view).filter("小明")
    assert list(view.values) == ["名字"]


def test_what_the_user_types() -> None:
    assert [as_json(text) for text in ('{"a": 1}', "12", "hello")] == ['{"a": 1}', "12", '"hello"']
    assert [kind_of(text) for text in ('{"$date": 1}', "true", "null", "1.5", "{}")] == [
        "Date", "Boolean", "Null", "Number", "Object",
    ]  # fmt: skip


def test_whoever_else_holds_the_file_is_not_waited_for(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    begun = time.perf_counter()
    view = View()
    StoragePresenter(path, view).set("a", "1")
    assert time.perf_counter() - begun < 0.8
    assert view.reports
    other.close()


def test_of_very_many_entries_the_first_are_shown_and_the_filter_finds_the_others(path: Path) -> None:
    storage = SqliteStorage(path)
    storage.set_many({f"key{number}": "1" for number in range(60_000)})
    storage.close()
    view = View()
    presenter = StoragePresenter(path, view)
    begun = time.perf_counter()
    presenter.refresh()
    assert time.perf_counter() - begun < 1
    assert (len(view.entries), view.not_shown) == (MOST_SHOWN, 60_002 - MOST_SHOWN)
    presenter.filter("key59999")
    assert [entry.key for entry in view.entries] == ["key59999"]
    assert view.not_shown == 0


def test_deep_and_broken_values_have_a_type_too(path: Path) -> None:
    assert [kind_of(text) for text in ("[" * 100_000, "", "x")] == ["Array", "?", "?"]
    assert as_json("[" * 100_000).startswith('"[')
