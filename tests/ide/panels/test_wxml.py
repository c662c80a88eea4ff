"""The Wxml panel's presenter: rows, marks on the phone, what an element carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ide.models.debug_target import Box, Ref
from ide.models.style_rows import StyleRow
from ide.models.tree_rows import Path, TreeRow
from ide.models.wxml_tree import Element
from ide.panels.wxml.presenter import WxmlPresenter
from runtime.protocol.inspection import BoxModel, PseudoClass
from tests.support.debug_target import FakeDesk, launched, record


def node(tag: str, ref: Ref, *children: Any, **attributes: Any) -> dict[str, Any]:
    return {"tag": tag, "ref": list(ref), "attr": attributes, "children": list(children), "file": "a.wxml", "line": 3}


class View:
    def __init__(self) -> None:
        self.rows: Sequence[TreeRow] = ()
        self.chosen: Path = ()
        self.element: Element | None = None
        self.styles: Sequence[StyleRow] = ()
        self.forced: Sequence[PseudoClass] = ()
        self.computed: Sequence[tuple[str, str, str]] = ()
        self.carried: Sequence[TreeRow] = ()
        self.is_pointing = True
        self.stirs = 0

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        self.rows = rows

    def choose(self, path: Path) -> None:
        self.chosen = path

    def show_element(self, element: Element | None) -> None:
        self.element = element

    def show_carried(self, rows: Sequence[TreeRow]) -> None:
        self.carried = rows

    def show_styles(self, rows: Sequence[StyleRow], forced: Sequence[PseudoClass]) -> None:
        self.styles, self.forced = rows, forced

    def show_computed(self, rows: Sequence[tuple[str, str, str]], box: BoxModel | None) -> None:
        self.computed = rows

    def show_pointing(self, *, is_on: bool) -> None:
        self.is_pointing = is_on

    def stirred(self) -> None:
        self.stirs += 1


def opened(*nodes: Any) -> tuple[WxmlPresenter, View, FakeDesk]:
    desk, view = FakeDesk(), View()
    desk.target.pages.nodes = nodes
    presenter = WxmlPresenter(desk.panel_desk)
    presenter.attach(view)
    presenter.refresh()
    return presenter, view, desk


def texts(view: View) -> list[str]:
    return ["  " * row.depth + row.text() for row in view.rows]


def test_the_tree_reads_like_a_template() -> None:
    _, view, _ = opened(node("view", (1, 0), node("text", (1, 1), " hi "), node("image", (1, 2), src="a.png"), "  "))
    assert texts(view) == [
        "<page>", "  <view>", "    <text>hi</text>", '    <image src="a.png"/>',
    ]  # fmt: skip


def test_closed_elements_show_that_there_is_more_and_stay_closed() -> None:
    presenter, view, desk = opened(node("view", (1, 0), node("text", (1, 1), "x"), "tail"))
    presenter.toggle(("page", "1.0"))
    assert texts(view)[-1] == "  <view>…</view>"
    desk.target.pages.nodes = (node("view", (1, 0), node("text", (1, 1), "y"), "tail"),)
    presenter.refresh()
    assert texts(view)[-1] == "  <view>…</view>"


def test_a_row_under_the_mouse_is_marked_on_the_phone() -> None:
    presenter, _, desk = opened(node("view", (1, 0)))
    presenter.hover(("page", "1.0"))
    presenter.hover(None)
    assert desk.target.phone.marks == [(Box(10, 108, 100, 40.04), "view  100 × 40"), (None, "")]


def test_a_chosen_element_tells_what_it_carries() -> None:
    presenter, view, desk = opened(node("view", (1, 0), **{"class": "a", "data-id": 3}))
    presenter.choose(("page", "1.0"))
    assert view.element is not None
    assert (view.element.plain_attributes, view.element.dataset) == ({"class": "a"}, {"id": "3"})
    presenter.open_source()
    assert desk.opened == [("a.wxml", 3, 1)]


def test_a_picked_element_is_revealed() -> None:
    deep: Any = node("text", (9, 9), "x")
    for number in range(8, 0, -1):
        deep = node("view", (number, 0), deep, "tail")
    presenter, view, desk = opened(deep)
    assert all("<text>" not in text for text in texts(view))
    desk.target.phone.found = (9, 9)
    presenter.picked(1, 1)
    assert view.chosen[-1] == "9.9"
    assert view.chosen in [row.path for row in view.rows]


def test_pointing_at_the_phone_marks_and_ends_by_itself() -> None:
    presenter, view, desk = opened(node("view", (1, 0)))
    phone = desk.target.phone
    presenter.point(is_on=True)
    assert phone.hears is presenter
    phone.found = (1, 0)
    presenter.pointed(5, 5)
    assert phone.marks[-1][1] == "view  100 \u00d7 40"
    phone.found = None
    presenter.pointed(5, 500)
    assert phone.marks[-1] == (None, "")
    presenter.left()
    assert not view.is_pointing
    presenter.point(is_on=False)
    assert phone.hears is None


def test_a_launch_empties_the_tree_and_what_stirs_is_told_while_it_is_seen() -> None:
    presenter, view, desk = opened(node("view", (1, 0)))
    desk.target.records.pass_on(launched(), record("bridge", "dom"))
    assert (view.rows, view.stirs) == ([], 0)
    presenter.is_seen = True
    desk.target.records.pass_on(record("bridge", "dom"))
    desk.target.records.pass_on(record("bridge", "style pages/a.wxss"))
    assert view.stirs == 2


def test_a_refresh_while_the_tree_is_awaited_is_made_up_for() -> None:
    presenter, view, desk = opened()
    pages = desk.target.pages
    pages.holds = True
    presenter.refresh()
    presenter.refresh()
    pages.nodes = (node("view", (1, 0)),)
    pages.held.pop()()
    pages.held.pop()()
    assert pages.held == []
    assert presenter.lines() == ["<page>", "  <view/>"]
    assert len(view.rows) == 2
