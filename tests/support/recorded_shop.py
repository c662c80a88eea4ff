"""A mini program with all that a recorder has to make steps of; and with much that must not become one."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.project_folder import write_project

FILES = {
    "project.config.json": json.dumps({"appid": "touristappid", "compileType": "miniprogram"}),
    "app.json": json.dumps(
        {
            "pages": ["pages/shop/shop", "pages/cart/cart", "pages/tea/tea", "pages/long/long"],
            "window": {"navigationBarTitleText": "Shop"},
            "tabBar": {
                "list": [
                    {"pagePath": "pages/shop/shop", "text": "Shop"},
                    {"pagePath": "pages/cart/cart", "text": "Cart"},
                ]
            },
        }
    ),
    "app.js": "App({ globalData: { cart: [] } })",
    "components/card/card.json": '{ "component": true }',
    "components/card/card.wxml": (
        '<view class="card" bindtap="open"><view class="card-title">{{title}}</view>'
        '<view class="card-buy" catchtap="buy"><text>Buy</text></view></view>'
    ),
    "components/card/card.wxss": ".card { padding: 6px } .card-buy { width: 90px; background: #cfc }",
    "components/card/card.js": """Component({
  properties: { title: String },
  methods: {
    open() { this.triggerEvent('open') },
    buy() { this.triggerEvent('buy') },
  },
})""",
    "pages/shop/shop.json": json.dumps({"usingComponents": {"card": "/components/card/card"}}),
    "pages/shop/shop.wxml": """<view class="said">{{said}}</view>
<card class="tea" wx:for="{{teas}}" wx:key="*this" title="{{item}}"
  data-name="{{item}}" bind:buy="buy" bind:open="open"/>
<input class="name" placeholder="Your name" bindinput="typed" bindblur="left"/>
<switch class="gift" bindchange="gift"/>
<slider class="cups" min="0" max="10" bindchange="cups"/>
<picker class="kind" range="{{['Black', 'Green', 'White']}}" bindchange="kind">
  <view class="kind-shown">{{kind}}</view>
</picker>
<view class="row"><button class="ask" size="mini" bindtap="ask">Order</button>
<button class="choose" size="mini" bindtap="choose">Choose</button>
<view class="hold" bindlongpress="held">Hold me</view></view>
<view class="idle">Nobody listens</view>
<view class="{{renamed}}" bindtap="rename">Rename</view>""",
    "pages/shop/shop.wxss": ".row { display: flex; gap: 8px } .hold { padding: 4px } .kind-shown { padding: 4px }",
    "pages/shop/shop.js": """Page({
  data: { said: '', kind: 'kind', teas: ['Assam', 'Sencha', 'Oolong'], renamed: 'name-0' },
  onLoad() { this.count = 0 },
  say(said) { this.setData({ said }) },
  buy(event) {
    const { name } = event.currentTarget.dataset
    getApp().globalData.cart.push(name)
    // What was touched goes at once.
    this.setData({ said: `bought ${name}`, teas: this.data.teas.filter((one) => one !== name) })
  },
  open(event) { wx.navigateTo({ url: `/pages/tea/tea?name=${event.currentTarget.dataset.name}` }) },
  typed(event) { this.say(`typed ${event.detail.value}`) },
  left(event) { this.say(`left ${event.detail.value}`) },
  gift(event) { this.say(`gift ${event.detail.value}`) },
  cups(event) { this.say(`cups ${event.detail.value}`) },
  kind(event) { this.setData({ kind: ['Black', 'Green', 'White'][event.detail.value], said: 'kind' }) },
  held() { this.say('held') },
  rename() { this.count += 1; this.setData({ renamed: `name-${this.count}` }) },
  ask() {
    wx.showModal({ title: 'Order now?', content: '3 cups', success: (res) => this.say(`order ${res.confirm}`) })
  },
  choose() {
    wx.showActionSheet({ itemList: ['Small', 'Large'], success: (res) => this.say(`size ${res.tapIndex}`) })
  },
  fake() {
    const cards = this.selectAllComponents('.tea')
    cards.forEach((card) => card.triggerEvent('open'))
    cards.forEach((card) => card.buy())
    this.say('faked')
  },
})""",
    "pages/cart/cart.json": "{}",
    "pages/cart/cart.wxml": '<view class="list">{{list}}</view><view class="taps">{{taps}}</view>',
    "pages/cart/cart.js": """Page({
  data: { list: '', taps: '' },
  onShow() { this.setData({ list: getApp().globalData.cart.join(', ') || 'nothing' }) },
  onTabItemTap(item) { this.setData({ taps: `tapped ${item.text}` }) },
})""",
    "pages/tea/tea.json": json.dumps({"navigationBarTitleText": "Tea"}),
    "pages/tea/tea.wxml": '<view class="tea">{{name}}</view><view class="more" bindtap="more">More</view>',
    "pages/tea/tea.js": """Page({
  data: { name: '' },
  onLoad(query) { this.setData({ name: query.name }) },
  more() { wx.navigateTo({ url: '/pages/long/long' }) },
})""",
    "pages/long/long.json": json.dumps({"enablePullDownRefresh": True}),
    "pages/long/long.wxml": """<view class="top">{{said}}</view>
<view wx:for="{{count}}" wx:key="*this" class="cell" bindtap="cell" data-cell="{{index}}">same</view>""",
    "pages/long/long.wxss": ".cell { height: 30px }",
    "pages/long/long.js": """Page({
  data: { count: 40, said: '' },
  onReachBottom() { this.setData({ count: this.data.count + 20, said: 'end' }) },
  onPullDownRefresh() { this.setData({ said: 'pulled' }); wx.stopPullDownRefresh() },
  cell(event) { this.setData({ said: `cell ${event.currentTarget.dataset.cell}` }) },
})""",
}


def make_recorded_shop(folder: Path) -> Path:
    """Writes it into a folder."""
    return write_project(folder, FILES)
