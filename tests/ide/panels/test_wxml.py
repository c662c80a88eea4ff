"""The Wxml panel's presenter: rows, marks on the phone, what an element carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ide.models.tree_rows import Path, TreeRow
from ide.models.wxml_tree import Element, Ref
from ide.panels.wxml.presenter import Box, WxmlCallbacks, WxmlPresenter
from simulator.bridge.preview import preview_of_json


def node(tag: str, ref: Ref, *children: Any, **attributes: Any) -> dict[str, Any]:
    return {"tag": tag, "ref": list(ref), "attr": attributes, "children": list(children), "file": "a.wxml", "line": 3}


class Phone:
    def __init__(self, *nodes: Any) -> None:
        self.nodes: Sequence[Any] = nodes
        self.marks: list[tuple[Box | None, str]] = []
        self.found: Ref | None = None
        self.opened: list[tuple[str, int, int]] = []

    def callbacks(self) -> WxmlCallbacks:
        return WxmlCallbacks(
            lambda done: done(self.nodes), self._measure, lambda ref, done: done(preview_of_json({"open": True})),
            lambda done: done({"left": 0, "top": 88, "width": 375, "height": 600, "pageId": 1}),
            lambda box, label: self.marks.append((box, label)), lambda x, y, done: done(self.found),
            lambda *place: self.opened.append(place),
        )  # fmt: skip

    def _measure(self, ref: Ref, styles: Sequence[str], done: Callable[[Mapping[str, Any] | None], None]) -> None:
        done({"left": 10, "top": 20, "width": 100, "height": 40.04, **dict.fromkeys(styles, "auto")})


class View:
    def __init__(self) -> None:
        self.rows: Sequence[TreeRow] = ()
        self.chosen: Path = ()
        self.element: Element | None = None
        self.measured: Mapping[str, Any] = {}
        self.data: Mapping[str, str] = {}

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        self.rows = rows

    def choose(self, path: Path) -> None:
        self.chosen = path

    def show_element(self, element: Element | None, measured: Mapping[str, Any], data: Mapping[str, str]) -> None:
        self.element, self.measured, self.data = element, measured, data


def opened(*nodes: Any) -> tuple[WxmlPresenter, View, Phone]:
    phone, view = Phone(*nodes), View()
    presenter = WxmlPresenter(phone.callbacks(), view)
    presenter.refresh()
    return presenter, view, phone


def texts(view: View) -> list[str]:
    return ["  " * row.depth + row.text() for row in view.rows]


def test_the_tree_reads_like_a_template() -> None:
    _, view, _ = opened(node("view", (1, 0), node("text", (1, 1), " hi "), node("image", (1, 2), src="a.png"), "  "))
    assert texts(view) == [
        "<page>", "  <view>", "    <text>hi</text>", '    <image src="a.png"/>',
    ]  # fmt: skip


def test_closed_elements_show_that_there_is_more_and_stay_closed() -> None:
    presenter, view, phone = opened(node("view", (1, 0), node("text", (1, 1), "x"), "tail"))
    presenter.toggle(("page", "1.0"))
    assert texts(view)[-1] == "  <view>…</view>"
    phone.nodes = (node("view", (1, 0), node("text", (1, 1), "y"), "tail"),)
    presenter.refresh()
    assert texts(view)[-1] == "  <view>…</view>"


def test_a_row_under_the_mouse_is_marked_on_the_phone() -> None:
    presenter, _, phone = opened(node("view", (1, 0)))
    presenter.hover(("page", "1.0"))
    presenter.hover(None)
    assert phone.marks == [(Box(10, 108, 100, 40.04), "view  100 × 40"), (None, "")]


def test_a_chosen_element_tells_what_it_carries() -> None:
    presenter, view, phone = opened(node("view", (1, 0), **{"class": "a", "data-id": 3}))
    presenter.choose(("page", "1.0"))
    assert view.element is not None
    assert (view.element.plain_attributes, view.element.dataset) == ({"class": "a"}, {"id": "3"})
    assert view.measured["display"] == "auto"
    presenter.open_source()
    assert phone.opened == [("a.wxml", 3, 1)]


def test_a_component_tells_its_own_data_and_other_elements_none() -> None:
    presenter, view, _ = opened({**node("my-card", (1, 0)), "is": "components/card"}, node("view", (1, 1)))
    presenter.choose(("page", "1.0"))
    assert view.data == {"open": "true"}
    presenter.choose(("page", "1.1"))
    assert view.data == {}


def test_a_picked_element_is_revealed() -> None:
    deep: Any = node("text", (9, 9), "x")
    for number in range(8, 0, -1):
        deep = node("view", (number, 0), deep, "tail")
    presenter, view, phone = opened(deep)
    assert all("<text>" not in text for text in texts(view))
    phone.found = (9, 9)
    presenter.pick(1, 1)
    assert view.chosen[-1] == "9.9"
    assert view.chosen in [row.path for row in view.rows]
