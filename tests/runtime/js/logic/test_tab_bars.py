"""The custom tab bar. Source: the framework guide."""

from __future__ import annotations

import json

from tests.support.logic_program import LogicProgram

TABS = [{"pagePath": f"pages/{name}/{name}", "text": name} for name in "ab"]
FILES = {
    "app.json": json.dumps(
        {"pages": ["pages/a/a", "pages/b/b", "pages/c/c"], "tabBar": {"custom": True, "list": TABS}}
    ),
    **{f"pages/{name}/{name}.wxml": f"page {name}" for name in "abc"},
    **{
        f"pages/{name}/{name}.js": "Page({ onShow() { const bar = this.getTabBar(); console.log(bar && bar.is);"
        f" if (bar) bar.setData({{ on: '{name}' }}); }} }})"
        for name in "abc"
    },
    "custom-tab-bar/index.json": '{"component": true}',
    "custom-tab-bar/index.wxml": '<view class="tab" bindtap="t">[{{on}}]</view>',
    "custom-tab-bar/index.js": "Component({ methods: { t() { console.log('tapped', this.data.on); } },"
    " detached() { console.log('detached'); } })",
}


def test_each_tab_page_has_its_own() -> None:
    program = LogicProgram(FILES)
    first = program.launch("pages/a/a")
    assert first.text() == "page a[a]"
    assert program.open("pages/b/b").text() == "page b[b]"
    assert first.text() == "page a[a]"
    assert program.open("pages/c/c").text() == "page c"
    assert program.logs() == ["custom-tab-bar/index", "custom-tab-bar/index", None]


def test_it_reacts_survives_swaps_and_goes_with_the_page() -> None:
    program = LogicProgram(FILES)
    program.launch("pages/a/a")
    program.logs()
    program.tap(class_="tab")
    program.patch({**FILES, "pages/a/a.wxml": "new a"}, templates=["pages/a/a.wxml"])
    assert program.view.text() == "new a[a]"
    program.route("reLaunch", [{"step": "unload", "page_id": 1}], [])
    assert program.logs() == [["tapped", "a"], "detached"]
    assert program.errors() == []


def test_it_stands_beside_the_page() -> None:
    program = LogicProgram(FILES)
    body, bar = program.launch("pages/a/a").tree()
    assert body == "page a"
    assert bar[0] == "root-portal"
