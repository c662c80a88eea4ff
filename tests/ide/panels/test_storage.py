"""The storage panel's presenter on a real storage file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ide.panels.storage.presenter import Entry, StoragePresenter, as_json, kind_of
from runtime.api.ports_storage import SqliteStorage


class View:
    def __init__(self) -> None:
        self.entries: Sequence[Entry] = ()
        self.used_bytes = 0
        self.reports: list[str] = []

    def show_entries(self, entries: Sequence[Entry], used_bytes: int, limit_bytes: int) -> None:
        self.entries, self.used_bytes = entries, used_bytes

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
