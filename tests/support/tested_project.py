"""A mini program that tests of the test tools drive: a list with components, a form, a page of its own to go to."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.project_folder import write_project

PAGES = ["pages/list/list", "pages/form/form", "pages/detail/detail"]

FILES = {
    "project.config.json": json.dumps({"appid": "touristappid", "compileType": "miniprogram"}),
    "app.json": json.dumps({"pages": PAGES, "window": {"navigationBarTitleText": "Tea"}}),
    "app.js": "App({ globalData: { visits: 0 }, onLaunch() { this.globalData.token = wx.getStorageSync('token') } })",
    "components/card/card.json": '{ "component": true }',
    "components/card/card.wxml": (
        '<view class="card"><view class="title">{{title}}</view><slot/>'
        '<button class="more" size="mini" bindtap="more">More</button></view>'
    ),
    "components/card/card.js": """Component({
  properties: { title: String, count: { type: Number, value: 1 } },
  data: { taps: 0 },
  methods: {
    more() { this.setData({ taps: this.data.taps + 1 }); this.triggerEvent('more', { taps: this.data.taps }) },
    double(n) { return n * 2 },
  },
})""",
    "pages/list/list.json": json.dumps({"usingComponents": {"card": "/components/card/card"}}),
    "pages/list/list.wxml": """<view class="head" data-kind="tea">{{items.length}} teas</view>
<card wx:for="{{items}}" wx:key="id" class="row" title="{{item.name}}" data-id="{{item.id}}" bind:more="onMore">
  <text class="price">{{item.price}}</text>
</card>
<view class="note" hidden="{{!note}}">{{note}}</view>
<button class="later" bindtap="later">Later</button>
<button class="off" disabled="{{true}}" bindtap="later">Off</button>
<navigator class="open" url="/pages/detail/detail?id=7">Open</navigator>
<view wx:if="{{veiled}}" class="veil" style="position: fixed; left: 0; top: 0; right: 0; bottom: 0" />""",
    "pages/list/list.js": """Page({
  data: { note: '', items: [{ id: 1, name: 'Assam', price: 4 }, { id: 2, name: 'Sencha', price: 6 }] },
  onMore(event) { this.setData({ note: `more of ${event.currentTarget.dataset.id}: ${event.detail.taps}` }) },
  later() { setTimeout(() => this.setData({ note: 'late' }), 50) },
  add(name, price) {
    this.setData({ items: [...this.data.items, { id: this.data.items.length + 1, name, price }] })
    return this.data.items.length
  },
  fetch() {
    wx.request({
      url: 'https://tea.test/list?page=1',
      success: (res) => this.setData({ note: `${res.statusCode} ${res.data.name}` }),
      fail: (error) => this.setData({ note: error.errMsg }),
    })
  },
  ask() {
    const success = (res) => this.setData({ note: String(res.confirm) })
    wx.showModal({ title: 'Sure?', content: 'All of it', success })
  },
  choose() {
    wx.showActionSheet({ itemList: ['Black', 'Green'], success: (res) => this.setData({ note: `${res.tapIndex}` }) })
  },
  clock() {
    this.ticks = 0
    setInterval(() => this.setData({ note: `${++this.ticks} at ${new Date().getMinutes()}` }), 60000)
  },
})""",
    "pages/form/form.json": "{}",
    "pages/form/form.wxml": """<form bindsubmit="submit" bindreset="cleared">
  <input class="name" name="name" value="{{name}}" maxlength="{{5}}" bindinput="typed" bindconfirm="confirmed"/>
  <textarea class="about" name="about" model:value="{{about}}"/>
  <switch class="fresh" name="fresh" bindchange="switched"/>
  <checkbox-group class="kinds" name="kinds" bindchange="kinds">
    <label class="black"><checkbox value="black"/>Black</label><checkbox class="green" value="green" checked/>
  </checkbox-group>
  <radio-group name="size"><radio class="small" value="s" checked/><radio class="large" value="l"/></radio-group>
  <button class="send" form-type="submit">Send</button><button class="clear" form-type="reset">Clear</button>
</form>""",
    "pages/form/form.js": """Page({
  data: { name: 'me', about: '', typed: '', sent: null },
  typed(event) { this.setData({ typed: event.detail.value }) },
  confirmed(event) { this.setData({ typed: `${event.detail.value}!` }) },
  switched(event) { this.setData({ isFresh: event.detail.value }) },
  kinds(event) { this.setData({ chosen: event.detail.value }) },
  submit(event) { this.setData({ sent: event.detail.value }) },
  cleared() { this.setData({ sent: null, isCleared: true }) },
})""",
    "pages/detail/detail.json": json.dumps({"navigationBarTitleText": "Detail"}),
    "pages/detail/detail.wxml": '<view class="id">{{id}}</view>',
    "pages/detail/detail.js": "Page({ data: { id: '' }, onLoad(query) { this.setData({ id: query.id }) } })",
}


def make_tested_project(folder: Path) -> Path:
    """Writes it into a folder."""
    return write_project(folder, FILES)
