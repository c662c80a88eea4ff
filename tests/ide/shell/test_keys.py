"""Keys mean what the menus say, wherever the cursor is; a click in the tree leaves the keyboard there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ide.panels.editor.tab_menu import tab_menu
from ide.panels.editor.tab_strip import TabStrip
from ide.panels.editor.view import Tab
from ide.widgets.icons import Icons
from runtime.project.load import load_project
from tests.support.ide_desk import HAS_FOCUS, IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PAGE = "pages/index/index.wxml"
ASKED_FOR_SCRIPTS = (
    "monaco.languages.typescript.getJavaScriptWorker().then(() => { window.hasScripts = true; }, () => {});"
    "window.hasScripts === true"
)
SHOWN = "monaco.editor.getModels().find((model) => model.isAttachedToEditor()).getValue()"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(make_project(tmp_path / "project"))
    return desk


def press_in_text(desk: IdeDesk, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    desk.key_target()
    desk.wait(lambda: desk.script(HAS_FOCUS) is True, "the editor's focus")
    desk.press(key, modifiers)


def click_in_tree(desk: IdeDesk, path: str, *, double: bool = False) -> None:
    desk.window.tree.select(path)
    tree = desk.window.tree.tree
    place = tree.visualRect(tree.currentIndex()).center()
    for click in (QTest.mouseClick, QTest.mouseDClick)[: 1 + double]:
        click(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place))


def is_below(widget: QWidget | None, panel: QWidget) -> bool:
    return widget is not None and (widget is panel or panel.isAncestorOf(widget))


def test_recent_files_open_from_within_the_text(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 4)
    press_in_text(desk, Qt.Key.Key_E, CONTROL)
    assert desk.window.quick_open.isVisible()


def test_every_command_is_found_by_part_of_its_name(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 4)
    press_in_text(desk, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    asked = desk.window.quick_open
    QTest.keyClicks(asked.field, "setti")
    assert asked.list.currentIndex().data() == "Tools/Settings"
    QTest.keyClick(asked.field, Qt.Key.Key_Escape)
    press_in_text(desk, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    QTest.keyClicks(asked.field, "viewsimu")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    assert not asked.isVisible()
    desk.wait(lambda: not desk.window.phone.isVisible(), "the phone to go")


@pytest.mark.parametrize(
    ("forth", "back"),
    [
        ((Qt.Key.Key_PageDown, CONTROL), (Qt.Key.Key_PageUp, CONTROL)),
        ((Qt.Key.Key_Right, CONTROL | ALT), (Qt.Key.Key_Left, CONTROL | ALT)),
    ],
)
def test_the_next_file_and_the_one_before_have_keys(
    desk: IdeDesk, forth: tuple[Qt.Key, Qt.KeyboardModifier], back: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    desk.open_file("app.js")
    desk.open_file("app.wxss", 1, 1)
    press_in_text(desk, *forth)
    desk.wait(lambda: desk.bench.editor.active == "app.js", "the next file")
    press_in_text(desk, *back)
    desk.wait(lambda: desk.bench.editor.active == "app.wxss", "the file before")


def test_ctrl_tab_goes_back_and_forth_between_the_files_that_were_in_front(desk: IdeDesk) -> None:
    for path in ("app.js", "app.json", "app.wxss"):
        desk.open_file(path, 1, 1)
    field = desk.window.quick_open.field
    press_in_text(desk, Qt.Key.Key_Tab, CONTROL)
    assert desk.window.quick_open.list.currentIndex().data() == "app.json"
    QTest.keyRelease(field, Qt.Key.Key_Control)
    desk.wait(lambda: desk.bench.editor.active == "app.json", "the file before")
    press_in_text(desk, Qt.Key.Key_Tab, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Tab, CONTROL)
    QTest.keyRelease(field, Qt.Key.Key_Control)
    desk.wait(lambda: desk.bench.editor.active == "app.js", "the one that was in front longest ago")
    press_in_text(desk, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    QTest.keyRelease(field, Qt.Key.Key_Control)
    desk.wait(lambda: desk.bench.editor.active == "app.wxss", "the last of the list")
    assert not desk.window.quick_open.isVisible()


def test_the_menu_of_a_tab_closes_others_and_leads_to_the_tree(desk: IdeDesk) -> None:
    for path in ("app.js", "app.json", PAGE):
        desk.open_file(path, 1, 1)
    choose_in_tab_menu(desk, PAGE, "Show in the file tree")
    assert QApplication.focusWidget() is desk.window.tree.tree
    assert desk.window.tree.tree.currentIndex().data() == "index.wxml"
    choose_in_tab_menu(desk, "app.json", "Close others")
    assert desk.bench.editor.open_paths == ["app.json"]
    press_in_text(desk, Qt.Key.Key_T, CONTROL | SHIFT)
    assert len(desk.bench.editor.open_paths) == 2


def choose_in_tab_menu(desk: IdeDesk, path: str, label: str) -> None:
    menu = tab_menu(desk.bench.editor, path, desk.appearance.texts, desk.window)
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.deleteLater()


def test_a_right_click_asks_for_the_menu_of_its_tab(desk: IdeDesk) -> None:
    strip = TabStrip(desk.window)
    tabs = [Tab(path, path, "file", is_dirty=False) for path in ("a.js", "b.js")]
    strip.show_tabs(tabs, "a.js", Icons(desk.appearance.theme), desk.appearance.texts)
    asked: list[str] = []
    strip.menu_asked.connect(lambda path, _point: asked.append(path))
    for place in (strip.tabRect(1).center(), QPoint(5000, 5)):
        QApplication.sendEvent(strip, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint()))
    assert asked == ["b.js"]


def test_shift_alt_down_copies_the_line(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 1)
    press_in_text(desk, Qt.Key.Key_Down, SHIFT | ALT)
    desk.wait(lambda: desk.script(SHOWN) == "App({})\nApp({})\n", "a copy of the line")


def wait_for_formatter(desk: IdeDesk) -> None:
    """Who formats scripts is loaded with the first script, and a key pressed before that is not made up for."""
    desk.wait(lambda: desk.script(ASKED_FOR_SCRIPTS) is True, "the language of scripts")


def test_format_has_one_key_and_says_where_it_cannot(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 1)
    wait_for_formatter(desk)
    desk.type("var  a=1;")
    press_in_text(desk, Qt.Key.Key_F, SHIFT | ALT)
    desk.wait(lambda: desk.script(SHOWN) == "var a = 1; App({})\n", "the formatted line")
    desk.bench.project_read(load_project(desk.bench.root), {})
    desk.open_file(PAGE, 1, 1)
    desk.type("<view><icon/><icon/></view>")
    press_in_text(desk, Qt.Key.Key_F, SHIFT | ALT)
    desk.wait(
        lambda: str(desk.script(SHOWN)).startswith("<view>\n  <icon />\n  <icon />\n</view>\n"), "the tags in order"
    )
    for path, text in ((PAGE, "</text>"), ("app.wxss", "}")):
        desk.open_file(path, 1, 1)
        desk.type(text)
        press_in_text(desk, Qt.Key.Key_F, SHIFT | ALT)
        desk.wait(lambda path=path: path in desk.window.status.currentMessage(), "words")  # type: ignore[misc]
        desk.window.status.clearMessage()
        desk.window.actions_by_name["format"].trigger()
        desk.wait(lambda path=path: path in desk.window.status.currentMessage(), "words")  # type: ignore[misc]


def test_the_menus_of_window_and_editor_name_the_same_key(desk: IdeDesk) -> None:
    assert desk.window.actions_by_name["format"].shortcut().toString() == "Alt+Shift+F"
    desk.open_file("app.js", 1, 1)
    wait_for_formatter(desk)
    press_in_text(desk, Qt.Key.Key_F10, SHIFT)
    menu = "[...document.querySelectorAll('.shadow-root-host')].map((host) => host.shadowRoot.textContent).join()"
    desk.wait(lambda: "Format DocumentShift+Alt+F" in str(desk.script(menu)), "the entry in the context menu")


def test_the_cursor_is_that_of_the_shown_file(desk: IdeDesk) -> None:
    label = desk.window.status.cursor_label
    desk.open_file("app.js", 1, 4)
    desk.wait(lambda: label.text() == "Ln 1, Col 4", "the cursor")
    desk.open_file("app.json", 2, 3)
    desk.wait(lambda: label.text() == "Ln 2, Col 3", "the cursor of the other file")
    desk.bench.editor.activate("app.js")
    desk.wait(lambda: label.text() == "Ln 1, Col 4", "the first cursor again")
    desk.bench.editor.close("app.js")
    desk.wait(lambda: label.text() == "Ln 2, Col 3", "the cursor of the file that is left")
    desk.bench.editor.close("app.json")
    desk.wait(lambda: label.text() == "", "no cursor")


def test_a_click_in_the_tree_shows_the_file_and_keeps_the_keyboard(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 1)
    click_in_tree(desk, "app.wxss")
    desk.wait(lambda: desk.bench.editor.active == "app.wxss", "the file")
    assert QApplication.focusWidget() is desk.window.tree.tree
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    field = desk.window.tree.tree.viewport().findChild(QLineEdit, "name_editor")
    assert isinstance(field, QLineEdit)
    assert field.text() == "app.wxss"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(desk.window.tree.tree, Qt.Key.Key_Delete)
    boxes = [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]
    assert "app.wxss" in boxes[-1].informativeText()
    boxes[-1].reject()
    assert desk.bench.documents["app.wxss"].text == "page { color: red; }\n"


@pytest.mark.parametrize("way", ["double click", "return"])
def test_opening_in_the_tree_brings_the_keyboard_into_the_text(desk: IdeDesk, way: str) -> None:
    click_in_tree(desk, "app.wxss", double=way == "double click")
    if way == "return":
        QTest.keyClick(desk.window.tree.tree, Qt.Key.Key_Return)
    desk.wait(lambda: is_below(QApplication.focusWidget(), desk.window.editor), "the keyboard in the editor")
