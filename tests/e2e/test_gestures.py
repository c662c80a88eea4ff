"""Scrolling, holding, pulling, pickers, tabs, dialogs and pages, with a real mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser

ROOMS = Path(__file__).parents[1] / "apps" / "rooms"


@pytest.fixture
def user(open_phone: OpenPhone) -> PhoneUser:
    user = open_phone(ROOMS)
    user.start()
    return user


def turn_wheel(user: PhoneUser, at: QPoint, notches: int) -> None:
    """Turns the mouse wheel towards the person."""
    place = QPointF(at)
    event = QWheelEvent(
        place, QPointF(user.hand.mapToGlobal(at)), QPoint(), QPoint(0, -120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(user.hand, event)
    user.rest()


def test_a_drag_scrolls_the_page_and_the_end_loads_more(user: PhoneUser) -> None:
    middle = user.place(".row", 2)
    user.drag_from(QPoint(middle.x(), 700), 0, -400)
    assert user.data("top") > 200
    while user.count(".row") == 20:
        user.drag_from(QPoint(middle.x(), 700), 0, -500)
    assert user.text(".row", 29) == "row 29"


def test_the_wheel_scrolls_the_page(user: PhoneUser) -> None:
    turn_wheel(user, user.place(".row", 1), 3)
    user.see(lambda: user.data("top") > 100, "the page scrolled")


def test_an_area_scrolls_by_itself(user: PhoneUser) -> None:
    user.drag(".box", 0, -60)
    assert user.data("boxTop") > 20
    assert user.data("top") == 0


def test_holding_is_not_tapping(user: PhoneUser) -> None:
    point = user.press(".hold")
    user.see_text(".said", "held")
    user.lift(point)
    assert user.text(".said") == "held"
    user.tap(".hold")
    user.see_text(".said", "tapped")


def test_pulling_down_refreshes(user: PhoneUser) -> None:
    user.drag(".said", 0, 220)
    user.see(lambda: user.data("pulled") == 1, "onPullDownRefresh")
    user.see_text(".row", "row 100")


def test_a_picker_turns_and_confirms(user: PhoneUser) -> None:
    user.tap(".pick")
    user.see_in_shell(".picker-confirm")
    user.drag_from(user.place(".wheel", in_shell=True), 0, -40)
    user.tap(".picker-confirm", in_shell=True)
    user.see(lambda: user.text(".fruit") in ("pear", "plum"), "another fruit")
    chosen = user.text(".fruit")
    user.tap(".pick")
    user.see_in_shell(".picker-cancel")
    user.tap(".picker-cancel", in_shell=True)
    assert user.text(".fruit") == chosen


def test_a_modal_answers(user: PhoneUser) -> None:
    for button, said in ((".modal-confirm", "yes"), (".modal-cancel", "no")):
        user.tap(".ask")
        user.see_in_shell(button)
        user.tap(button, in_shell=True)
        user.see_text(".said", said)


def test_an_action_sheet_answers(user: PhoneUser) -> None:
    user.tap(".choose")
    user.see_in_shell(".sheet-item")
    user.tap(".sheet-item", 1, in_shell=True)
    user.see_text(".said", "item 1")
    user.tap(".choose")
    user.see_in_shell(".sheet-cancel")
    user.tap(".sheet-cancel", in_shell=True)
    user.see_text(".said", "showActionSheet:fail cancel")


def test_tabs_switch_and_keep_their_pages(user: PhoneUser) -> None:
    user.tap(".tab", 1, in_shell=True)
    user.see_page("second")
    user.tap(".note")
    user.type("kept")
    # The keyboard covers the tab bar until the field loses its focus.
    user.tap(".shows")
    user.tap(".tab", 0, in_shell=True)
    user.see_page("first")
    user.tap(".tab", 1, in_shell=True)
    user.see_page("second")
    user.see_text(".shows", "2")
    assert user.ask("value", ".note") == "kept"


def test_pages_open_and_close(user: PhoneUser) -> None:
    user.tap(".open")
    user.see_page("detail")
    assert user.text(".room") == "room 7"
    user.tap(".replace")
    user.see_text(".room", "room 8")
    assert len(user.stack) == 2
    user.tap(".back")
    user.see_page("first")
    user.tap(".open")
    user.see_page("detail")
    user.tap(".navigation-back", in_shell=True)
    user.see_page("first")
    assert user.stack == ["pages/first/first"]
    assert user.errors() == []
