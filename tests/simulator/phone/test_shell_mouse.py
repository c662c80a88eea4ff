"""The shell under a real mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from tests.simulator.phone.phone_driver import PhoneDriver
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser
LEFT = Qt.MouseButton.LeftButton


def middle(phone: PhoneDriver, selector: str, index: int = 0) -> QPoint:
    rect = phone.shell("rect", selector, index=index)
    zoom = phone.view.zoom
    return QPoint(int((rect["left"] + rect["width"] / 2) * zoom), int((rect["top"] + rect["height"] / 2) * zoom))


def drag(phone: PhoneDriver, start: QPoint, way: QPoint) -> None:
    widget = phone.view.input_widget
    QTest.mousePress(widget, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in (1, 2, 3, 4):
        QTest.mouseMove(widget, start + way * (step / 4))
    QTest.mouseRelease(widget, LEFT, Qt.KeyboardModifier.NoModifier, start + way)


@pytest.mark.parametrize("zoom", [1.0, 0.5])
def test_a_click_on_the_capsule_opens_its_menu(phone: PhoneDriver, zoom: float) -> None:
    phone.opened(1, "#00ff00")
    phone.view.set_zoom(zoom)
    phone.view.screenshot(zoom)
    QTest.mouseClick(phone.view.input_widget, LEFT, Qt.KeyboardModifier.NoModifier, middle(phone, ".capsule-menu"))
    assert phone.wait_for("shell-event")["event"] == {"name": "capsule-menu"}


def test_a_wheel_follows_the_mouse_and_the_keys(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.open_picker(mode="selector", range=list("abcdefgh"))
    point = middle(phone, ".wheel")
    phone.view.screenshot()
    drag(phone, point, QPoint(0, -96))
    QTest.keyClick(phone.view.input_widget, Qt.Key.Key_Down)
    QTest.mouseClick(phone.view.input_widget, LEFT, Qt.KeyboardModifier.NoModifier, point + QPoint(0, 48))
    QTest.mouseClick(phone.view.input_widget, LEFT, Qt.KeyboardModifier.NoModifier, middle(phone, ".picker-confirm"))
    assert phone.picked() == {"value": 4}


def test_pictures_are_swiped_and_closed_by_a_touch(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.call_shell("preview", urls=["/red.svg", "/a.svg", "/b.svg"])
    phone.view.screenshot()
    drag(phone, QPoint(300, 400), QPoint(-200, 0))
    phone.view.screenshot()
    assert phone.shell("text", ".preview-count") == "2/3"
    QTest.mouseClick(phone.view.input_widget, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(200, 400))
    wait_until(lambda: phone.shell("rect", ".preview-layer")["visible"] is False, "the viewer to close")


def test_pictures_are_enlarged_by_two_taps_and_two_fingers(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.call_shell("preview", urls=["/red.svg"])
    phone.view.screenshot()
    picture = ".preview-slide img"
    usual = phone.shell("rect", picture)["width"]
    for _ in range(2):
        QTest.mouseClick(phone.view.input_widget, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(200, 400))
    phone.view.screenshot()
    assert phone.shell("rect", picture)["width"] == pytest.approx(2 * usual)
    alt = Qt.KeyboardModifier.AltModifier
    widget = phone.view.input_widget
    QTest.mousePress(widget, LEFT, alt, QPoint(95, 422))
    place = QPointF(145, 422)
    move = QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place), Qt.MouseButton.NoButton, LEFT, alt)
    QCoreApplication.sendEvent(widget, move)
    phone.view.screenshot()
    # From 200 px apart to 100.
    assert phone.shell("rect", picture)["width"] == pytest.approx(usual, rel=0.05)
    QTest.mouseRelease(widget, LEFT, alt, QPoint(145, 422))
    phone.view.screenshot()
    assert phone.shell("rect", ".preview-layer")["visible"] is True


def test_typing_into_an_editable_modal(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    request = phone.start("call-shell", call={"name": "modal", "title": "Name", "editable": True})
    phone.shell("rect", ".modal-field")
    phone.view.screenshot()
    QTest.keyClicks(phone.view.input_widget, "hello")
    QTest.mouseClick(phone.view.input_widget, LEFT, Qt.KeyboardModifier.NoModifier, middle(phone, ".modal-confirm"))
    assert phone.answer(request)["result"] == {"confirm": True, "cancel": False, "content": "hello"}
