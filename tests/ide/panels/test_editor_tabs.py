"""Tabs that are only looked at, tabs that stay, and the list of those that have no room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ide.models.appearance import Appearance
from ide.models.editor_messages import CloseModel, Replaced
from ide.panels.editor.tab_row import TabRow
from ide.panels.editor.view import Tab
from ide.widgets.icons import Icons
from tests.support.editor_desk import EditorDesk as Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    root = tmp_path / "project"
    root.mkdir()
    for name in ("a.js", "b.js"):
        (root / name).write_text(name)
    return Desk(root)


def test_a_file_that_is_looked_at_gives_its_tab_to_the_next_one(desk: Desk) -> None:
    desk.open("a.js")
    (desk.root / "c.js").write_text("c")
    desk.presenter.open("b.js", is_preview=True)
    assert [(tab.path, tab.is_preview) for tab in desk.view.tabs] == [("a.js", False), ("b.js", True)]
    desk.presenter.open("c.js", is_preview=True)
    assert [(tab.path, tab.is_preview) for tab in desk.view.tabs] == [("a.js", False), ("c.js", True)]
    assert CloseModel("b.js") in desk.view.sent
    assert "b.js" not in desk.documents
    assert desk.presenter.active == "c.js"


@pytest.mark.parametrize("keep", ["type", "open", "double-click", "pin"])
def test_a_file_that_is_wanted_keeps_its_tab(desk: Desk, keep: str) -> None:
    desk.presenter.open("a.js", is_preview=True)
    desk.presenter.receive(Replaced("a.js", 1))
    match keep:
        case "type":
            desk.type("a.js", "x")
        case "open":
            desk.presenter.open("a.js")
        case "double-click":
            desk.presenter.tabs.keep("a.js")
        case _:
            desk.presenter.tabs.pin("a.js", is_pinned=True)
    desk.presenter.open("b.js", is_preview=True)
    assert desk.presenter.open_paths == ["a.js", "b.js"]


def test_looking_at_a_file_that_is_open_changes_nothing_of_its_tab(desk: Desk) -> None:
    desk.open("a.js")
    desk.presenter.open("a.js", is_preview=True)
    desk.presenter.open("b.js", is_preview=True)
    assert desk.presenter.open_paths == ["a.js", "b.js"]


def test_pinned_tabs_stand_first_and_stay_when_groups_are_closed(desk: Desk) -> None:
    (desk.root / "c.js").write_text("c")
    for path in ("a.js", "b.js", "c.js"):
        desk.open(path)
    desk.presenter.tabs.pin("c.js", is_pinned=True)
    assert [(tab.path, tab.is_pinned) for tab in desk.view.tabs] == [("c.js", True), ("a.js", False), ("b.js", False)]
    desk.presenter.tabs.move("a.js", 0)
    assert desk.presenter.open_paths == ["c.js", "a.js", "b.js"]
    desk.presenter.tabs.close_group("all", "a.js")
    assert desk.presenter.open_paths == ["c.js"]
    desk.presenter.close("c.js")
    assert desk.presenter.open_paths == []
    assert desk.presenter.tabs.pinned == []


def test_a_pinned_file_that_is_renamed_stays_pinned(desk: Desk) -> None:
    desk.open("a.js")
    desk.presenter.tabs.pin("a.js", is_pinned=True)
    (desk.root / "a.js").rename(desk.root / "z.js")
    desk.presenter.file_renamed("a.js", "z.js")
    assert desk.presenter.tabs.pinned == ["z.js"]


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[TabRow]:
    owner = QWidget()
    qtbot.addWidget(owner)
    row = TabRow(owner)
    row.resize(600, 34)
    owner.show()
    yield row
    owner.close()


def show(row: TabRow, tabs: list[Tab], active: str) -> None:
    appearance = Appearance()
    row.show_tabs(tabs, active, Icons(appearance.theme), appearance.texts)


def tab(name: str, *, is_preview: bool = False, is_pinned: bool = False) -> Tab:
    return Tab(name, name, "file-js", is_dirty=False, is_preview=is_preview, is_pinned=is_pinned)


def close_button(row: TabRow, index: int) -> QToolButton:
    button = row.strip.tabButton(index, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QToolButton)
    return button


@pytest.mark.window
def test_tabs_without_room_are_listed_and_chosen_from_the_list(row: TabRow) -> None:
    chosen: list[str] = []
    row.strip.chosen.connect(chosen.append)
    show(row, [tab("a.js"), tab("b.js")], "a.js")
    assert not row.list_button.isVisible()
    show(row, [tab(f"a-rather-long-name-{number}.js") for number in range(9)], "a-rather-long-name-2.js")
    assert row.list_button.isVisible()
    actions = row.list_menu.actions()
    assert [action.isChecked() for action in actions].index(True) == 2
    actions[7].trigger()
    assert chosen == ["a-rather-long-name-7.js"]
    row.resize(3000, 34)
    assert not row.list_button.isVisible()


@pytest.mark.window
def test_a_double_click_keeps_a_tab_and_a_pin_is_taken_out_by_a_click(row: TabRow) -> None:
    kept: list[str] = []
    unpinned: list[str] = []
    closed: list[str] = []
    row.strip.kept.connect(kept.append)
    row.strip.unpin_asked.connect(unpinned.append)
    row.strip.close_asked.connect(closed.append)
    show(row, [tab("a.js", is_pinned=True), tab("b.js", is_preview=True)], "b.js")
    middle = row.strip.tabRect(1).center() - QPoint(10, 0)
    QTest.mouseDClick(row.strip, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseClick(row.strip, Qt.MouseButton.MiddleButton, pos=row.strip.tabRect(0).center())
    QTest.mouseClick(close_button(row, 0), Qt.MouseButton.LeftButton)
    QTest.mouseClick(close_button(row, 1), Qt.MouseButton.LeftButton)
    assert (kept, unpinned, closed) == (["b.js"], ["a.js"], ["b.js"])


@pytest.mark.window
def test_the_name_of_a_file_that_is_looked_at_is_slanted(row: TabRow) -> None:
    show(row, [tab("lill.js")], "lill.js")
    upright = row.strip.grab().toImage()
    show(row, [tab("lill.js", is_preview=True)], "lill.js")
    assert row.strip.grab().toImage() != upright
