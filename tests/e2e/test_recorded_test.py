"""A test is recorded in the window: the panel's buttons, real clicks on the phone, an expectation, a run, a save."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ide.panels.user_test.panel import UserTestPanel
from ide.widgets.recording_mark import RecordingMark
from tests.support.recorded_shop import make_recorded_shop
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.browser, pytest.mark.window]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> WholeDesk:
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(make_recorded_shop(tmp_path / "shop"), "pages/shop/shop")
    return desk


@pytest.fixture
def panel(desk: WholeDesk) -> UserTestPanel:
    before = desk.user.page_id
    desk.window.actions_by_name["record_test"].trigger()
    desk.user.see_again(before, "pages/shop/shop")
    return desk.panel("user_test", UserTestPanel)


def press(button: QToolButton) -> None:
    QTest.mouseClick(button, LEFT)


def point_at(desk: WholeDesk, selector: str) -> None:
    """With the picker, which lies over the phone."""
    phone = desk.hosted.program.phone
    place = desk.user.place(selector) * phone.zoom
    QTest.mouseClick(phone.picker, LEFT, pos=place + QPoint(phone.picker.mapFrom(phone, phone.input_widget.pos())))


def test_what_is_clicked_is_written_run_and_saved(desk: WholeDesk, panel: UserTestPanel) -> None:
    user, program = desk.user, desk.hosted.program
    mark = program.phone.findChild(RecordingMark)
    assert mark.isVisible()
    assert panel.buttons["record"].isChecked()
    user.tap(".card-buy", 1)
    assert '.locator(".card-buy").tap()' in panel.script.toPlainText()
    press(panel.buttons["undo"])
    assert ".card-buy" not in panel.script.toPlainText()
    user.tap(".gift")
    press(panel.expects["text"])
    point_at(desk, ".said")
    wait_until(lambda: "to_have_text" in panel.script.toPlainText(), "the expectation")
    assert panel.script.toPlainText().splitlines()[-2:] == [
        '    page.locator(".gift").tap()',
        '    expect(page.locator(".said")).to_have_text("gift true")',
    ]
    press(panel.buttons["run"])
    assert not mark.isVisible()
    wait_until(lambda: panel.presenter.shown.run in ("passed", "failed"), "the run to end")
    assert panel.presenter.shown.run == "passed", panel.output.toPlainText()
    panel.name.setText("a gift")
    press(panel.buttons["save"])
    saved = desk.bench.root / "tests" / "test_a_gift.py"
    assert saved.read_text("utf-8") == panel.script.toPlainText()
