"""A program whose names lead from file to file, for tests of what is asked about them."""

from __future__ import annotations

from runtime.language.answers import Location
from runtime.language.position import Lines
from tests.support.language_project import LanguageProject

PAGE_JS = """const helper = require('../../lib/helper')
Page({
  data: { title: '', user: { name: '' }, list: [{ id: 1 }] },
  onTap() { this.setData({ title: 1 }); this.other() },
  other() { const { title } = this.data; return this.selectComponent('.card') },
})
"""
CARD_JS = """const base = require('./base')
Component({ behaviors: [base], properties: { coverImage: String }, methods: { onCard() {} } })
"""
FILES = {
    "app.json": '{"pages": ["pages/index/index", "pages/other/other"], "usingComponents": {}}',
    "app.wxss": ".of-app { }\npage { --main: red }",
    "pages/index/index.js": PAGE_JS,
    "pages/index/index.json": '{"usingComponents": {"my-card": "/components/card"}}',
    "pages/index/index.wxss": "@import '/shared.wxss';\n.card { color: red }\n.unworn { }",
    "pages/index/index.wxml": '<view class="card of-app" bindtap="onTap">{{title}}{{user.name}}</view>\n'
    '<my-card cover-image="{{title}}" bindtap="onTap"/>\n<view class="{{a ? \'card\' : \'\'}} shared"/>',
    "pages/other/other.wxml": '<view class="of-app card"/>',
    "pages/other/other.js": "Page({ data: { title: 1 } })",
    "shared.wxss": ".shared { }",
    "components/card.json": '{"component": true}',
    "components/card.js": CARD_JS,
    "components/base.js": "module.exports = Behavior({ properties: { depth: Number }, methods: { onBase() {} } })",
    "components/card.wxml": '<view bindtap="onBase" class="card">{{coverImage}}</view>',
    "lib/helper.js": "module.exports = { go() {} }",
    "lib/tools.wxs": "function format(a) { return a }\nmodule.exports = { format: format }",
    "parts/rows.wxml": '<template name="row">{{text}}</template>',
}


def told(project: LanguageProject, locations: tuple[Location, ...]) -> list[str]:
    """Places as `file: the text there`, a whole file as its name."""
    shown = []
    for one in locations:
        text = project.service.text(one.path)
        start, end = (Lines(text).offset(position) for position in (one.range.start, one.range.end))
        line = one.range.start.line + 1
        shown.append(f"{one.path}:{line}: {text[start:end]}" if start != end else one.path)
    return shown
