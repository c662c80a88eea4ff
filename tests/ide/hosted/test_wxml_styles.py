"""The styles of the Wxml panel on a program that runs, with real clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot

from ide.panels.wxml.panel import WxmlPanel
from tests.support.ide_desk import make_project
from tests.support.project_folder import write_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

FILES = {
    "app.wxss": ".box { color: red; margin: 10rpx }\n",
    "pages/index/index.wxml": '<view class="box">a</view>\n',
    "pages/index/index.less": "@main: blue;\n.box {\n  color: @main;\n  widht: 3px;\n  &:active { top: 1px }\n}\n",
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WholeDesk:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1500, 800)
    desk.open_and_see(write_project(make_project(tmp_path / "project"), FILES))
    return desk


def texts(panel: WxmlPanel) -> list[str]:
    return [row.plain() for row in panel.details.styles.list.rows]


def choose(desk: WholeDesk, panel: WxmlPanel, text: str) -> None:
    desk.wait(lambda: any(text in row.text() for row in panel.tree.rows), "the tree")
    panel.tree.choose(next(row.path for row in panel.tree.rows if text in row.text()))
    desk.wait(lambda: len(texts(panel)) > 3, "the styles")


def test_rules_lead_to_their_files_and_states_are_forced(desk: WholeDesk) -> None:
    panel = desk.panel("wxml", WxmlPanel)
    choose(desk, panel, "box")
    assert texts(panel)[:10] == [
        "style of the element {", "}",
        ".box {  index.less:2", "  color: @main", "- widht: 3px  (Unknown property)", "}",
        ".box {  app.wxss:1", "- color: red", "  margin: 10rpx", "}",
    ]  # fmt: skip
    styles = panel.details.styles
    link = styles.list.parts_of(6).link.center()
    QTest.mouseClick(styles.list.viewport(), Qt.MouseButton.LeftButton, pos=link)
    desk.wait(lambda: desk.bench.editor.active == "app.wxss", "the sheet in the editor")
    styles.states["active"].click()
    desk.wait(lambda: ".box:active {  index.less:5" in texts(panel), "the rule of the forced state")
    assert styles.states["active"].isChecked()
    panel.details.bar.setCurrentIndex(1)
    computed = panel.details.computed
    assert computed.box.box is not None
    assert computed.box.box.margin.left == 5
    item = computed.list.findItems("color", Qt.MatchFlag.MatchExactly)[0]
    assert (item.text(1), item.text(2)) == ("rgb(0, 0, 255)", "index.less:3")


def row_with(panel: WxmlPanel, text: str) -> int:
    return next(index for index, one in enumerate(texts(panel)) if text in one)


def click(panel: WxmlPanel, text: str, part: str) -> None:
    styles = panel.details.styles.list
    number = row_with(panel, text)
    styles.scrollTo(styles.model().index(number, 0))
    area = getattr(styles.parts_of(number), part)
    QTest.mouseClick(styles.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


def margin_on_the_phone(desk: WholeDesk) -> str:
    """As the panel is told."""
    return next((value for name, value, _ in computed_rows(desk.panel("wxml", WxmlPanel)) if name == "margin-top"), "")


def computed_rows(panel: WxmlPanel) -> list[tuple[str, str, str]]:
    items = panel.details.computed.list
    return [(i.text(0), i.text(1), i.text(2)) for i in map(items.topLevelItem, range(items.topLevelItemCount())) if i]


def test_a_value_is_changed_by_keys_in_the_source_and_back(desk: WholeDesk) -> None:
    panel, sheet = desk.panel("wxml", WxmlPanel), desk.bench.root / "app.wxss"
    before = sheet.read_text()
    choose(desk, panel, "box")
    click(panel, "margin: 10rpx", "value")
    editor = panel.details.styles.list.editor
    assert editor.text() == "10rpx"
    QTest.keyClick(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (editor.text(), sheet.read_text()) == ("30rpx", before)
    panel.presenter.styles.refresh()
    desk.wait(lambda: margin_on_the_phone(desk) == "15px", "the margin that is being typed, on the phone")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.wait(lambda: sheet.read_text() == before.replace("10rpx", "30rpx"), "the value in the file")
    desk.wait(lambda: any("margin: 30rpx" in text for text in texts(panel)), "the value from the new sheet")
    assert margin_on_the_phone(desk) == "15px"
    QTest.keyClick(panel.details.styles.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: sheet.read_text() == before, "the former value in the file")
    desk.wait(lambda: any("margin: 10rpx" in text for text in texts(panel)), "the former value on the phone")


def test_a_file_that_is_open_changes_in_the_editor(desk: WholeDesk) -> None:
    panel, less = desk.panel("wxml", WxmlPanel), "pages/index/index.less"
    desk.open_file(less)
    choose(desk, panel, "box")
    click(panel, "color: @main", "value")
    editor = panel.details.styles.list.editor
    editor.selectAll()
    QTest.keyClicks(editor, "green")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    changed = FILES[less].replace("color: @main", "color: green")
    desk.wait(lambda: desk.bench.documents[less].text == changed, "the value in the editor")
    desk.wait(lambda: (desk.bench.root / less).read_text() == changed, "and in the file")
    desk.wait(lambda: not desk.bench.documents[less].is_dirty, "saved")
    panel.details.styles.new_rule.click()
    panel.details.styles.list.editor.setText("top: 4px")
    QTest.keyClick(panel.details.styles.list.editor, Qt.Key.Key_Return)
    desk.wait(lambda: ".box {  index.less:8" in texts(panel), "the new rule")
    desk.wait(lambda: "  top: 4px" in texts(panel), "its declaration")
    click(panel, "widht: 3px", "check")
    desk.wait(lambda: "/* widht: 3px; */" in (desk.bench.root / less).read_text(), "the declaration as a comment")
    QTest.keyClick(panel.details.styles.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: "/*" not in (desk.bench.root / less).read_text(), "the declaration as it was")
    assert desk.bench.documents[less].text == (desk.bench.root / less).read_text()


INDENTED = {
    "project.config.json": '{"setting": {"useCompilerPlugins": ["sass"]}}',
    "pages/index/index.sass": "$main: blue\n.box\n  color: $main // why\n  margin-top: 4px\n.other\n  top: 1px\n",
}


def test_the_indented_form_of_sass_is_changed_line_by_line(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1500, 800)
    files = {path: text for path, text in FILES.items() if not path.endswith(".less")}
    desk.open_and_see(write_project(make_project(tmp_path / "project"), {**files, **INDENTED}))
    panel, sheet = desk.panel("wxml", WxmlPanel), desk.bench.root / "pages/index/index.sass"
    before = sheet.read_text()
    choose(desk, panel, "box")
    assert "  color: $main" in texts(panel)
    click(panel, "margin-top: 4px", "value")
    QTest.keyClick(panel.details.styles.list.editor, Qt.Key.Key_Up)
    QTest.keyClick(panel.details.styles.list.editor, Qt.Key.Key_Return)
    changed = before.replace("4px", "5px")
    desk.wait(lambda: sheet.read_text() == changed, "the value in the file")
    desk.wait(lambda: "  margin-top: 5px" in texts(panel), "and in the panel")
    click(panel, "color: $main", "check")
    off = changed.replace("color: $main", "/* color: $main */")
    desk.wait(lambda: sheet.read_text() == off, "the declaration as a comment")
    desk.wait(lambda: "  color: $main" not in texts(panel), "the panel follows")
    for _ in range(2):
        QTest.keyClick(panel.details.styles.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: sheet.read_text() == before, "the file as it was")


LISTED = {
    "pages/index/index.wxml": (
        '<block wx:for="{{rows}}" wx:for-item="row">\n'
        '<view class="box {{row.kind}}" bindtap="go" data-n="{{row.n}}">x</view>\n</block>\n'
    ),
    "pages/index/index.js": "Page({\n  data: { rows: [{ n: 1, kind: 'k' }, { n: 2, kind: '' }] },\n  go() {},\n})\n",
}


def test_template_scope_handlers_and_classes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1500, 800)
    desk.open_and_see(write_project(make_project(tmp_path / "project"), {**FILES, **LISTED}))
    panel = desk.panel("wxml", WxmlPanel)
    choose(desk, panel, 'data-n="2"')
    carried = panel.details.carried.list

    def rows() -> list[str]:
        return [row.text() for row in carried.rows]

    desk.wait(lambda: {"row: {n: 2, kind: ''}", "bind:tap: go"} <= set(rows()), "scope and handlers")
    panel.details.bar.setCurrentIndex(2)
    carried.toggled.emit(("scope", "0", "row"))
    carried.edited.emit(("scope", "0", "row", "n"), "7")
    desk.wait(lambda: desk.user.evaluate("page.data.rows[1].n") == 7, "the loop variable in the data")
    desk.wait(lambda: "n: 7" in rows(), "and in the panel")
    handler = next(index for index, row in enumerate(carried.rows) if "bind:tap" in row.text())
    carried.scrollTo(carried.model().index(handler, 0))
    QTest.mouseClick(carried.viewport(), Qt.MouseButton.LeftButton, pos=carried.triangle_at(handler) + QPoint(40, 0))
    desk.wait(lambda: desk.bench.editor.active == "pages/index/index.js", "the handler in the editor")
    wxml = desk.bench.root / "pages/index/index.wxml"
    panel.presenter.style_editing.set_class("extra", is_on=True)
    desk.wait(lambda: 'class="box {{row.kind}} extra"' in wxml.read_text(), "the class in the template")
    carried.edited.emit(("attributes", "#text"), "y")
    desk.wait(lambda: desk.user.texts("view") == ["y", "y"], "the text on the phone")


def test_a_colour_is_picked_or_given_up(desk: WholeDesk) -> None:
    panel, sheet = desk.panel("wxml", WxmlPanel), desk.bench.root / "app.wxss"
    before = sheet.read_text()
    choose(desk, panel, "box")
    click(panel, "color: red", "colour")
    dialog = panel.findChild(QColorDialog, "wxml_colour")
    assert dialog is not None
    dialog.setCurrentColor(QColor(0, 255, 0, 128))
    assert sheet.read_text() == before
    dialog.accept()
    desk.wait(lambda: sheet.read_text() == before.replace("red", "rgba(0, 255, 0, 0.5)"), "the colour in the file")
    desk.wait(lambda: "- color: rgba(0, 255, 0, 0.5)" in texts(panel), "the colour in the panel")
    click(panel, "rgba(0, 255", "colour")
    again = next(one for one in panel.findChildren(QColorDialog, "wxml_colour") if one.isVisible())
    again.setCurrentColor(QColor(1, 2, 3))
    again.reject()
    desk.wait(lambda: "- color: rgba(0, 255, 0, 0.5)" in texts(panel), "the colour that was there")
    assert "rgba(0, 255, 0, 0.5)" in sheet.read_text()


def test_what_was_unsaved_before_stays_so_and_the_user_hears_of_it(desk: WholeDesk) -> None:
    panel, less = desk.panel("wxml", WxmlPanel), "pages/index/index.less"
    desk.open_file(less)
    desk.type("/* mine */")
    desk.wait(lambda: desk.bench.documents[less].text.startswith("/* mine */"), "an unsaved text")
    choose(desk, panel, "box")
    click(panel, "color: @main", "value")
    panel.details.styles.list.editor.setText("green")
    QTest.keyClick(panel.details.styles.list.editor, Qt.Key.Key_Return)
    desk.wait(lambda: "color: green" in desk.bench.documents[less].text, "the edit in the editor")
    assert desk.bench.documents[less].text.startswith("/* mine */")
    assert (desk.bench.root / less).read_text() == FILES[less]
    told = desk.appearance.texts("wxml.edit.unsaved", what=less)
    desk.wait(lambda: desk.window.status.currentMessage() == told, "the message")
