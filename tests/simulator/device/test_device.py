"""What a page sees of its phone."""

import json
from dataclasses import replace
from importlib.resources import files

import msgspec
import pytest

from simulator.device import AppFacts, PhoneStatus, Rect, load_devices

DEVICES = load_devices()
IPHONE, MATE = DEVICES["iphone-12"], DEVICES["mate-60-pro"]


def test_the_capsule_of_an_iphone() -> None:
    assert IPHONE.menu_button() == Rect(left=296, top=51, width=87, height=32)
    assert IPHONE.menu_button().right == 390 - 7


def test_the_capsule_of_an_android_phone_is_in_the_middle_of_the_bar() -> None:
    capsule = MATE.menu_button()
    assert capsule.top - MATE.status_bar_height == MATE.status_bar_height + 48 - capsule.bottom == 8


def test_window_height() -> None:
    assert IPHONE.window_height() == 753
    assert IPHONE.window_height("custom") == 844
    assert IPHONE.window_height(has_tab_bar=True) == 844 - 47 - 44 - 50 - 34
    assert DEVICES["iphone-5"].window_height(has_tab_bar=True) == 568 - 64 - 50


def test_rotation_swaps_the_sides_and_comes_back() -> None:
    turned = IPHONE.rotate()
    assert (turned.width, turned.height, turned.status_bar_height) == (844, 390, 0)
    assert turned.safe_area() == Rect(left=47, top=0, width=750, height=369)
    assert turned.navigation_bar_height == 32
    assert turned.rotate() == IPHONE


@pytest.mark.parametrize("device_id", list(DEVICES))
def test_the_capsule_lies_within_the_navigation_bar(device_id: str) -> None:
    for device in (DEVICES[device_id], DEVICES[device_id].rotate()):
        capsule = device.menu_button()
        assert capsule.top >= device.status_bar_height
        assert capsule.bottom <= device.page_top()
        assert capsule.right < device.width - device.insets.right


@pytest.mark.parametrize("type_name", ["SystemInfo", "WindowInfo", "DeviceInfo", "AppBaseInfo"])
def test_system_info_has_every_documented_key(type_name: str) -> None:
    spec = json.loads((files("resources") / "spec" / "apis.json").read_text("utf-8"))
    info = IPHONE.system_info(AppFacts())
    assert set(spec["types"][type_name]["fields"]) <= set(info)


def test_system_info_follows_page_and_app() -> None:
    info = IPHONE.system_info(AppFacts(platform="devtools"), "custom", has_tab_bar=True)
    assert (info["windowHeight"], info["screenTop"], info["platform"]) == (760, 0, "devtools")
    assert info["safeArea"] == {"left": 0, "top": 47, "right": 390, "bottom": 810, "width": 390, "height": 763}


def test_system_info_follows_the_switches_of_the_system() -> None:
    status = PhoneStatus(is_bluetooth_on=False, denied=frozenset({"cameraAuthorized"}))
    info = replace(IPHONE, status=status).system_info(AppFacts())
    names = ("bluetoothEnabled", "wifiEnabled", "cameraAuthorized", "albumAuthorized")
    assert [info[name] for name in names] == [False, True, False, True]


def test_a_keyboard_is_as_high_as_the_user_wants_it_but_no_higher_than_the_screen() -> None:
    assert [replace(IPHONE, status=PhoneStatus(keyboard_height=px)).keyboard_height for px in (0, 250, 9000)] == [
        IPHONE.keyboard_height, 250, IPHONE.height,
    ]  # fmt: skip


def test_json_for_the_view_is_plain() -> None:
    data = msgspec.to_builtins(IPHONE.for_view())
    assert json.loads(json.dumps(data)) == data
    assert data["menuButton"]["top"] == 51
    assert data["windowWidth"] == 390
