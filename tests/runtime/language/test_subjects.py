"""What stands at a place leads to where it is defined, across files of all languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.runtime.language.linked_program import FILES, told
from tests.support.language_project import PAGE_WXML, LanguageProject


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


def defined(project: LanguageProject, marked: str, path: str = PAGE_WXML) -> list[str]:
    place = project.place(marked, path)
    found = project.service.definition(path, place)
    return told(project, found.locations) if found is not None else []


@pytest.mark.parametrize(
    ("marked", "places"),
    [
        ('<view bindtap="on|Tap"/>', ["pages/index/index.js:4: onTap"]),
        ('<view catch:tap="|onTap"/>', ["pages/index/index.js:4: onTap"]),
        ('<view bindtap="missing|"/>', []),
        ("<my-ca|rd/>", ["components/card.js"]),
        ("<my-card></my-card|>", ["components/card.js"]),
        ("<view|/>", []),
        ('<my-card cover-im|age="a"/>', ["components/card.js:2: coverImage"]),
        ('<my-card depth|="a"/>', ["components/base.js:1: depth"]),
        ("{{ti|tle}}", ["pages/index/index.js:3: title"]),
        ("{{user.na|me}}", ["pages/index/index.js:3: name"]),
        ('<view wx:for="{{list}}">{{item.i|d}}</view>', ["pages/index/index.js:3: id"]),
        ('<wxs module="m" src="/lib/too|ls.wxs"/>', ["lib/tools.wxs"]),
        ('<wxs module="m" src="/lib/tools.wxs"/>{{m.for|mat(a)}}', ["lib/tools.wxs:2: format"]),
        ('<wxs module="m" src="/lib/tools.wxs"/>{{m|.format(a)}}', ["lib/tools.wxs"]),
        ('<wxs module="m">\nmodule.exports = { f: 1 }</wxs>{{m.f|}}', [f"{PAGE_WXML}:2: f"]),
        ('<import src="/parts/rows|"/>', ["parts/rows.wxml"]),
        ('<import src="/parts/rows"/><template is="ro|w"/>', ["parts/rows.wxml:1: row"]),
        ('<view class="a of-a|pp"/>', ["app.wxss:1: of-app"]),
        ('<view class="sha|red"/>', ["shared.wxss:1: shared"]),
        ("<view class=\"{{a ? 'ca|rd' : ''}}\"/>", ["pages/index/index.wxss:2: card"]),
        ('<navigator url="/pages/other/oth|er?a=1"/>', ["pages/other/other.wxml"]),
        ("text| <!-- x -->", []),
        ("😀中<view bindtap='on|Tap'/>", ["pages/index/index.js:4: onTap"]),
    ],
)
def test_from_a_template_to_where_it_is_defined(project: LanguageProject, marked: str, places: list[str]) -> None:
    assert defined(project, marked) == places


@pytest.mark.parametrize(
    ("path", "marked", "places"),
    [
        ("pages/index/index.json", '{"usingComponents": {"my-card": "/components/ca|rd"}}', ["components/card.js"]),
        ("pages/index/index.json", '{"usingComponents": {"my-ca|rd": "/components/card"}}', ["components/card.js"]),
        ("app.json", '{"pages": ["pages/oth|er/other"]}', ["pages/other/other.wxml"]),
        ("app.json", '{"subPackages": [{"root": "pages", "pages": ["other/oth|er"]}]}', ["pages/other/other.wxml"]),
        ("app.json", '{"sitemapLocation": "no|ne.json"}', []),
        ("pages/index/index.js", "const a = require('../../lib/hel|per')", ["lib/helper.js"]),
        ("pages/index/index.js", "import a from '../../lib/hel|per'", ["lib/helper.js"]),
        ("pages/index/index.wxss", "@import '/sha|red.wxss';", ["shared.wxss"]),
        ("pages/index/index.less", "@a: 1px;\n.b { width: @|a }", ["pages/index/index.less:1: @a"]),
        ("app.wxss", "page { --main: red; color: var(--ma|in) }", ["app.wxss:1: --main"]),
    ],
)
def test_from_other_files(project: LanguageProject, path: str, marked: str, places: list[str]) -> None:
    assert defined(project, marked, path) == places
