"""How whole programs look on the phone: themes, what stands outside the page, orientations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

TABS = [{"pagePath": "p/p", "text": "P"}, {"pagePath": "q/q", "text": "Q"}]
PAGES = {
    "app.js": "App({})",
    **{f"{name}/{name}.js": "Page({})" for name in "pq"},
    **{f"{name}/{name}.wxml": f"<view class='page'>{name}</view>" for name in "pq"},
}
THEME = {
    "light": {"bar": "#aabbcc", "text": "black", "tabs": "#ddeeff"},
    "dark": {"bar": "#112233", "text": "white", "tabs": "#445566"},
}
THEMED = {
    **PAGES,
    "app.json": json.dumps(
        {
            "pages": ["p/p", "q/q"],
            "darkmode": True,
            "themeLocation": "theme.json",
            "window": {"navigationBarBackgroundColor": "@bar", "navigationBarTextStyle": "@text"},
            "tabBar": {"backgroundColor": "@tabs", "list": TABS},
        }
    ),
    "theme.json": json.dumps(THEME),
}
TOLD = "wx.getSystemInfoSync().theme"


def started(open_phone: OpenPhone, root: Path, files: Mapping[str, str]) -> PhoneUser:
    user = open_phone(write_project(root, files))
    user.start()
    return user


def bars(user: PhoneUser) -> list[str]:
    """Colours of the navigation bar and of the tab bar."""
    image = user.program.phone.screenshot()
    return [image.pixelColor(100, 60).name(), image.pixelColor(8, image.height() - 10).name()]


def test_bars_follow_the_themes_file(open_phone: OpenPhone, tmp_path: Path) -> None:
    user = started(open_phone, tmp_path, THEMED)
    assert bars(user) == ["#aabbcc", "#ddeeff"]
    assert user.evaluate(TOLD) == "light"
    user.program.held_phone.change(theme="dark")
    user.see(lambda: bars(user) == ["#112233", "#445566"], "dark bars")
    assert user.evaluate(TOLD) == "dark"
    user.tap(".tab", 1, in_shell=True)
    user.see_page("q/q")
    assert bars(user) == ["#112233", "#445566"]


def test_a_program_without_dark_mode_stays_light(open_phone: OpenPhone, tmp_path: Path) -> None:
    app = json.loads(THEMED["app.json"]) | {"darkmode": False}
    user = started(open_phone, tmp_path, THEMED | {"app.json": json.dumps(app)})
    user.program.held_phone.change(theme="dark")
    user.rest()
    assert bars(user) == ["#aabbcc", "#ddeeff"]
    assert user.evaluate(f"typeof {TOLD}") == "undefined"


def test_a_custom_tab_bar_stands_outside_the_page(open_phone: OpenPhone, tmp_path: Path) -> None:
    files = {
        **PAGES,
        "app.json": json.dumps({"pages": ["p/p", "q/q"], "tabBar": {"custom": True, "list": TABS}}),
        "app.wxss": "page { color: red; font-size: 30px; --brand: red } .shared { background: var(--brand, blue) }",
        "custom-tab-bar/index.json": '{"component": true, "styleIsolation": "apply-shared"}',
        "custom-tab-bar/index.wxml": '<view class="bar shared" bindtap="go">{{on}}</view>',
        "custom-tab-bar/index.wxss": ".bar { position: fixed; bottom: 0; width: 100%; height: 50px }",
        "custom-tab-bar/index.js": "Component({ data: { on: 'bar' }, methods: {"
        " go() { this.setData({ on: 'tapped' }) },"
        " looks() { return new Promise((done) => this.createSelectorQuery().select('.bar').fields({ computedStyle:"
        " ['color', 'fontSize', 'backgroundColor'] }, done).exec()) } } })",
    }
    user = started(open_phone, tmp_path, files)
    looks = user.evaluate("getCurrentPages()[0].getTabBar().looks()")
    assert looks == {"color": "rgb(0, 0, 0)", "fontSize": "16px", "backgroundColor": "rgb(0, 0, 255)"}
    user.tap(".bar")
    user.see_text(".bar", "tapped")


SIZE = "onLoad() { const i = wx.getWindowInfo(); this.setData({ at: [i.windowWidth, i.windowHeight].join() }) },"
HEARS = "onResize(e) { this.setData({ heard: [...this.data.heard, e.size.windowWidth] }) }, data: { heard: [] },"
METHODS = " open(e) { wx.navigateTo({ url: e.target.dataset.to }) }, turn() { this.setData({ wish: 'landscape' }) }"
ORIENTED = {
    "app.js": "App({ onLaunch() { this.at = wx.getWindowInfo().windowWidth } })",
    "app.json": json.dumps({"pages": ["p/p", "wide/wide", "any/any"]}),
    "app.wxss": ".size { height: 100rpx } @media (orientation: landscape) { .size { background: #010203 } }",
    **{f"{name}/{name}.js": f"Page({{ {SIZE} {HEARS} {METHODS} }})" for name in ("p", "wide", "any")},
    **{
        f"{name}/{name}.wxml": "<page-meta page-orientation='{{wish}}'/><view class='size'>{{at}}</view>"
        "<button class='wide' bindtap='open' data-to='/wide/wide'>wide</button>"
        "<button class='any' bindtap='open' data-to='/any/any'>any</button>"
        "<button class='turn' bindtap='turn'>turn</button>"
        for name in ("p", "wide", "any")
    },
    "wide/wide.json": '{"pageOrientation": "landscape"}',
    "any/any.json": '{"pageOrientation": "auto"}',
}


def size(user: PhoneUser) -> tuple[int, int]:
    image = user.program.phone.screenshot()
    return image.width(), image.height()


def test_a_page_turns_the_phone_and_the_way_back_turns_it_again(open_phone: OpenPhone, tmp_path: Path) -> None:
    user = started(open_phone, tmp_path, ORIENTED)
    assert (size(user), user.text(".size")) == ((390, 844), "390,753")
    user.tap(".wide")
    user.see_page("wide/wide")
    assert (size(user), user.text(".size")) == ((844, 390), "844,358")
    assert user.color(".size") == "#010203"
    assert user.ask("rect", ".size")["height"] == 112
    user.tap(".navigation-back", in_shell=True)
    user.see_page("p/p")
    assert size(user) == (390, 844)
    assert user.color(".size") != "#010203"
    # Neither page has become another size.
    assert user.data("heard") == []


def test_the_hand_turns_pages_that_follow_it(open_phone: OpenPhone, tmp_path: Path) -> None:
    user = started(open_phone, tmp_path, ORIENTED)
    user.program.held_phone.rotate()
    assert user.record("notice", "portrait only")
    assert (size(user), user.data("heard")) == ((390, 844), [])
    user.tap(".any")
    user.see_page("any/any")
    assert (size(user), user.text(".size")) == ((844, 390), "844,358")
    user.program.held_phone.rotate()
    user.see(lambda: user.data("heard") == [390], "onResize")
    assert size(user) == (390, 844)
    user.program.held_phone.rotate()
    user.see(lambda: user.data("heard") == [390, 844], "onResize")
    assert user.color(".size") == "#010203"


def test_page_meta_turns_the_page(open_phone: OpenPhone, tmp_path: Path) -> None:
    user = started(open_phone, tmp_path, ORIENTED)
    user.tap(".turn")
    user.see(lambda: user.data("heard") == [844], "onResize")
    assert size(user) == (844, 390)
    assert user.evaluate("wx.getWindowInfo().windowWidth") == 844


def test_a_program_may_start_sideways(open_phone: OpenPhone, tmp_path: Path) -> None:
    app = {"app.json": json.dumps({"pages": ["wide/wide", "any/any"]})}
    user = started(open_phone, tmp_path, ORIENTED | app)
    assert (size(user), user.text(".size"), user.evaluate("getApp().at")) == ((844, 390), "844,358", 844)
    assert user.data("heard") == []


def test_a_phone_may_be_held_sideways_from_the_start(open_phone: OpenPhone, tmp_path: Path) -> None:
    app = {"app.json": json.dumps({"pages": ["any/any", "p/p"]})}
    user = open_phone(write_project(tmp_path, ORIENTED | app), orientation="landscape")
    user.start()
    assert (size(user), user.text(".size")) == ((844, 390), "844,358")
    user.start("p/p")
    assert (size(user), user.text(".size")) == ((390, 844), "390,753")
