"""The debugger area: a tab for each panel that has a meta, made when somebody looks, gone with the project."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import ide.panels
from ide.models.texts import load_texts
from ide.panels.console.panel import ConsolePanel
from ide.panels.storage.panel import StoragePanel
from ide.widgets.panel_meta import find_panels
from runtime.diagnostics import Diagnostic, Span
from simulator.bridge.record import Record
from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

BEGIN_WHEN_SEEN = {meta.name for meta in find_panels(ide.panels) if meta.begins_when_seen}
TITLES = [load_texts("en")(meta.title) for meta in find_panels(ide.panels)]
UNCLOSED = Diagnostic("wxml/unclosed-tag", Span("pages/index/index.wxml", 1, 1, 1, 6), {"tag": "view"})


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    # There is room for all tabs.
    desk.window.resize(2400, 900)
    desk.open(make_project(tmp_path / "project"))
    return desk


def tabs(desk: IdeDesk) -> list[str]:
    bar = desk.window.debugger.bar
    return [bar.tabText(index) for index in range(bar.count())]


def click(desk: IdeDesk, title: str) -> None:
    bar = desk.window.debugger.bar
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(tabs(desk).index(title)).center())


def made(desk: IdeDesk) -> set[str]:
    return {widget.objectName() for widget in desk.window.debugger.findChildren(QWidget)} & {
        "wxml_panel", "app_data_panel", "storage_panel", "problems_panel",
    }  # fmt: skip


def test_a_panel_is_made_when_its_tab_is_clicked(desk: IdeDesk) -> None:
    assert tabs(desk) == TITLES
    assert made(desk) == set()
    desk.program.debug.storage.values = {"a": "1"}
    click(desk, "Storage")
    assert made(desk) == {"storage_panel"}
    panel = desk.window.debugger.panel("storage")
    assert isinstance(panel, StoragePanel)
    assert panel.isVisible()
    assert panel.table.rowCount() == 1
    for title in TITLES:
        click(desk, title)
        assert desk.window.debugger.panel(desk.settings.settings.debugger_tab).isVisible()


def test_its_keys_and_its_entry_in_the_menu_bring_a_panel_to_the_front(desk: IdeDesk) -> None:
    desk.window.actions_by_name["toggle_debugger"].trigger()
    assert not desk.window.debugger.isVisible()
    for name, action in desk.window.actions_by_name.panels.items():
        assert {keys.toString() for keys in action.shortcuts()} <= set(desk.window.editor.page.window_keys)
        action.trigger()
        assert desk.window.debugger.panel(name).isVisible()
    assert [action.text() for action in desk.window.actions_by_name.panels.values()] == TITLES


def test_tabs_wear_what_their_panels_count(desk: IdeDesk) -> None:
    click(desk, "Wxml")
    desk.bench.diagnostics_changed([UNCLOSED])
    problems = TITLES.index("Problems")
    assert tabs(desk)[problems] == "Problems (1)"
    desk.program.debug.records.pass_on(Record(1, 1e12, "error", "Error: x", level="error"))
    desk.wait(lambda: tabs(desk)[0] == "Console (1)", "the badge")
    assert not desk.window.debugger.bar.tabIcon(0).isNull()
    assert desk.window.debugger.bar.tabIcon(problems).isNull()
    desk.appearance.set_language("zh")
    assert tabs(desk)[problems] == "问题 (1)"
    desk.bench.diagnostics_changed([])
    assert tabs(desk)[problems] == "问题"


def test_a_console_that_nobody_has_looked_at_has_heard_everything(desk: IdeDesk) -> None:
    click(desk, "Wxml")
    desk.window.close_project()
    desk.open(desk.program.root)
    assert desk.settings.settings.debugger_tab == "wxml"
    desk.program.debug.records.pass_on(Record(1, 1e12, "log", "early", payload=b'[{"t":"string","v":"early"}]'))
    console = desk.panel("console", ConsolePanel)
    assert console.presenter.lines() == ["early"]
    assert list(console.rows.visible_rows()) == [0]


def test_panels_end_with_their_project_and_come_anew_with_the_next(desk: IdeDesk) -> None:
    for title in TITLES:
        click(desk, title)
    records = desk.program.debug.records
    assert len(records.subscribers) == len(TITLES)
    root = desk.bench.root
    desk.window.close_project()
    assert (tabs(desk), records.subscribers) == ([], [])
    assert not any(action.isEnabled() for action in desk.window.actions_by_name.panels.values())
    desk.open(root)
    assert tabs(desk) == TITLES
    assert len(desk.program.debug.records.subscribers) == len(TITLES) - len(BEGIN_WHEN_SEEN)


def test_a_panel_to_which_nothing_matters_unseen_begins_when_it_is_seen(desk: IdeDesk) -> None:
    def waiting() -> set[str]:
        return {tab.meta.name for tab in desk.window.debugger._tabs if tab.begun is None}

    assert waiting() == BEGIN_WHEN_SEEN == {"wxml", "app_data", "storage", "device", "mock"}
    click(desk, "AppData")
    assert waiting() == {"wxml", "storage", "device", "mock"}
    desk.window.close_project()
    assert desk.window.debugger._tabs == []
