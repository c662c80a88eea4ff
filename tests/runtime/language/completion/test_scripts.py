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
