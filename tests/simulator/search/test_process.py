"""The process that searches: kept from one search to the next, and ended when it hangs or nobody wants its answer."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime.protocol.search import Broken, Done, Found, Query, Search
from simulator.search.process import Heard, SearchProcess, Stopped

LIMIT_S = 60


@pytest.fixture
def process() -> Iterator[SearchProcess]:
    process = SearchProcess()
    yield process
    process.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.js").write_text("one two\n")
    (tmp_path / "b.js").write_text("a" * 60 + "!\n")
    return tmp_path


class Inbox:
    def __init__(self) -> None:
        self.heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()

    def all(self) -> list[Heard]:
        """Everything up to the end."""
        found: list[Heard] = []
        while not found or isinstance(found[-1], Found):
            found.append(self.heard.get(timeout=LIMIT_S))
        return found


def search(process: SearchProcess, root: Path, query: Query, texts: dict[str, str] | None = None) -> list[Heard]:
    inbox = Inbox()
    process.search(Search(str(root), query, texts or {}), inbox.heard.put)
    return inbox.all()


def paths(heard: list[Heard]) -> list[str]:
    return [one.path for one in heard if isinstance(one, Found)]


def test_one_process_answers_searches_one_after_the_other(process: SearchProcess, root: Path) -> None:
    process.prepare()
    assert paths(search(process, root, Query("two"))) == ["a.js"]
    assert isinstance(search(process, root, Query("(", is_regex=True))[-1], Broken)
    heard = search(process, root, Query("needle"), {"a.js": "needle " * 100_000})
    assert paths(heard) == ["a.js"]
    assert heard[-1] == Done(1, {}, True)


def test_an_expression_without_end_is_stopped_and_its_file_named(root: Path) -> None:
    process = SearchProcess(silence_s=1.0)
    assert search(process, root, Query("(a+)+$", is_regex=True))[-1] == Stopped("b.js")
    assert paths(search(process, root, Query("two"))) == ["a.js"]
    process.close()


def test_a_search_that_is_given_up_tells_nothing_and_the_next_begins_at_once(
    process: SearchProcess, root: Path
) -> None:
    first = Inbox()
    process.search(Search(str(root), Query("(a+)+$", is_regex=True), {}), first.heard.put)
    process.stop()
    assert paths(search(process, root, Query("two"))) == ["a.js"]
    assert first.heard.empty()


def test_who_prepares_for_a_search_ends_none(process: SearchProcess, root: Path) -> None:
    inbox = Inbox()
    process.search(Search(str(root), Query("two"), {}), inbox.heard.put)
    process.prepare()
    assert paths(inbox.all()) == ["a.js"]


def test_a_process_that_dies_is_told_and_replaced(process: SearchProcess, root: Path) -> None:
    inbox = Inbox()
    process.search(Search(str(root), Query("(a+)+$", is_regex=True), {}), inbox.heard.put)
    child = process._child
    assert child is not None
    child._process.kill()
    assert isinstance(inbox.all()[-1], Stopped)
    assert paths(search(process, root, Query("two"))) == ["a.js"]
