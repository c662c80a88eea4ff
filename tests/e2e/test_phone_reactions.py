"""What the phone does by itself around a page: keyboard, pull-down, theme, layers that take a step back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.e2e.conftest import OpenPhone
from tests.simulator.documents.test_drawer import pdf
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser

FILES = {
    "app.json": '{"pages":["p/p"],"darkmode":true,"window":{"enablePullDownRefresh":true},'
    '"requiredPrivateInfos":["chooseLocation"]}',
    "app.js": "App({})",
    "app.wxss": "@media (prefers-color-scheme: dark) { .theme { background: #010203 } }",
    "p/p.wxml": """
<view class="theme" style="height:60px"/><view class="said" style="height:30px">{{said}}</view>
<button class="open" bindtap="open">open</button><button class="next" bindtap="next">next</button>
<view style="height:300px"/><input class="field" style="height:40px" bindkeyboardheightchange="keys"/>
<page-container show="{{show}}" duration="1" bindafterleave="left">
  <view class="layer" style="height:200px"/></page-container>
""",
    "p/p.js": """
Page({
  data: { said: "", show: false, pulls: 0, api: 0, keys: [] },
  onLoad() { wx.onKeyboardHeightChange((result) => this.setData({ api: result.height })); },
  hear() {
    const note = (text) => this.setData({ keys: [...this.data.keys, text] });
    wx.onKeyDown(({ key, code, shiftKey }) => note(`${key} ${code} ${shiftKey}`));
  },
  onPullDownRefresh() { this.setData({ pulls: this.data.pulls + 1 }); },
  keys(event) { this.setData({ said: 'keyboard ' + event.detail.height }); },
  open() { this.setData({ show: true }); },
  left() { this.setData({ show: false, said: 'left' }); },
  next() { wx.navigateTo({ url: '/p/p' }); },
});
""",
}


@pytest.fixture
def user(open_phone: OpenPhone, tmp_path: Path) -> PhoneUser:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    user = open_phone(tmp_path)
    user.start()
    return user


def test_the_keyboard_raises_the_page(user: PhoneUser) -> None:
    before = user.place(".field")
    user.tap(".field")
    user.see_text(".said", "keyboard 336")
    assert user.data("api") == 336
    after = user.place(".field")
    assert after.y() == 844 - 336 - 20 < before.y()
    user.tap(".theme")
    user.see_text(".said", "keyboard 0")
    assert user.place(".field") == before


def test_one_pull_at_a_time(user: PhoneUser) -> None:
    user.drag(".said", 0, 300)
    user.see(lambda: user.data("pulls") == 1, "the refresh")
    user.drag(".open", 0, 300)
    user.evaluate("wx.startPullDownRefresh()")
    user.rest()
    assert user.data("pulls") == 1
    user.evaluate("wx.stopPullDownRefresh()")
    user.rest()
    user.drag(".said", 0, 300)
    user.see(lambda: user.data("pulls") == 2, "the second refresh")


def test_sheets_follow_the_theme(user: PhoneUser) -> None:
    assert user.color(".theme") != "#010203"
    user.program.held_phone.change(theme="dark")
    user.see(lambda: user.color(".theme") == "#010203", "the dark sheet")


def test_a_layer_takes_the_step_back(user: PhoneUser) -> None:
    user.tap(".next")
    user.see(lambda: len(user.stack) == 2, "the second page")
    user.see_page("p/p")
    for back in (
        lambda: user.tap(".navigation-back", in_shell=True),
        lambda: user.evaluate("void wx.navigateBack({ delta: 2, success(r) { page.setData({ said: r.errMsg }) } })"),
    ):
        user.tap(".open")
        user.rest()
        back()
        user.see(lambda: user.data("show") is False, "the layer to close")
        assert len(user.stack) == 2
    user.tap(".navigation-back", in_shell=True)
    user.see(lambda: len(user.stack) == 1, "the first page")


def test_a_page_asks_before_it_is_left_by_its_button_alone(user: PhoneUser) -> None:
    user.tap(".next")
    user.see_page("p/p")
    user.evaluate("wx.enableAlertBeforeUnload({ message: 'Not saved' })")
    user.rest()
    user.tap(".navigation-back", in_shell=True)
    user.see_in_shell(".modal-confirm")
    user.tap(".modal-cancel", in_shell=True)
    user.rest()
    assert len(user.stack) == 2
    user.tap(".navigation-back", in_shell=True)
    user.see_in_shell(".modal-confirm")
    user.tap(".modal-confirm", in_shell=True)
    user.see(lambda: len(user.stack) == 1, "the first page")
    user.tap(".next")
    user.see_page("p/p")
    user.evaluate("wx.enableAlertBeforeUnload({ message: 'Not saved' })")
    user.rest()
    user.evaluate("void wx.navigateBack()")
    user.see(lambda: len(user.stack) == 1, "the first page again")


def test_a_place_is_chosen_on_the_phones_map_with_the_finger(user: PhoneUser) -> None:
    user.program.world.set("permission.userLocation", "granted", "panel")
    user.evaluate("wx.chooseLocation({ complete: (r) => page.setData({ said: r.errMsg + r.latitude.toFixed(1) }) })")
    user.see_in_shell(".map-page-row")
    before = user.ask("text", ".map-page-address", in_shell=True)
    user.drag_from(user.place(".map-page-frame", in_shell=True) + QPoint(0, 60), 0, -80)
    user.see(lambda: user.ask("text", ".map-page-address", in_shell=True) != before, "another place under the pin")
    user.tap(".map-page-confirm", in_shell=True)
    user.see_text(".said", "chooseLocation:ok39.9")
    user.evaluate("wx.openLocation({ latitude: 31.2, longitude: 121.5, name: 'There' })")
    user.see_in_shell(".map-page-ground .map-page-pin")
    user.tap(".map-page .settings-back", in_shell=True)
    user.see(lambda: not user.exists_in_shell(".map-page-name"), "the page again")


def test_a_pdf_of_the_program_is_read_on_the_phone(user: PhoneUser, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("#ff0000", "#0000ff"))
    user.evaluate("wx.openDocument({ filePath: 'a.pdf', complete: (r) => page.setData({ said: r.errMsg }) })")
    user.see_text(".said", "openDocument:ok")
    user.see_in_shell(".document-sheet")
    user.tap(".document-page .settings-back", in_shell=True)
    user.see(lambda: not user.exists_in_shell(".document-sheet"), "the page again")


def test_the_first_page_shows_the_user_of_the_world(open_phone: OpenPhone, tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "app.json").write_text('{"pages":["p/p"]}')
    (tmp_path / "p/p.wxml").write_text('<view class="who"><open-data type="userNickName"/></view>')
    user = open_phone(tmp_path, world={"user.nickName": "Ann"})
    user.start()
    user.see_text(".who", "Ann")


def test_keys_of_the_computer_are_heard_by_who_listens_and_not_by_a_field(user: PhoneUser) -> None:
    user.tap(".theme")
    user.type("a")
    user.rest()
    user.evaluate("getCurrentPages()[0].hear()")
    user.type("b")
    QTest.keyClick(user.hand, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    user.see(lambda: len(user.data("keys")) == 3, "keys of the computer")
    user.tap(".field")
    user.type("d")
    user.rest()
    assert user.data("keys") == ["b KeyB ", "Shift ShiftLeft true", "ArrowUp ArrowUp true"]


def test_the_selection_of_a_field_is_told_while_it_has_the_focus(user: PhoneUser) -> None:
    ask = "void wx.getSelectedTextRange({ complete: (r) => getCurrentPages()[0].setData({ said: JSON.stringify(r) }) })"
    user.evaluate(ask)
    user.see_text(".said", '{"errMsg":"getSelectedTextRange:fail no input is focused"}')
    user.tap(".field")
    user.type("hello")
    QTest.keyClick(user.hand, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    user.rest()
    user.evaluate(ask)
    user.see_text(".said", '{"start":4,"end":5,"errMsg":"getSelectedTextRange:ok"}')
