"""Keys mean what the menus say, wherever the cursor is; a click in the tree leaves the keyboard there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

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
    QTest.keyClicks(asked.field, "set")
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
        ((Qt.Key.Key_Tab, CONTROL), (Qt.Key.Key_Backtab, CONTROL | SHIFT)),
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
    for path in (PAGE, "app.wxss"):
        desk.open_file(path, 1, 1)
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
    (dialog,) = desk.window.tree.findChildren(QInputDialog)
    assert dialog.textValue() == "app.wxss"
    dialog.reject()
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
