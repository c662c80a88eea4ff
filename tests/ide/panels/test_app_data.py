"""AppData without a widget: what is shown, asked for and set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ide.models.data_tree import DataOwner
from ide.models.tree_rows import TreeRow
from ide.panels.app_data.presenter import AppDataCallbacks, AppDataPresenter, Component
from simulator.bridge.preview import Preview, preview_of_json


class Program:
    """Answers at once, unless `holds` says to wait."""

    def __init__(self, **pages: Any) -> None:
        self.data_of = {DataOwner(number): preview_of_json(data, 3) for number, data in enumerate(pages.values(), 1)}
        self.components: list[Component] = []
        self.names = list(pages)
        self.assigned: list[tuple[DataOwner, str, str]] = []
        self.asked_owners: list[DataOwner] = []
        self.asked: list[tuple[int, int]] = []
        self.members: dict[tuple[int, int], Preview] = {}
        self.holds = False
        self.held: list[Callable[[], None]] = []

    def callbacks(self) -> AppDataCallbacks:
        def components(page_id: int, done: Callable[[Sequence[Component]], None]) -> None:
            done([one for one in self.components if one[0].page_id == page_id])

        pages = list(enumerate(self.names, 1))
        return AppDataCallbacks(lambda: pages, components, self._data, self._members, self._assign)

    def _data(self, owner: DataOwner, done: Callable[[Preview | None], None]) -> None:
        self.asked_owners.append(owner)
        if self.holds:
            self.held.append(lambda: done(self.data_of.get(owner)))
        else:
            done(self.data_of.get(owner))

    def _members(self, object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        self.asked.append((object_id, start))
        done(self.members.get((object_id, start)))

    def _assign(self, owner: DataOwner, key: str, json_text: str, done: Callable[[str], None]) -> None:
        self.assigned.append((owner, key, json_text))
        done("")


class View:
    def __init__(self) -> None:
        self.rows: Sequence[TreeRow] = ()
        self.reports: list[str] = []

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        self.rows = rows

    def report_not_json(self, text: str) -> None:
        self.reports.append(text)

    def report_failed(self, error: str) -> None:
        self.reports.append(error)

    @property
    def texts(self) -> list[str]:
        return ["  " * row.depth + row.text() for row in self.rows]


def opened(program: Program) -> tuple[AppDataPresenter, View]:
    view = View()
    presenter = AppDataPresenter(program.callbacks(), view)
    presenter.refresh()
    return presenter, view


def test_the_page_on_top_comes_first_and_branches_open() -> None:
    presenter, view = opened(Program(first={"a": 1}, second={"b": {"c": "x"}}))
    assert view.texts == ["second", "  b: {c: 'x'}", "first", "  a: 1"]
    presenter.toggle(("2", "b"))
    presenter.toggle(("1",))
    assert view.texts == ["second", "  b: {c: 'x'}", "    c: 'x'", "first"]


def test_components_stand_below_their_page_and_are_asked_for_when_opened() -> None:
    program = Program(page={"a": 1})
    card = DataOwner(1, (7, 2))
    program.components = [(card, "components/card")]
    program.data_of[card] = preview_of_json({"open": False})
    presenter, view = opened(program)
    assert view.texts == ["page", "  a: 1", "  <components/card>"]
    assert program.asked_owners == [DataOwner(1)]
    presenter.toggle(card.path)
    assert view.texts == ["page", "  a: 1", "  <components/card>", "    open: false"]
    presenter.edit((*card.path, "open"), "true")
    assert program.assigned == [(card, "open", "true")]
    assert program.asked_owners.count(card) == 2
    presenter.toggle(("1",))
    assert view.texts == ["page"]


def test_a_component_that_has_gone_leaves() -> None:
    program = Program(page={})
    card = DataOwner(1, (7, 2))
    program.components = [(card, "components/card")]
    presenter, view = opened(program)
    presenter.toggle(card.path)
    program.components = []
    presenter.refresh()
    assert view.texts == ["page"]


def test_an_edited_value_is_set_by_its_path() -> None:
    program = Program(page={"list": [{"na.me": 1}]})
    presenter, view = opened(program)
    presenter.toggle(("1", "list"))
    presenter.toggle(("1", "list", "0"))
    presenter.edit(("1", "list", "0", "na.me"), '"中"')
    assert program.assigned == [(DataOwner(1), "list[0].na\\.me", '"\\u4e2d"')]
    presenter.edit(("1", "list", "0", "na.me"), "no json")
    assert view.reports == ["no json"]


def test_members_that_are_not_here_are_asked_for_once_and_again_after_a_refresh() -> None:
    program = Program(page={})
    program.data_of[DataOwner(1)] = {
        "t": "object",
        "props": [["o", {"t": "object", "more": True, "id": 5, "props": []}]],
    }
    program.members[(5, 0)] = {"t": "object", "props": [["x", {"t": "number", "v": 1}]]}
    presenter, view = opened(program)
    presenter.toggle(("1", "o"))
    assert view.texts[-1] == "    x: 1"
    assert program.asked == [(5, 0)]
    presenter.refresh()
    assert program.asked == [(5, 0), (5, 0)]


def test_a_long_array_shows_the_next_hundred_when_asked() -> None:
    program = Program(page={})
    numbers = [{"t": "number", "v": number} for number in range(150)]
    array = {"t": "array", "n": 150, "id": 9, "more": True}
    program.data_of[DataOwner(1)] = {"t": "object", "props": [["l", {**array, "items": numbers[:100]}]]}
    program.members[(9, 100)] = {**array, "items": numbers[100:], "start": 100}
    presenter, view = opened(program)
    presenter.toggle(("1", "l"))
    assert (len(view.rows), view.texts[-1]) == (103, "    … 50")
    presenter.toggle(view.rows[-1].path)
    assert (len(view.rows), view.texts[-1]) == (152, "    149: 149")


def test_a_refresh_while_answers_are_awaited_is_made_up_for() -> None:
    program = Program(page={"a": 1})
    program.holds = True
    presenter, view = opened(program)
    presenter.refresh()
    assert len(program.held) == 1
    program.data_of[DataOwner(1)] = preview_of_json({"a": 2})
    program.held[0]()
    program.held[1]()
    assert view.texts[-1] == "  a: 2"
