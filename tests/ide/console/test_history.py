"""Calling back what was typed."""

from __future__ import annotations

from ide.models.console.history import History


def test_walking_back_and_forth_keeps_the_draft() -> None:
    history = History(["a", "b"])
    assert [history.older("dra"), history.older("b"), history.older("a")] == ["b", "a", None]
    assert [history.newer(), history.newer(), history.newer()] == ["b", "dra", None]


def test_the_same_line_twice_counts_once() -> None:
    history = History()
    history.add("x")
    history.add("x")
    assert history.entries == ("x",)
    assert history.older("") == "x"
