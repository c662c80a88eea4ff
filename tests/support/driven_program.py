"""A real program without a window, and somebody who drives it in plain sequence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.automation.driver import Driver, Element, Failure
from simulator.running.headless import HeadlessProgram

COUNTER_JS = """Page({
  data: { name: 'W', typed: '', list: [{ a: 1 }, { a: 2 }], seen: [] },
  hit(event) { this.setData({ name: `hit ${event.currentTarget.dataset.itemId}` }) },
  note(event) { this.data.seen.push([event.type, event.touches.length]) },
  heard(event) { this.data.seen.push([event.type, event.detail]) },
  typing(event) { this.setData({ typed: event.detail.value }) },
  add(a, b) { return Promise.resolve(a + b) },
  fails() { throw new RangeError('too much') },
})
"""
FILES = {
    "app.json": """{"pages": ["pages/a/a", "pages/b/b"], "requiredPrivateInfos": ["getLocation"],
  "permission": {"scope.userLocation": {"desc": "d"}}, "plugins": {"hello": {"version": "dev", "provider": "wx12"}}}""",
    "app.js": "App({ globalData: { n: 1 }, hello: requirePlugin('hello') })",
    "project.config.json": '{"pluginRoot": "plugin"}',
    "plugin/plugin.json": '{"main": "index.js"}',
    "plugin/index.js": "exports.read = (key) => wx.getStorageSync(key); exports.names = () => Object.keys(wx).length",
    "pages/a/a.json": '{"usingComponents": {"card": "/comps/card"}}',
    "pages/a/a.wxml": """
<view class="box" id="top" bind:tap="hit" data-item-id="7">Hello {{name}}<text class="t">x</text></view>
<card class="c1" title="T1" bind:buy="heard"><view class="slotted">S</view></card>
<input class="in" value="{{typed}}" bind:input="typing" />
<scroll-view scroll-y style="height: 100px" class="sv"><view style="height: 500px">long</view></scroll-view>
<slider class="sl" bind:change="heard" bind:changing="heard" />
<switch class="sw" bind:change="heard" />
<swiper class="sp" bind:change="heard" style="height: 50px">
  <swiper-item>1</swiper-item><swiper-item>2</swiper-item>
</swiper>
<movable-area style="width: 200px; height: 60px">
  <movable-view class="mv" direction="all" style="width: 20px; height: 20px" />
</movable-area>
<view class="pad" bind:touchstart="note" bind:touchmove="note" bind:touchend="note" bind:longpress="note" />
<view class="tail" style="height: 2000px" />""",
    "pages/a/a.wxss": ".box { color: red; padding: 10px } .pad { height: 100px }",
    "pages/a/a.js": COUNTER_JS,
    "pages/b/b.wxml": """<view class='b'>{{text}}</view>
<cover-view><cover-view bind:tap="take"> Take "it" </cover-view></cover-view>""",
    "pages/b/b.js": """Page({
  data: { text: 'b' },
  onLoad(query) { this.setData({ query }) },
  take() { this.setData({ text: 'taken' }) },
})""",
    "comps/card.json": '{"component": true}',
    "comps/card.wxml": '<view class="inner">{{title}}<slot /></view>',
    "comps/card.js": """Component({
  properties: { title: String }, data: { own: [1, 2] },
  methods: { twice(x) { return x * 2 } },
})""",
}


class Drives:
    """`ask(method, …)` calls a method of the driver and waits for its outcome."""

    def __init__(self, program: HeadlessProgram, driver: Driver) -> None:
        self.program = program
        self.driver = driver

    @property
    def page_id(self) -> int:
        """Of the visible page."""
        page = self.driver.page
        assert page is not None
        return page.page_id

    def ask(self, method: Callable[..., None], *arguments: Any, **named: Any) -> Any:
        """The outcome; `done` comes after the other arguments, wherever the method has it."""
        outcomes: list[Any] = []
        method(*arguments, done=outcomes.append, **named)
        self.program.until(lambda: bool(outcomes), method.__qualname__, 60)
        return outcomes[0]

    def do(self, method: Callable[..., None], *arguments: Any, **named: Any) -> Any:
        """The same; a failure fails the test."""
        outcome = self.ask(method, *arguments, **named)
        assert not isinstance(outcome, Failure), outcome
        return outcome

    def found(self, selector: str, **named: Any) -> list[Element]:
        """What a selector finds on the visible page."""
        return list(self.do(self.driver.elements.find, self.page_id, selector, **named))

    def one(self, selector: str) -> Element:
        """The first of them."""
        return self.found(selector)[0]

    def data(self, path: str = "") -> Any:
        """Of the visible page."""
        return self.ask(self.driver.values.data, self.page_id, path=path)

    def again(self, path: str = "/pages/a/a") -> None:
        """A fresh page, alone."""
        self.ask(self.driver.route, "reLaunch", path)
