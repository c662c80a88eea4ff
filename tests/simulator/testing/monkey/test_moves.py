"""What a page offers to a monkey."""

from __future__ import annotations

from typing import Any

from runtime.protocol.previews import Element
from simulator.testing.monkey.moves import is_blank, moves_on
from simulator.testing.script.seen_tree import SeenTree


class Page:
    """Elements with numbers, each on a line of its own unless it is said."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self, tag: str, *children: Element | str, line: int = 0, name: str = "", **attr: Any) -> Element:
        self._last += 1
        given = {key.replace("_", ":", 1): value for key, value in attr.items()}
        ref = (1, self._last)
        return Element(tag, given, ref, "a.wxml", line or self._last, name, None, list(children))


def offers(*elements: Element) -> list[tuple[str, str, int]]:
    return [(move.kind, _line(move.place), len(move.refs)) for move in moves_on(SeenTree(elements))]


def _line(place: str) -> str:
    """Where it is, and what can be done: without the tag and its handlers."""
    line, _, *rest = place.split()
    said = [word for word in rest if word in ("tap", "press", "type", "set", "scrolled", "scrolltolower")]
    return " ".join([line, *said])


def test_rows_of_one_line_are_one_thing_to_try() -> None:
    page = Page()
    rows = [page("view", f"row {number}", line=7, bind_tap="open") for number in range(3)]
    assert offers(*rows) == [("tap", "a.wxml:7 tap", 3)]


def test_elements_that_stand_in_one_line_are_told_apart_by_their_handlers() -> None:
    page = Page()
    elements = [page("view", line=1, bind_tap=name) for name in ("less", "more", "more")]
    assert [count for _, _, count in offers(*elements)] == [1, 2]


def test_what_has_a_handler_or_acts_by_itself_is_offered() -> None:
    page = Page()
    elements = [
        page("view", bind_tap="a", **{"catch:longpress": "b"}),
        page("view", **{"capture-bind:touchstart": "c"}),
        page("view"),
        page("navigator", url="/pages/b/b"),
        page("navigator"),
        page("button", formType="submit"),
        page("button"),
        page("switch"),
        page("input"),
        page("slider", bind_change="d"),
        page("slider"),
        page("scroll-view", bind_scrolltolower="e"),
    ]
    assert [place for _, place, _ in offers(*elements)] == [
        "a.wxml:1 tap", "a.wxml:1 press", "a.wxml:2 tap", "a.wxml:4 tap", "a.wxml:6 tap", "a.wxml:8 tap",
        "a.wxml:9 type", "a.wxml:10 set", "a.wxml:12 scrolled scrolltolower",
    ]  # fmt: skip


def test_what_cannot_be_seen_or_is_disabled_is_not_offered() -> None:
    page = Page()
    inside = page("view", bind_tap="a")
    elements = [
        page("view", inside, hidden=True),
        page("view", page("view", bind_tap="b"), style="color: red; display:none"),
        page("button", bind_tap="c", disabled=True),
        page("button", bind_tap="d", disabled=False),
        page("stepper", bind_tap="e", disabled=True, name="components/stepper"),
    ]
    assert [place for _, place, _ in offers(*elements)] == ["a.wxml:6 tap", "a.wxml:7 tap"]


def test_a_page_is_blank_when_it_has_nothing_to_be_seen() -> None:
    page = Page()
    assert is_blank(SeenTree([]))
    assert is_blank(SeenTree(["  "]))
    assert is_blank(SeenTree([page("view", page("text", "x"), hidden=True)]))
    assert not is_blank(SeenTree([page("view")]))
