"""Interaction and shell: what the phone is told, what the program hears."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram


def test_a_toast_with_its_defaults(host: FakeHost) -> None:
    assert host.call("showToast", title="hi").ok
    assert host.ui.shown == [
        ("toast", {"title": "hi", "icon": "success", "image": "", "duration": 1500, "mask": False})
    ]


@pytest.mark.parametrize(
    ("name", "args", "shown"),
    [
        ("hideToast", {}, ("hideToast", {"noConflict": False})),
        ("showLoading", {"title": "wait", "mask": True}, ("loading", {"title": "wait", "mask": True})),
        ("hideLoading", {"noConflict": True}, ("hideLoading", {"noConflict": True})),
        ("setNavigationBarTitle", {"title": "T"}, ("setNavigationBar", {"title": "T"})),
        ("showNavigationBarLoading", {}, ("setNavigationBar", {"loading": True})),
        ("hideNavigationBarLoading", {}, ("setNavigationBar", {"loading": False})),
        ("hideHomeButton", {}, ("setNavigationBar", {"home": False})),
        ("setTabBarBadge", {"index": 1, "text": "3"}, ("setTabBar", {"badge": {"index": 1, "text": "3"}})),
        ("removeTabBarBadge", {"index": 1}, ("setTabBar", {"badge": {"index": 1, "text": ""}})),
        ("showTabBarRedDot", {"index": 0}, ("setTabBar", {"redDot": {"index": 0, "visible": True}})),
        ("hideTabBarRedDot", {"index": 0}, ("setTabBar", {"redDot": {"index": 0, "visible": False}})),
        ("setTabBarItem", {"index": 0, "text": "New"}, ("setTabBar", {"item": {"index": 0, "text": "New"}})),
        ("setTabBarStyle", {"color": "#fff"}, ("setTabBar", {"style": {"color": "#fff"}})),
        ("hideTabBar", {"animation": True}, ("setTabBar", {"visible": False, "animation": True})),
        ("startPullDownRefresh", {}, ("pullDown", {"state": "start"})),
        ("stopPullDownRefresh", {}, ("pullDown", {"state": "stop"})),
        ("enableAlertBeforeUnload", {"message": "Leave?"}, ("askBeforeLeaving", {"message": "Leave?"})),
        ("disableAlertBeforeUnload", {}, ("askBeforeLeaving", {"message": ""})),
        ("setBackgroundTextStyle", {"textStyle": "dark"}, ("setBackground", {"backgroundTextStyle": "dark"})),
        ("setBackgroundColor", {"backgroundColor": "#eee"}, ("setBackground", {"backgroundColor": "#eee"})),
    ],
)
def test_shell_methods(host: FakeHost, name: str, args: dict[str, Any], shown: tuple[str, Any]) -> None:
    ended = host.call(name, **args)
    assert (ended.result, host.ui.shown) == ({"errMsg": f"{name}:ok"}, [shown])


def test_the_navigation_bar_takes_two_text_colours(host: FakeHost) -> None:
    assert host.call("setNavigationBarColor", frontColor="#FFFFFF", backgroundColor="#123456").ok
    assert host.ui.shown[0][1]["color"] == "#ffffff"
    assert host.call("setNavigationBarColor", frontColor="#abcdef", backgroundColor="#123456").ok is False


def test_a_modal_is_success_for_both_buttons(host: FakeHost) -> None:
    ended = host.call("showModal", title="sure?")
    assert ended.result is None
    host.ui.answer({"confirm": False, "cancel": True})
    assert ended.result == {"cancel": True, "confirm": False, "content": None, "errMsg": "showModal:ok"}


def test_an_editable_modal_gives_its_text(host: FakeHost) -> None:
    ended = host.call("showModal", editable=True)
    host.ui.answer({"confirm": True, "content": "typed"})
    assert ended.result == {"cancel": False, "confirm": True, "content": "typed", "errMsg": "showModal:ok"}


def test_an_action_sheet(host: FakeHost) -> None:
    ended = host.call("showActionSheet", itemList=["a", "b"])
    host.ui.answer({"tapIndex": 1})
    assert ended.result == {"tapIndex": 1, "errMsg": "showActionSheet:ok"}
    ended = host.call("showActionSheet", itemList=["a"])
    host.ui.answer({"tapIndex": -1})
    assert ended.result == {"errMsg": "showActionSheet:fail cancel"}


@pytest.mark.parametrize("items", [[], list("abcdefg")])
def test_an_action_sheet_has_one_to_six_items(host: FakeHost, items: list[str]) -> None:
    assert host.call("showActionSheet", itemList=items).ok is False
    assert host.ui.asked == []


def test_the_tab_bar_is_only_there_on_tab_pages(host: FakeHost) -> None:
    ended = host.call("setTabBarBadge", page_id=9, index=0, text="1")
    assert ended.result == {"errMsg": "setTabBarBadge:fail not TabBar page"}
    ended = host.call("setTabBarBadge", index=7, text="1")
    assert ended.result == {"errMsg": "setTabBarBadge:fail tabbar item not found"}


def test_the_selection_of_the_field_that_is_typed_into(program: WxProgram) -> None:
    program.run("wx.getSelectedTextRange(outcome('a')); wx.getSelectedTextRange().catch((e) => log.push(e.errMsg));")
    program.run("viewCalls.shift().done('', [2, 5]); viewCalls.shift().done('no input is focused', null); return 1")
    done = {"start": 2, "end": 5, "errMsg": "getSelectedTextRange:ok"}
    log = program.log()
    assert [entry for entry in log if isinstance(entry, list)] == [["a", "success", done], ["a", "complete", done]]
    assert [entry for entry in log if isinstance(entry, str)] == ["getSelectedTextRange:fail no input is focused"]
