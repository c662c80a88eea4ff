"""What is offered in scripts: names of other modules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.language_project import LanguageProject

SCRIPT = "pages/index/index.js"
FILES = {
    "app.js": "",
    "lib/time.js": "",
    "lib/types.d.ts": "",
    "pages/index/parts.ts": "",
    "miniprogram_npm/dayjs/index.js": "",
}


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


@pytest.mark.parametrize(
    "marked",
    [
        "const a = require('|')",
        "const a = require('../../li|')",
        'import a from "|"',
        "import('|')",
        "App({})\nconst a = require('|",
        "import a from './|\nPage({})",
        "export * from '|'",
        "/* 😀 */ require('./|'); go(",
    ],
)
def test_modules_are_offered_as_seen_from_the_file(project: LanguageProject, marked: str) -> None:
    assert project.labels(marked, SCRIPT) == ["./parts", "../../app", "../../lib/time"]


@pytest.mark.parametrize("marked", ["const a = '|'", "go('|')", "re|quire('a')", "require(|)"])
def test_elsewhere_nothing_is_offered(project: LanguageProject, marked: str) -> None:
    assert project.labels(marked, SCRIPT) == []


def test_the_whole_name_is_replaced(project: LanguageProject) -> None:
    found = project.completion("require('../../li|b')", SCRIPT)
    assert (found.range.start.character, found.range.end.character) == (9, 18)


PAGES = {
    "app.json": '{"pages": ["pages/index/index", "pages/a/a"]}',
    "pages/a/a.wxml": "",
    "pages/a/a.js": "Page({})",
    "pages/index/index.wxml": '<view id="top" class="row wide"/><view id="{{b}}"/>',
}


@pytest.mark.parametrize(
    ("marked", "labels"),
    [
        ("wx.navigateTo({ url: '|' })", ["/pages/a/a", "/pages/index/index"]),
        ("wx.switchTab({\n  success() {},\n  url: `/pa|`,\n})", ["/pages/a/a", "/pages/index/index"]),
        ("const tab = { url: '/|' }", ["/pages/a/a", "/pages/index/index"]),
        ("wx.request({ url: '|' })", []),
        ("wx.request({ url: 'https://a.cn/|' })", []),
        ("this.selectComponent('|')", ["#top", ".row", ".wide"]),
        ("wx.createSelectorQuery().select('#t|')", ["#top", ".row", ".wide"]),
        ("this.other('|')", []),
    ],
)
def test_texts_that_name_something_of_the_project(tmp_path: Path, marked: str, labels: list[str]) -> None:
    assert LanguageProject(tmp_path, PAGES).labels(marked, SCRIPT) == labels


HANDLED = {
    "pages/index/index.json": '{"usingComponents": {"card": "/card/card"}}',
    "card/card.json": '{"component": true}',
    "card/card.wxml": "<view/>",
    "card/card.js": """Component({
  data: { open: false },
  methods: { show() { this.triggerEvent('pick', { id: 1, name }) }, hide() { this.triggerEvent('close') } },
})""",
    "pages/index/index.wxml": """<view bindtap="onTap" data-id="1" data-item-name="{{a}}" mark:row="2"/>
<input bindinput="onInput"/><card id="c" class="big" bind:pick="onPick"/>""",
}
PAGE = """Page({
  data: { title: '', user: { name: '', tags: [''] }, list: [{ id: 1 }] },
  onTap(e) { %s },
  onInput: function (event) { %s },
  async onPick(e) { %s },
  other(e) { %s },
})
"""


@pytest.mark.parametrize(
    ("handler", "written", "labels"),
    [
        (0, "e.|", ["detail", "currentTarget", "target"]),
        (0, "e.currentTarget.|", ["dataset", "id"]),
        (0, "const id = e.currentTarget.dataset.|", ["id", "itemName"]),
        (0, "const { | } = e.currentTarget.dataset", ["id", "itemName"]),
        (0, "const { id, it| } = e.target.dataset", ["id", "itemName"]),
        (0, "e.mark.|", ["row"]),
        (0, "e.detail.|", ["x", "y"]),
        (1, "event.detail.|", ["value"]),
        (2, "e.detail.|", ["id", "name"]),
        (3, "e.detail.|", []),
        (0, "name.|", []),
        (0, "wx.request({ success(res) { res.| } })", []),
        (0, "this.selectComponent('#c').|", ["hide", "show", "setData"]),
        (0, "this.selectComponent('.big').sh|", ["hide", "show", "setData"]),
        (0, "this.selectComponent('#none').|", []),
        (0, "this.setData({ '|': 1 })", ["list", "title", "user"]),
        (
            0,
            "this.setData({ title: { a: 1 }, 'user.|': 1 })",
            ["list", "title", "user", "list[0]", "user.name", "user.tags"],
        ),
    ],
)
def test_members_that_come_from_the_template(tmp_path: Path, handler: int, written: str, labels: list[str]) -> None:
    project = LanguageProject(tmp_path, HANDLED)
    text = PAGE % tuple(written if number == handler else "" for number in range(4))
    assert project.labels(text, SCRIPT)[: len(labels)] == labels
    assert labels or not project.labels(text, SCRIPT)


def test_events_are_triggered_by_the_names_that_they_have(tmp_path: Path) -> None:
    text = HANDLED["card/card.js"].replace("triggerEvent('close')", "triggerEvent('close'); this.triggerEvent('|')")
    assert LanguageProject(tmp_path, HANDLED).labels(text, "card/card.js")[-2:] == ["close", "pick"]
