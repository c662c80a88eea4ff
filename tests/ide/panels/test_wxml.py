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
        self.found = (0, 0)
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

    def show_found(self, number: int, count: int) -> None:
        self.found = (number, count)

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
    box = Box(10, 108, 100, 40.04)
    assert desk.target.phone.marks == [((box, box, box, box), "view  100 × 40"), ((), "")]
    desk.target.phone.styles = {
        "margin-top": "8px",
        "border-left-width": "1px",
        "padding-left": "2px",
        "margin-left": "auto",
    }
    presenter.hover(("page", "1.0"))
    assert desk.target.phone.marks[-1][0] == (
        Box(10, 100, 100, 48.04), box, Box(11, 108, 99, 40.04), Box(13, 108, 97, 40.04),
    )  # fmt: skip


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
    assert phone.marks[-1] == ((), "")
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


def card(*children: Any, shadow: Any, ref: Ref = (1, 0)) -> dict[str, Any]:
    """A component with `shadow` around a slot with `children`."""
    slot = {"tag": "slot", "attr": {}, "children": list(children), "in": list(ref)}
    inner = {**node(shadow, (2, 0), slot, "shadow text"), "in": list(ref)}
    return {**node("my-card", ref, inner), "is": "components/card"}


def test_shadow_trees_are_shown_or_not() -> None:
    presenter, view, _ = opened(card(node("text", (1, 5), "mine"), "words", shadow="view"))
    assert texts(view) == [
        "<page>", "  <my-card>", "    <view>", "      <slot>", "        <text>mine</text>", "        words",
        "      shadow text",
    ]  # fmt: skip
    presenter.show_shadow(is_on=False)
    assert texts(view) == ["<page>", "  <my-card>", "    <text>mine</text>", "    words"]
    presenter.show_shadow(is_on=True)
    assert len(texts(view)) == 7


def test_what_is_open_and_chosen_stays_when_the_page_is_made_anew() -> None:
    def page(instance: int) -> tuple[Any, ...]:
        return (node("view", (instance, 0), node("view", (instance, 1), node("text", (instance, 2), "a"), "b"), "c"),)

    presenter, view, desk = opened(*page(1))
    presenter.toggle(("page", "1.0", "1.1"))
    presenter.choose(("page", "1.0", "1.1"))
    before = texts(view)
    desk.target.pages.nodes = page(7)
    presenter.refresh()
    assert texts(view) == before
    assert presenter.chosen is not None
    assert presenter.chosen.ref == (7, 1)
    assert view.chosen == ("page", "7.0", "7.1")
    desk.target.records.pass_on(launched())
    assert presenter.chosen is None
    desk.target.pages.nodes = page(9)
    presenter.refresh()
    assert texts(view) == before


def test_search_goes_through_what_is_found_and_opens_the_way_to_it() -> None:
    deep: Any = node("text", (9, 9), "needle")
    for number in range(8, 0, -1):
        deep = node("view", (number, 0), deep, "tail")
    presenter, view, desk = opened(deep, node("text", (9, 8), "needle"))
    presenter.finder.search("needle")
    assert view.found == (1, 2)
    assert view.chosen[-1] == "9.9"
    assert view.chosen in [row.path for row in view.rows]
    presenter.finder.step(1)
    assert (view.found, view.chosen) == ((2, 2), ("page", "9.8"))
    presenter.finder.step(1)
    assert view.found == (1, 2)
    presenter.finder.step(-1)
    assert view.found == (2, 2)
    desk.target.pages.nodes = (node("text", (9, 8), "needle"),)
    presenter.refresh()
    presenter.finder.step(1)
    assert view.found == (1, 1)
    presenter.finder.search("none")
    presenter.finder.step(1)
    assert view.found == (0, 0)


def test_the_chosen_element_is_copied_kept_and_scrolled_to() -> None:
    presenter, _, desk = opened(node("view", (1, 0), node("text", (1, 1), "x", **{"class": "t"})))
    assert presenter.copied("markup") == ""
    presenter.choose(("page", "1.0", "1.1"))
    assert [presenter.copied("markup"), presenter.copied("selector"), presenter.copied("path")] == [
        '<text class="t">x</text>', "view > .t", "/page/view[1]/text[1]",
    ]  # fmt: skip
    assert desk.target.pages.chosen == (1, 1)
    presenter.reveal()
    assert desk.target.styles.tried == [("reveal", (1, 1))]
    presenter.keep()
    assert desk.said == ["$0 of the console is <text> now."]


def test_all_inside_an_element_opens_and_closes() -> None:
    deep: Any = node("text", (9, 9), "x")
    for number in range(6, 0, -1):
        deep = node("view", (number, 0), deep, "tail")
    presenter, view, _ = opened(deep)
    count = len(view.rows)
    presenter.open_all(("page", "1.0"), is_open=True)
    assert len(view.rows) > count
    presenter.open_all(("page", "1.0"), is_open=False)
    assert texts(view) == ["<page>", "  <view>…</view>"]
