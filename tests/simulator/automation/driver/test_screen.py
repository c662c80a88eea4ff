"""Pictures of a real program, and the dialogs around its page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from simulator.automation.driver import Failure
from tests.support.driven_program import Drives

pytestmark = pytest.mark.browser


def test_pictures_of_phone_element_and_whole_page(drives: Drives) -> None:
    screen, box = drives.driver.screen, drives.one(".box")
    paint = "() => { document.querySelector('.tail').style.background = 'rgb(0,128,0)' }"
    drives.do(drives.driver.values.evaluate_in_page, drives.page_id, paint, [])
    whole = drives.ask(screen.picture)
    assert (whole.width(), whole.height()) == (390, 844)
    cut = drives.ask(screen.element_picture, box)
    place = drives.ask(drives.driver.elements.place, box)
    assert (cut.width(), cut.height()) == (390, round(place["height"]))
    assert _has(cut, QColor(255, 0, 0))
    long = drives.ask(screen.page_picture)
    extent = drives.ask(drives.driver.elements.extent, drives.one("page"))
    assert long.height() == extent["scrollHeight"]
    assert long.pixelColor(200, long.height() - 5) == QColor(0, 128, 0)
    assert extent["scrollTop"] == 0


def test_an_element_of_a_covered_page_has_no_picture(drives: Drives) -> None:
    box = drives.one(".box")
    drives.ask(drives.driver.route, "navigateTo", "/pages/b/b")
    assert drives.ask(drives.driver.screen.element_picture, box) == Failure("the page of the element is not visible")


def test_dialogs_are_answered(drives: Drives) -> None:
    screen, evaluate = drives.driver.screen, drives.driver.values.evaluate
    ask = "() => { wx.showModal({ title: 'q', success: ({ confirm }) => { global.said = confirm } }) }"
    drives.do(evaluate, ask, [])
    drives.program.until_rested(30)
    assert drives.ask(screen.is_shown, ".modal-confirm")
    drives.ask(screen.tap, ".modal-confirm")
    drives.program.until_rested(30)
    assert not drives.ask(screen.is_shown, ".modal-confirm")
    assert drives.ask(evaluate, "() => global.said", []) is True


def _has(picture: QImage, colour: QColor) -> bool:
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(picture.pixelColor(x, y) == colour for x, y in points)
