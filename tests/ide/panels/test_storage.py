"""The storage panel's presenter: what is listed, written and said."""

from __future__ import annotations

from collections.abc import Sequence

from ide.models.debug_target import Complaint
from ide.panels.storage.presenter import MOST_SHOWN, Entry, StoragePresenter, StoredAmount, as_json, kind_of
from tests.support.debug_target import FakeDesk, FakeStorage, record


class View:
    def __init__(self) -> None:
        self.entries: Sequence[Entry] = ()
        self.amount = StoredAmount(0, 0, 0)
        self.stirs = 0

    def show_entries(self, entries: Sequence[Entry], amount: StoredAmount) -> None:
        self.entries, self.amount = entries, amount

    def stirred(self) -> None:
        self.stirs += 1


def opened(**values: str) -> tuple[StoragePresenter, View, FakeDesk]:
    desk, view = FakeDesk(), View()
    desk.target.storage.values = values or {"logs": "[1, 2]", "名字": '"小明"'}
    presenter = StoragePresenter(desk.panel_desk)
    presenter.attach(view)
    presenter.refresh()
    return presenter, view, desk


def test_entries_are_listed_with_type_and_size() -> None:
    presenter, view, _ = opened()
    assert [(entry.key, entry.kind, entry.size_bytes) for entry in view.entries] == [
        ("logs", "Array", 10), ("名字", "String", 14),
    ]  # fmt: skip
    assert view.amount == StoredAmount(24, FakeStorage.limit_bytes, 0)
    assert presenter.lines() == ["logs: [1, 2]", '名字: "小明"']


def test_values_are_written_renamed_and_removed() -> None:
    presenter, _, desk = opened()
    storage = desk.target.storage
    presenter.set("logs", "plain text")
    presenter.rename("logs", "log")
    presenter.rename("log", "名字")
    presenter.rename("log", "log")
    presenter.rename("gone", "other")
    presenter.rename("log", "")
    assert storage.values == {"名字": '"小明"', "log": '"plain text"'}
    assert len(desk.said) == 1
    presenter.set("", "1")
    assert len(desk.said) == 2
    presenter.remove(["名字"])
    assert list(storage.values) == ["log"]
    presenter.clear()
    assert storage.values == {}


def test_a_new_entry_has_a_name_that_is_free() -> None:
    presenter, view, _ = opened(key1="1", key3="1")
    assert [presenter.add(), presenter.add()] == ["key2", "key4"]
    assert [entry.value for entry in view.entries if entry.key in ("key2", "key4")] == ['""', '""']


def test_the_filter_looks_at_keys_and_values() -> None:
    presenter, view, _ = opened()
    presenter.filter("小明")
    assert [entry.key for entry in view.entries] == ["名字"]
    presenter.filter(" LOG ")
    assert [entry.key for entry in view.entries] == ["logs"]


def test_of_very_many_entries_the_first_are_shown_and_the_filter_finds_the_others() -> None:
    presenter, view, _ = opened(**{f"key{number}": "1" for number in range(MOST_SHOWN + 500)})
    assert (len(view.entries), view.amount.not_shown) == (MOST_SHOWN, 500)
    presenter.filter(f"key{MOST_SHOWN + 499}")
    assert (len(view.entries), view.amount.not_shown) == (1, 0)


def test_complaints_are_said_until_it_is_closed() -> None:
    presenter, _, desk = opened()
    desk.target.storage.complained.emit(Complaint("action_failed", {"detail": "database is locked"}))
    presenter.close()
    desk.target.storage.complained.emit(Complaint("action_failed", {"detail": "later"}))
    assert len(desk.said) == 1
    assert "database is locked" in desk.said[0]


def test_what_the_program_stores_stirs_the_view_while_it_is_seen() -> None:
    presenter, view, desk = opened()
    stored = record("api", "setStorage", outcome="ok")
    desk.target.records.pass_on(stored)
    presenter.is_seen = True
    desk.target.records.pass_on(record("api", "request", outcome="ok"), record("api", "setStorage", outcome="pending"))
    assert view.stirs == 0
    desk.target.records.pass_on(stored)
    assert view.stirs == 1


def test_what_the_user_types() -> None:
    assert [as_json(text) for text in ('{"a": 1}', "12", "hello")] == ['{"a": 1}', "12", '"hello"']
    assert [kind_of(text) for text in ('{"$date": 1}', "true", "null", "1.5", "{}")] == [
        "Date", "Boolean", "Null", "Number", "Object",
    ]  # fmt: skip


def test_deep_and_broken_values_have_a_type_too() -> None:
    assert [kind_of(text) for text in ("[" * 100_000, "", "x")] == ["Array", "?", "?"]
    assert as_json("[" * 100_000).startswith('"[')
