"""Halves of surrogate pairs (what `'😀'.split('')` gives): they cross every border, as the replacement character."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

PAGE = "pages/index/index"
HALF = "\\ud83d"
FILES = {
    "app.json": f'{{"pages": ["{PAGE}"]}}',
    f"{PAGE}.wxml": """<wxs module="m">
  module.exports = {
    tap: function (event, owner) {
      console.log('wxs', event.currentTarget.dataset.d, '😀'.charAt(0))
      owner.callMethod('fromWxs', { text: 'x' + '😀'.charAt(0), back: event.currentTarget.dataset.d })
    },
    text: function (v) { return v + '😀'.charAt(1) } }
</wxs>
<text class="part" wx:for="{{parts}}" wx:key="*this">{{item}}</text>
<view class="wxs" data-d="{{parts[3]}}" bindtap="{{m.tap}}">{{m.text('t')}}</view>
<view class="plain" data-d="{{parts[3]}}" bindtap="fromTap">tap</view>
<input class="field" value="{{parts[3]}}" />
""",
    f"{PAGE}.js": """const HALF = 'ok \\ud83d\\ude00'.split('')[3]
Page({
  data: { parts: 'ok \\ud83d\\ude00'.split('') },
  fromWxs(detail) { this.setData({ seen: [detail.text, detail.back] }) },
  fromTap(event) { this.setData({ seen: [event.currentTarget.dataset.d] }) },
  ['named' + HALF]() { this.setData({ seen: ['called'] }) },
  do(what) {
    const fs = wx.getFileSystemManager(), at = wx.env.USER_DATA_PATH + '/'
    const works = {
      log: () => console.log('log', HALF, { [HALF]: HALF }),
      throw: () => { throw new Error('thrown ' + HALF) },
      reject: () => { Promise.reject(new Error('rejected ' + HALF)) },
      data: () => this.setData({ [HALF]: HALF, parts: [HALF, HALF + HALF] }),
      storage: () => { wx.setStorageSync(HALF, [HALF]); console.log('kept', wx.getStorageSync(HALF)[0]) },
      file: () => { fs.writeFileSync(at + HALF + '.txt', HALF, 'utf8'); console.log('files', fs.readdirSync(at)[0]) },
      request: () => {
        wx.request({ url: 'http://127.0.0.1:1/' + HALF, data: { a: HALF }, fail() { console.log('failed') } })
      },
      title: () => wx.setNavigationBarTitle({ title: 'title ' + HALF }),
      toast: () => wx.showToast({ title: 'toast ' + HALF }),
      canvas: () => {
        const context = wx.createOffscreenCanvas({ type: '2d', width: 9, height: 9 }).getContext('2d')
        context.fillText(HALF, 1, 1)
        console.log('measured', context.measureText(HALF).width >= 0)
      },
      method: () => this['named' + HALF](),
      timer: () => { const box = { ['t' + HALF]() { console.log('timer') } }; setTimeout(box['t' + HALF], 1) },
      clipboard: () => wx.setClipboardData({ data: HALF }),
    }
    works[what]()
  },
})
""",
}


@pytest.fixture
def user(open_phone: OpenPhone, tmp_path: Path) -> PhoneUser:
    user = open_phone(write_project(tmp_path / "project", FILES))
    user.start()
    return user


def act(user: PhoneUser, what: str) -> None:
    user.evaluate(f"getCurrentPages()[0].do('{what}')")
    user.rest()


def said(user: PhoneUser) -> list[str]:
    return [record.title for record in user.records if record.kind in ("log", "error")]


def test_a_page_shows_them(user: PhoneUser) -> None:
    assert user.texts(".part") == ["o", "k", "", "\ufffd", "\ufffd"]
    assert user.text(".wxs") == "t\ufffd"


WAYS_OUT = {
    "log": "log \ufffd",
    "throw": "Error: thrown \ufffd",
    "reject": "rejected \ufffd",
    "storage": "kept \ufffd",
    "file": "files \ufffd.txt",
    "canvas": "measured true",
    "timer": "timer",
    "request": "failed",
    "data": "",
    "title": "",
    "toast": "",
    "method": "",
    "clipboard": "",
}
"""What the program does, and what is on the console then."""


def test_every_way_out_of_a_program(user: PhoneUser) -> None:
    for what, words in WAYS_OUT.items():
        before = len(said(user))
        if what in ("throw", "reject"):
            user.program.evaluate(f"setTimeout(() => getCurrentPages()[0].do('{what}'), 0)", lambda _answer: None)
        else:
            act(user, what)
        user.see(lambda words=words, before=before: any(words in line for line in ["", *said(user)[before:]]), words)
        assert not [line for line in said(user)[before:] if "understood" in line or "broke" in line], what
        assert user.program.state == "running", what
        act(user, "data")
        assert user.texts(".part") == ["\ufffd", "\ufffd\ufffd"], what


def test_back_in_events(user: PhoneUser) -> None:
    user.tap(".plain")
    user.rest()
    assert user.data("seen") in (["\ufffd"], [""])
    user.tap(".wxs")
    user.rest()
    assert user.data("seen") == ["x\ufffd", "\ufffd"]
    user.evaluate("getCurrentPages()[0]['named\\ud83d']()")
    user.rest()
    assert user.data("seen") == ["called"]
    assert any("wxs \ufffd \ufffd" in line for line in said(user))
