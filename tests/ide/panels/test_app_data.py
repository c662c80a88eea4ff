"""AppData without a widget: what is shown, asked for and set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ide.models.data_tree import row_of
from ide.models.debug_target import Component, DataOwner
from ide.models.tree_rows import TreeRow
from ide.panels.app_data.presenter import AppDataPresenter
from simulator.bridge.preview import preview_of_json
from tests.support.debug_target import FakeDesk, FakePages, FakeTarget, launched, record


class View:
    def __init__(self) -> None:
        self.rows: Sequence[TreeRow] = ()
        self.stirs = 0

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        self.rows = rows

    def stirred(self) -> None:
        self.stirs += 1

    @property
    def texts(self) -> list[str]:
        return [row.indented() for row in self.rows]


def on(**pages: Any) -> tuple[FakeDesk, FakePages]:
    desk = FakeDesk(FakeTarget(**pages))
    return desk, desk.target.pages


def opened(desk: FakeDesk) -> tuple[AppDataPresenter, View]:
    view = View()
    presenter = AppDataPresenter(desk.panel_desk)
    presenter.attach(view)
    presenter.refresh()
    return presenter, view


def test_the_page_on_top_comes_first_and_branches_open() -> None:
    presenter, view = opened(on(first={"a": 1}, second={"b": {"c": "x"}})[0])
    assert view.texts == ["second", "  b: {c: 'x'}", "first", "  a: 1"]
    presenter.toggle(("2", "b"))
    presenter.toggle(("1",))
    assert view.texts == ["second", "  b: {c: 'x'}", "    c: 'x'", "first"]


def test_components_stand_below_their_page_and_are_asked_for_when_opened() -> None:
    desk, pages = on(page={"a": 1})
    card = DataOwner(1, (7, 2))
    pages.found = [Component(card, "components/card")]
    pages.previews[card] = preview_of_json({"open": False})
    presenter, view = opened(desk)
    assert view.texts == ["page", "  a: 1", "  <components/card>"]
    assert pages.asked == [DataOwner(1)]
    presenter.toggle(row_of(card))
    assert view.texts == ["page", "  a: 1", "  <components/card>", "    open: false"]
    presenter.edit((*row_of(card), "open"), "true")
    assert pages.assigned == [(card, "open", "true")]
    assert pages.asked.count(card) == 2
    presenter.toggle(("1",))
    assert view.texts == ["page"]


def test_in_a_recording_it_can_be_looked_when_a_value_of_the_page_on_top_changed() -> None:
    desk, pages = on(first={"a": 1}, second={"list": [{"name": "x"}]})
    card = DataOwner(2, (7, 2))
    pages.found = [Component(card, "components/card")]
    pages.previews[card] = preview_of_json({"open": False})
    sought: list[str] = []
    presenter = AppDataPresenter(replace(desk.panel_desk, find_changes=sought.append))
    presenter.attach(View())
    presenter.refresh()
    for path in (("2", "list"), ("2", "list", "0"), row_of(card)):
        presenter.toggle(path)
    paths = [("2", "list"), ("2", "list", "0", "name"), ("2",), ("1", "a"), (*row_of(card), "open"), ("9",)]
    for path in paths:
        presenter.find_changes(path)
    assert sought == ["list", "list[0].name"]
    assert [presenter.sought(path) for path in paths] == ["list", "list[0].name", "", "", "", ""]
    assert opened(desk)[0].sought(("2", "list")) == ""


def test_a_component_that_has_gone_leaves() -> None:
    desk, pages = on(page={})
    card = DataOwner(1, (7, 2))
    pages.found = [Component(card, "components/card")]
    presenter, view = opened(desk)
    presenter.toggle(row_of(card))
    pages.found = []
    presenter.refresh()
    assert view.texts == ["page"]


def test_an_edited_value_is_set_by_its_path() -> None:
    desk, pages = on(page={"list": [{"na.me": 1}]})
    presenter, _ = opened(desk)
    presenter.toggle(("1", "list"))
    presenter.toggle(("1", "list", "0"))
    presenter.edit(("1", "list", "0", "na.me"), '"中"')
    assert pages.assigned == [(DataOwner(1), "list[0].na\\.me", '"\\u4e2d"')]
    presenter.edit(("1", "list", "0", "na.me"), "no json")
    assert len(desk.said) == 1
    assert "no json" in desk.said[0]


def test_members_that_are_not_here_are_asked_for_once_and_again_after_a_refresh() -> None:
    desk, pages = on(page={})
    pages.previews[DataOwner(1)] = {
        "t": "object",
        "props": [["o", {"t": "object", "more": True, "id": 5, "props": []}]],
    }
    desk.target.values.member_lists[(5, 0)] = {"t": "object", "props": [["x", {"t": "number", "v": 1}]]}
    presenter, view = opened(desk)
    presenter.toggle(("1", "o"))
    assert view.texts[-1] == "    x: 1"
    assert desk.target.values.asked == [(5, 0)]
    presenter.refresh()
    assert desk.target.values.asked == [(5, 0), (5, 0)]


def test_a_long_array_shows_the_next_hundred_when_asked() -> None:
    desk, pages = on(page={})
    numbers = [{"t": "number", "v": number} for number in range(150)]
    array = {"t": "array", "n": 150, "id": 9, "more": True}
    pages.previews[DataOwner(1)] = {"t": "object", "props": [["l", {**array, "items": numbers[:100]}]]}
    desk.target.values.member_lists[(9, 100)] = {**array, "items": numbers[100:], "start": 100}
    presenter, view = opened(desk)
    presenter.toggle(("1", "l"))
    assert (len(view.rows), view.texts[-1]) == (103, "    … 50")
    presenter.toggle(view.rows[-1].path)
    assert (len(view.rows), view.texts[-1]) == (152, "    149: 149")


def test_a_refresh_while_answers_are_awaited_is_made_up_for() -> None:
    desk, pages = on(page={"a": 1})
    pages.holds = True
    presenter, view = opened(desk)
    presenter.refresh()
    assert len(pages.held) == 1
    pages.previews[DataOwner(1)] = preview_of_json({"a": 2})
    pages.held[0]()
    pages.held[1]()
    assert view.texts[-1] == "  a: 2"


def test_a_value_that_the_program_refuses_is_said() -> None:
    desk, pages = on(page={"a": 1})
    presenter, _ = opened(desk)
    pages.refusal = "TypeError: no"
    presenter.edit(("1", "a"), "2")
    assert "TypeError: no" in desk.said[0]


def test_while_nobody_looks_only_a_launch_counts() -> None:
    desk, pages = on(page={"a": 1})
    presenter, view = opened(desk)
    desk.target.records.pass_on(record("bridge", "dom U\u00d71"))
    assert view.stirs == 0
    presenter.is_seen = True
    desk.target.records.pass_on(record("bridge", "inspected"))
    assert view.stirs == 0
    desk.target.records.pass_on(record("bridge", "dom U\u00d71"))
    assert view.stirs == 1
    pages.holds = True
    presenter.refresh()
    desk.target.records.pass_on(launched())
    presenter.refresh()
    assert len(pages.held) == 2


def test_without_a_view_it_says_what_it_would_show_and_a_closed_one_hears_nothing() -> None:
    desk, _ = on(page={"a": {"b": 1}})
    presenter = AppDataPresenter(desk.panel_desk)
    presenter.refresh()
    assert presenter.lines() == ["page", "  a: {b: 1}"]
    presenter.close()
    assert desk.target.records.subscribers == []


def test_an_answer_that_comes_after_the_end_is_told_to_nobody() -> None:
    desk, pages = on(page={"a": 1})
    presenter, view = opened(desk)
    pages.holds = True
    pages.previews[DataOwner(1)] = preview_of_json({"a": 2})
    presenter.refresh()
    presenter.close()
    pages.held[0]()
    assert view.texts == ["page", "  a: 1"]
