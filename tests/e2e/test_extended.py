"""The rendition of the extended library weui: looks by class names, and components that work together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

NAMES = ("cells", "cell", "form", "checkbox-group", "checkbox", "dialog", "actionsheet", "badge")
FILES = {
    "app.json": json.dumps({"pages": ["p"], "useExtendedLib": {"weui": True}}),
    "app.js": "App({})",
    "p.json": json.dumps({"usingComponents": {f"mp-{name}": f"weui-miniprogram/{name}/{name}" for name in NAMES}}),
    "p.wxml": """
<view class="weui-cells"><view class="weui-cell">by class</view></view>
<mp-form id="form" rules="{{rules}}" models="{{model}}"><mp-cells title="Form">
  <mp-cell ext-class="field" prop="name" title="Name" show-error><mp-badge content="7" slot="footer"/></mp-cell>
</mp-cells></mp-form>
<mp-cells><mp-checkbox-group multi="{{false}}" bindchange="chosen">
  <mp-checkbox wx:for="{{['a', 'b']}}" wx:key="*this" label="{{item}}" value="{{item}}" checked="{{item == 'a'}}"
    multi="{{false}}" ext-class="choice"/>
</mp-checkbox-group></mp-cells>
<mp-actionsheet show="{{asks}}" actions="{{actions}}" bindactiontap="acted"/>
""",
    "p.js": """Page({
  data: { asks: true, model: { name: '' }, rules: [{ name: 'name', rules: { required: true, message: 'missing' } }],
    actions: [[{ text: 'one', value: 1 }], [{ text: 'two', value: 2 }]] },
  validate() {
    this.selectComponent('#form').validate((ok, errors) => { this.told = [ok, errors && errors[0].message] })
  },
  chosen({ detail }) { this.choice = detail.value },
  acted({ detail }) { this.action = detail.value; this.setData({ asks: false }) },
})""",
}


def test_the_rendition_of_weui_looks_and_works(open_phone: OpenPhone, tmp_path: Path) -> None:
    user = open_phone(write_project(tmp_path, FILES))
    user.start()
    assert user.count(".weui-cell") == 4
    assert round(user.ask("rect", ".weui-cell")["height"]) == 56
    user.tap(".weui-actionsheet__cell", 1)
    user.see(lambda: user.evaluate("page.action") == 2, "an action")
    user.see(lambda: user.count(".weui-actionsheet") == 0, "no action sheet")
    user.evaluate("page.validate()")
    assert user.evaluate("page.told") == [False, "missing"]
    user.see(lambda: user.count(".field.weui-cell_warn") == 1, "a wrong field")
    user.tap(".choice", 1)
    user.see(lambda: user.evaluate("page.choice") == "b", "a choice")
