"""Page layers, navigation bar and tab bar of the shell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.simulator.phone.phone_driver import WINDOW, PhoneDriver

pytestmark = pytest.mark.browser
TABS = [{"text": "One", "iconPath": "red.svg"}, {"text": "Two", "iconPath": "red.svg"}]


def frame(phone: PhoneDriver, page_id: int = 0) -> dict[str, float]:
    reply = phone.ask("automate", action={"name": "frame"}, page_id=page_id)
    result: dict[str, float] = reply["result"]
    return result


def test_an_ordinary_page_lies_under_the_navigation_bar(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    assert (frame(phone)["top"], frame(phone)["height"]) == (91, 753)
    assert phone.color_at(150, 60) == "#336699"
    assert phone.color_at(150, 100) == "#00ff00"


def test_a_custom_page_takes_the_whole_screen(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00", navigationStyle="custom")
    assert (frame(phone)["top"], frame(phone)["height"]) == (0, 844)
    assert phone.color_at(100, 60) == "#00ff00"


def test_a_tab_page_leaves_room_for_the_tab_bar(phone: PhoneDriver) -> None:
    phone.call_shell("setTabBar", items=TABS, style={"backgroundColor": "#123456"})
    phone.opened(1, "#00ff00", tab=0)
    assert frame(phone)["height"] == 753 - 84
    assert phone.color_at(20, 800) == "#123456"
    phone.call_shell("setTabBar", visible=False)
    assert frame(phone)["height"] == 753


def test_a_tab_bar_on_top_lies_between_navigation_bar_and_page(phone: PhoneDriver) -> None:
    phone.call_shell("setTabBar", items=TABS, position="top")
    phone.opened(1, "#00ff00", tab=0)
    assert (frame(phone)["top"], frame(phone)["height"]) == (141, 703)


DARK = {"navigationBarBackgroundColor": "#111111", "navigationBarTextStyle": "black", "backgroundColor": "#222222"}
DARK_TABS = {"items": [{"text": "Dark"}, {"text": "Two"}], "style": {"backgroundColor": "#333333", "color": "#ff0000"}}


def hold(phone: PhoneDriver, theme: str) -> None:
    phone.view.set_device(replace(phone.view.device, theme=theme))


def open_in_both_themes(phone: PhoneDriver, *, darkmode: bool = True) -> None:
    dark = {"dark": DARK_TABS} if darkmode else {}
    phone.call_shell("setTabBar", items=TABS, style={"backgroundColor": "#123456"}, **dark)
    window = WINDOW | {"darkmode": darkmode}
    phone.send(
        "open-page", page_id=1, path="pages/a/a", window=window, styles=[], tab_index=0,
        window_dark=window | DARK if darkmode else {},
    )  # fmt: skip
    phone.show(1)
    phone.fill(1, "#00ff00")


def looks(phone: PhoneDriver) -> list[str]:
    style = "document.querySelector('.status-bar').dataset.textStyle"
    return [phone.color_at(100, 60), phone.color_at(20, 800), phone.evaluate(style), phone.shell("text", ".tab-text")]


def test_bars_follow_the_theme(phone: PhoneDriver) -> None:
    open_in_both_themes(phone)
    light, dark = ["#336699", "#123456", "white", "One"], ["#111111", "#333333", "black", "Dark"]
    assert looks(phone) == light
    hold(phone, "dark")
    assert looks(phone) == dark
    hold(phone, "light")
    assert looks(phone) == light


def test_bars_of_a_program_that_does_not_follow_the_theme_stay(phone: PhoneDriver) -> None:
    open_in_both_themes(phone, darkmode=False)
    hold(phone, "dark")
    assert looks(phone) == ["#336699", "#123456", "white", "One"]


def test_what_the_program_has_chosen_stays_in_every_theme(phone: PhoneDriver) -> None:
    open_in_both_themes(phone)
    phone.call_shell("setNavigationBar", backgroundColor="#aa0000", color="#000000", page_id=1)
    phone.call_shell("setTabBar", style={"backgroundColor": "#00aa00"}, item={"index": 0, "text": "Mine"})
    hold(phone, "dark")
    assert looks(phone) == ["#aa0000", "#00aa00", "black", "Mine"]
    # A page that opens in the dark is dark at once.
    phone.opened(2, "#0000ff", can_go_back=True)
    assert phone.color_at(100, 60) == "#336699"


def test_dialogs_are_dark_where_the_program_is(phone: PhoneDriver) -> None:
    open_in_both_themes(phone)
    hold(phone, "dark")
    phone.start("call-shell", call={"name": "modal", "content": "?", "cancelColor": "#000000"})
    color = "getComputedStyle(document.querySelector('{}')).{}"
    assert phone.evaluate(color.format(".modal", "backgroundColor")) == "rgb(44, 44, 44)"
    assert phone.evaluate(color.format(".modal-cancel", "color")) == "rgba(255, 255, 255, 0.8)"
    hold(phone, "light")
    assert phone.evaluate(color.format(".modal", "backgroundColor")) == "rgb(255, 255, 255)"
    assert phone.evaluate(color.format(".modal-cancel", "color")) == "rgb(0, 0, 0)"


def test_a_custom_tab_bar_takes_no_room(phone: PhoneDriver) -> None:
    phone.call_shell("setTabBar", items=TABS, custom=True)
    phone.opened(1, "#00ff00", tab=0)
    assert frame(phone)["height"] == 753


def test_a_page_on_top_covers_the_tab_bar_and_uncovers_it(phone: PhoneDriver) -> None:
    phone.call_shell("setTabBar", items=TABS, style={"backgroundColor": "#123456"})
    phone.opened(1, "#00ff00", tab=0)
    phone.opened(2, "#0000ff", can_go_back=True)
    assert phone.color_at(20, 800) == "#ffffff"
    phone.show(1, "pop", [2])
    assert frame(phone)["pageId"] == 1
    assert phone.fill(1, "#00ffff", batch_id=2)
    assert phone.color_at(20, 800) == "#123456"
    assert phone.ask("call", page_id=2, call={"name": "query", "requests": []})["error"] == "page 2 is not open"


def test_the_last_screen_stays_until_the_next_has_content(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.open(2)
    phone.show(2, "none", [1])
    phone.fill(2, "#0000ff")
    assert phone.color_at(100, 200) == "#0000ff"


def test_bars_report_touches(phone: PhoneDriver) -> None:
    phone.call_shell("setTabBar", items=TABS)
    phone.opened(1, "#00ff00", tab=0)
    phone.shell("tap", ".tab", index=1)
    phone.opened(2, "#0000ff", can_go_back=True)
    phone.shell("tap", ".page-layer.shown .navigation-back")
    phone.shell("tap", ".capsule-close")
    assert phone.shell_events() == [{"name": "tab", "index": 1}, {"name": "back"}, {"name": "capsule-close"}]


def test_a_page_asks_before_its_back_button_leads_away(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.opened(2, "#0000ff", can_go_back=True)
    phone.call_shell("askBeforeLeaving", page_id=2, message="Leave?")
    for answer in (".modal-cancel", ".modal-confirm"):
        assert phone.shell_events() == []
        phone.shell("tap", ".page-layer.shown .navigation-back")
        assert phone.shell("text", ".modal-content") == "Leave?"
        phone.shell("tap", answer)
    assert phone.shell_events() == [{"name": "back"}]
    phone.call_shell("askBeforeLeaving", page_id=2, message="")
    phone.shell("tap", ".page-layer.shown .navigation-back")
    assert phone.shell_events() == [{"name": "back"}, {"name": "back"}]


def test_the_navigation_bar_changes(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.call_shell("setNavigationBar", title="New", color="#000000", backgroundColor="#ffcc00", loading=True)
    assert phone.shell("text", ".shown .navigation-title") == "New"
    assert phone.shell("rect", ".shown .navigation-spinner")["visible"] is True
    assert phone.color_at(100, 60) == "#ffcc00"


def test_a_bar_of_a_page_below_changes_only_that_page(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.opened(2, "#0000ff", can_go_back=True)
    phone.call_shell("setNavigationBar", page_id=1, title="Below")
    assert phone.shell("text", ".shown .navigation-title") == "Title"


def test_badges_are_cut_and_removed(phone: PhoneDriver) -> None:
    phone.call_shell("setTabBar", items=TABS)
    phone.opened(1, "#00ff00", tab=0)
    phone.call_shell("setTabBar", badge={"index": 1, "text": "12345"})
    assert phone.shell("text", ".badge") == "…"
    phone.call_shell("setTabBar", badge={"index": 1, "text": ""})
    phone.call_shell("setTabBar", redDot={"index": 0, "visible": True})
    assert phone.ask("automate", action={"name": "text", "selector": ".badge"})["error"]
    assert phone.shell("rect", ".red-dot")["width"] == 8


def test_reset_removes_everything(phone: PhoneDriver) -> None:
    phone.call_shell("setTabBar", items=TABS)
    phone.opened(1, "#00ff00", tab=0)
    phone.call_shell("loading", title="…")
    phone.call_shell("reset")
    assert phone.shell("rect", ".toast-layer")["visible"] is False
    assert phone.ask("automate", action={"name": "frame"})["error"] == "no page is open"
    assert phone.color_at(100, 200) == "#00ff00"
    phone.opened(2, "#0000ff")
    assert phone.color_at(100, 200) == "#0000ff"


def test_an_unknown_method_is_an_error(phone: PhoneDriver) -> None:
    reply = phone.ask("call-shell", call={"name": "fly"})
    assert reply["error"] == 'the phone shell has no method "fly"'


@pytest.mark.parametrize(
    ("window", "tab", "top", "bottom"),
    [({}, -1, "0px", "34px"), ({}, 0, "0px", "0px"), ({"navigationStyle": "custom"}, -1, "47px", "34px")],
)
def test_a_page_knows_its_safe_area(
    phone: PhoneDriver, window: dict[str, str], tab: int, top: str, bottom: str
) -> None:
    phone.call_shell("setTabBar", items=TABS)
    phone.opened(1, "#00ff00", tab=tab, **window)
    style = "getComputedStyle(document.querySelector('.shown iframe').contentDocument.documentElement)"
    values = phone.evaluate(f"['top', 'bottom'].map((edge) => {style}.getPropertyValue('--safe-area-inset-' + edge))")
    assert values == [top, bottom]


def test_pages_slide_and_come_to_rest(qapp: QApplication) -> None:
    phone = PhoneDriver("iphone-12", animations=True)
    phone.opened(1, "#00ff00")
    phone.open(2, can_go_back=True)
    moved = phone.start("show-page", page_id=2, animation="push", closed=[])
    phone.fill(2, "#0000ff")
    phone.answer(moved)
    assert phone.color_at(5, 200) == "#0000ff"
    phone.ask("show-page", page_id=1, animation="pop", closed=[2])
    assert phone.color_at(385, 200) == "#00ff00"
    assert phone.evaluate("document.querySelectorAll('.page-layer.shown').length") == 1
    phone.close()


def test_a_refresh_can_be_started_from_outside(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00", enablePullDownRefresh=True)
    phone.wait_for("page-signal", lambda signal: signal["name"] == "onRouteDone")
    phone.call_shell("pullDown", state="start")
    phone.wait_for("page-signal", lambda signal: signal["name"] == "onPullDownRefresh")
    assert phone.color_at(100, 100) == "#eeeeee"
    phone.call_shell("pullDown", state="stop")
    assert phone.color_at(100, 100) == "#00ff00"


def test_tab_pages_keep_their_place_under_the_bar(phone: PhoneDriver) -> None:
    phone.call_shell("setTabBar", items=TABS, style={"backgroundColor": "#123456"})
    phone.opened(1, "#00ff00", tab=0)
    phone.opened(2, "#0000ff", tab=1)
    assert phone.color_at(100, 200) == "#0000ff"
    phone.ask("show-page", page_id=1, animation="none", closed=[])
    assert phone.color_at(100, 200) == "#00ff00"
    assert phone.color_at(20, 800) == "#123456"
    assert phone.shell("text", ".tab.selected") == "One"


def test_hiding_the_keyboard_takes_the_focus_away(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    document = "document.querySelector('.shown iframe').contentDocument"
    focused = f"{document}.activeElement.tagName"
    field = f"(() => {{ const e = {document}.createElement('input'); {document}.body.append(e); e.focus(); }})()"
    assert phone.evaluate(f"({field}, {focused})") == "INPUT"
    phone.call_shell("keyboard", visible=False)
    assert phone.evaluate(focused) == "BODY"


def test_the_last_picture_of_a_run_stays_until_the_next_has_content(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.call_shell("reset")
    phone.call_shell("reset")
    phone.open(2)
    shown = phone.start("show-page", page_id=2, animation="none", closed=[])
    assert phone.color_at(100, 200) == "#00ff00"
    phone.fill(2, "#0000ff")
    phone.answer(shown)
    assert phone.color_at(100, 200) == "#0000ff"
    assert phone.evaluate("document.querySelectorAll('.page-layer').length") == 2  # the page and the spare one
