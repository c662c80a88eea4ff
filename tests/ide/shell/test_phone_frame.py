"""The phone in its frame: a zoom larger than its place scrolls, and the way to the background and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ide.panels.phone.device_dialog import DeviceDialog
from ide.panels.phone.presenter import ZOOM_PERCENTS
from tests.support.ide_desk import make_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

SCRIPT = "App({ shown: 0, onShow() { this.shown += 1; }, onHide() { this.shown -= 1; } })\n"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WholeDesk:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("HANDSET_CONFIG_DIR", str(tmp_path / "config"))
    root = make_project(tmp_path / "project")
    (root / "app.js").write_text(SCRIPT, "utf-8")
    (root / "pages/index/index.js").write_text("Page({ leave() { wx.exitMiniProgram(); } })\n", "utf-8")
    (root / "pages/index/index.wxml").write_text("<view bindtap='leave'>leave</view>\n", "utf-8")
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1100, 700)
    desk.open_and_see(root)
    return desk


def choose_zoom(desk: WholeDesk, percent: int) -> None:
    """As the user does it: the list has the keyboard, and an arrow key for each step."""
    box = desk.window.phone.zooms
    wanted = ZOOM_PERCENTS.index(percent)
    while box.currentIndex() != wanted:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down if before < wanted else Qt.Key.Key_Up)
        assert box.currentIndex() != before


def test_no_zoom_changes_the_size_of_the_window(desk: WholeDesk) -> None:
    size = desk.window.size()
    phone, pane = desk.hosted.program.phone, desk.window.phone.pane
    for percent in (100, 150, 125, 50, 0):
        choose_zoom(desk, percent)
        desk.wait(lambda percent=percent: phone.zoom == (percent / 100 or phone.zoom), "the zoom")  # type: ignore[misc]
        assert desk.window.size() == size
        assert desk.window.minimumSizeHint().height() <= size.height()
    assert phone.height() == pane.viewport().height()


def test_a_large_phone_scrolls_to_its_end(desk: WholeDesk) -> None:
    phone, pane = desk.hosted.program.phone, desk.window.phone.pane
    choose_zoom(desk, 150)
    desk.wait(lambda: pane.verticalScrollBar().maximum() > 0, "something to scroll")
    assert phone.height() >= phone.phone_size().height()
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    end = phone.mapTo(pane.viewport(), phone.rect().bottomLeft()).y()
    assert end == pane.viewport().height() - 1


def test_the_capsule_closes_to_the_background_and_the_card_brings_back(desk: WholeDesk) -> None:
    user, overlay = desk.user, desk.window.phone.mishap
    desk.wait(lambda: user.evaluate("getApp().shown") == 1, "the program in front")
    user.click(".capsule-close", in_shell=True)
    desk.wait(lambda: overlay.isVisible(), "the card")
    assert desk.hosted.program.state == "background"
    desk.wait(lambda: user.evaluate("getApp().shown") == 0, "onHide")
    shown = [name for name, button in overlay.buttons.items() if button.isVisible()]
    assert shown == ["come_back"]
    QTest.mouseClick(overlay.buttons["come_back"], Qt.MouseButton.LeftButton)
    desk.wait(lambda: user.evaluate("getApp().shown") == 1, "onShow")
    assert not overlay.isVisible()


def test_the_home_key_brings_back_what_left_by_itself(desk: WholeDesk) -> None:
    user = desk.user
    user.tap("view")
    desk.wait(lambda: desk.hosted.program.state == "background", "the background")
    QTest.mouseClick(desk.window.phone.buttons["home"], Qt.MouseButton.LeftButton)
    assert desk.hosted.program.state == "running"
    desk.wait(lambda: user.evaluate("getApp().shown") == 1, "onShow")


def test_the_rotate_button_is_down_while_the_phone_is_held_across(desk: WholeDesk) -> None:
    button = desk.window.phone.buttons["rotate"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert desk.hosted.debug.world.orientation == "portrait"
    assert "stays in portrait" in button.toolTip()
    assert "stays in portrait" in desk.window.status.currentMessage()
    (desk.bench.root / "pages/index/index.json").write_text('{"pageOrientation": "auto"}', "utf-8")
    desk.wait(lambda: desk.hosted.debug.world.orientation == "landscape", "the turned page")
    desk.wait(lambda: "stays" not in button.toolTip(), "the usual tip")
    desk.window.actions_by_name["rotate"].trigger()
    assert not button.isChecked()
    assert desk.hosted.debug.world.orientation == "portrait"


def test_a_phone_is_described_changed_and_deleted_by_hand(desk: WholeDesk) -> None:
    box = desk.window.phone.devices

    def choose_last(texts_key: str, **arguments: str) -> DeviceDialog:
        index = box.findText(desk.appearance.texts(texts_key, **arguments))
        assert index >= 0
        box.setCurrentIndex(index)
        box.activated.emit(index)
        dialog = desk.window.phone.findChild(DeviceDialog)
        assert isinstance(dialog, DeviceDialog)
        return dialog

    dialog = choose_last("device.add")
    dialog.name.setText("iphone x")
    assert not dialog.save.isEnabled()
    assert "iphone x" in dialog.fault.text()
    dialog.name.clear()
    QTest.keyClicks(dialog.name, "Tall one")
    dialog.height_box.setValue(1200)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.hosted.program.device.height == 1200, "the tall phone")
    assert box.currentText() == "Tall one"
    assert desk.settings.project_state(desk.bench.root).device == "Tall one"
    desk.wait(lambda: desk.window.phone.findChild(DeviceDialog) is None, "the end of the dialog")
    dialog = choose_last("device.edit", name="Tall one")
    assert dialog.height_box.value() == 1200
    button = dialog.findChild(QPushButton, "device_delete")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.hosted.program.device.name == box.currentText() != "Tall one", "another phone")
    assert box.findText("Tall one") == -1


def test_the_bar_of_the_phone_shrinks_and_the_path_keeps_its_end(desk: WholeDesk) -> None:
    frame = desk.window.phone
    assert frame.minimumSizeHint().width() <= 330
    assert frame.path_button.text() == "pages/index/index"
    frame.path_button.show_text("packages/orders/pages/a-long-name/a-long-name")
    frame.path_button.setFixedWidth(120)
    desk.wait(lambda: frame.path_button.text().endswith("long-name"), "the end of the path")
    assert frame.path_button.text().startswith("…")
    assert "packages/orders" in frame.path_button.toolTip()


def test_who_comes_back_from_another_program_is_told_so(desk: WholeDesk) -> None:
    user, overlay = desk.user, desk.window.phone.mishap
    user.evaluate("wx.onAppShow((options) => { getApp().came = JSON.stringify(options) })")
    QTest.mouseClick(desk.window.phone.buttons["home"], Qt.MouseButton.LeftButton)
    desk.wait(lambda: overlay.isVisible(), "the card")
    form = overlay.arrival
    assert not form.app_id.isVisible()
    form.scene.setCurrentIndex(form.scene.findData(1038))
    assert "returned from another" in form.scene.currentText().lower()
    assert form.app_id.isVisible()
    QTest.keyClicks(form.app_id, "wx123")
    QTest.keyClicks(form.extra_data, '{"paid": ')
    assert not overlay.buttons["come_back"].isEnabled()
    QTest.keyClicks(form.extra_data, "true}")
    QTest.mouseClick(overlay.buttons["come_back"], Qt.MouseButton.LeftButton)
    desk.wait(lambda: bool(user.evaluate("getApp().came || ''")), "onShow")
    came = json.loads(user.evaluate("getApp().came"))
    assert (came["scene"], came["path"]) == (1038, "pages/index/index")
    assert came["referrerInfo"] == {"appId": "wx123", "extraData": {"paid": True}}
    assert "1038" in desk.window.phone.scene_label.text()
    assert "another" in desk.window.phone.scene_label.toolTip()
    assert user.evaluate("wx.getEnterOptionsSync().scene") == 1038


def test_the_menu_of_the_phone_speaks_the_language_of_the_phone(desk: WholeDesk) -> None:
    user = desk.user

    def menu_says(words: str) -> None:
        user.see_in_shell(".menu-text")
        desk.wait(lambda: user.ask("text", ".menu-text", in_shell=True) == words, words)

    user.click(".capsule-menu", in_shell=True)
    menu_says("转发给朋友")
    desk.appearance.set_language("zh")
    desk.appearance.set_language("en")
    menu_says("转发给朋友")
    page = user.page_id
    choose = next(one for one in desk.window.menus._submenus["phone_language"].actions() if one.text() == "English")
    choose.trigger()
    user.see_again(page, "pages/index/index")
    user.click(".capsule-menu", in_shell=True)
    menu_says("Forward to Chat")
    assert user.evaluate("wx.getSystemInfoSync().language") == "en"
    assert desk.settings.project_state(desk.bench.root).phone_language == "en"


def test_the_white_phone_tells_how_many_files_are_compiled(desk: WholeDesk) -> None:
    phone = desk.window.phone
    phone.show_state("starting", "")
    phone.show_progress(12, 40)
    assert phone.verdict.isVisible()
    assert phone.verdict.text() == phone._state_label.text() == "Compiling 12 of 40 files…"
    phone.show_progress(0, 0)
    assert not phone.verdict.isVisible()
    phone.show_state("running", "")
    phone.show_progress(50, 90)
    assert (phone._state_label.isVisible(), phone.verdict.isVisible()) == (True, False)
    phone.show_progress(0, 0)
    assert not phone._state_label.isVisible()
