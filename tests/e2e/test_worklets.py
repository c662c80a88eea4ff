"""A program whose worklets run in the view, with a real mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser

WORKLETS = Path(__file__).parents[1] / "apps" / "worklets"


@pytest.fixture
def user(open_phone: OpenPhone) -> PhoneUser:
    user = open_phone(WORKLETS)
    user.start()
    return user


def box(user: PhoneUser, selector: str) -> tuple[float, float, float]:
    """Left, top and width."""
    rect = user.ask("rect", selector)
    return rect["left"], rect["top"], rect["right"] - rect["left"]


def test_an_animation_moves_an_element_and_its_end_is_told(user: PhoneUser) -> None:
    assert box(user, ".box")[0] == 0
    user.tap("#go")
    user.see_text("#out", "true 100 50")
    assert box(user, ".box") == (100, 0, 110)
    assert user.errors() == []


def test_a_finger_drags_by_a_gesture_handler(user: PhoneUser) -> None:
    user.drag("#pan", 150, 0)
    user.see(lambda: user.data("out").startswith("1 3 true"), "the end of the gesture")
    assert box(user, "#pan")[0] > 60
    assert user.evaluate("getCurrentPages()[0].panX.value") == box(user, "#pan")[0]


def test_a_list_and_the_sheet_around_it_agree(user: PhoneUser) -> None:
    top = box(user, ".panel")[1]
    # The list is at its upper end: a finger that goes down takes the sheet with it.
    user.drag("#list", 0, 120)
    pulled = box(user, ".panel")[1]
    assert pulled > top + 60
    assert user.evaluate("getCurrentPages()[0].scrollTop.value") == 0
    # A finger that goes up brings the sheet back, and then scrolls.
    user.drag("#list", 0, -260)
    user.see(lambda: user.evaluate("getCurrentPages()[0].scrollTop.value") > 0, "the list to scroll")
    assert box(user, ".panel")[1] == top


@pytest.mark.usefixtures("short_patience")
def test_a_worklet_that_never_ends_is_told_and_the_phone_comes_back(user: PhoneUser) -> None:
    user.click("#loop")
    assert "worklet" in user.error("worklet").title


@pytest.mark.parametrize("animations", [False, True])
def test_a_page_comes_and_goes_in_its_own_way(open_phone: OpenPhone, animations: bool) -> None:
    user = open_phone(WORKLETS, animations=animations)
    user.start()
    user.tap("#open")
    user.see_page("sheet")
    assert user.text("#said") == "0"
    height = user.program.device.height
    user.see(lambda: user.ask("frame")["top"] == height / 2, "the page to be there")
    assert user.ask("rect", ".route-barrier", in_shell=True)["visible"]
    user.click("#close")
    user.see(lambda: user.stack == ["pages/home/home"], "the page to go")
    user.rest()
    assert not user.exists_in_shell(".route-barrier")
    assert user.ask("frame")["left"] == 0
    assert user.errors() == []


def test_a_preset_route_leaves_what_lies_behind_in_sight(user: PhoneUser) -> None:
    user.tap("#preset")
    user.see_page("sheet")
    height = user.program.device.height
    user.see(lambda: user.ask("frame")["top"] == pytest.approx(height * 0.6, abs=1), "the sheet")
    # A tap beside the sheet goes back.
    user.tap(".route-barrier", in_shell=True)
    user.see(lambda: user.stack == ["pages/home/home"], "the page to go")
