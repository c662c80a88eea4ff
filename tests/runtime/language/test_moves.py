"""Names that lead to a file are right after it has another name or place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.language.answers import FileEdits
from runtime.language.position import Lines
from runtime.language.service import LanguageService
from runtime.project.load import load_project
from tests.support.project_folder import write_project

FILES = {
    "app.json": """{
  "pages": ["pages/index/index"],
  "subPackages": [{"root": "more", "pages": ["pages/list/list"]}],
  "preloadRule": {"pages/index/index": {"packages": ["more"]}},
  "tabBar": {"list": [{"pagePath": "pages/index/index", "text": "a"}, {"pagePath": "more/x", "text": "b"}]}
}""",
    "app.js": "require('./utils/price')\nApp({})",
    "app.wxss": "@import 'styles/base.wxss';",
    "styles/base.wxss": ".a {}",
    "utils/price.js": "const tax = require('./tax.js')\nconst all = require('../utils')",
    "utils/tax.js": "",
    "utils/index.js": "",
    "pages/index/index.json": """{"usingComponents": {
  "my-card": "/components/card/index", "b": "../../components/b/index"}}""",
    "pages/index/index.js": "import { a } from '../../utils/price'\nconst b = require('/utils/tax')\nPage({})",
    "pages/index/index.wxss": "@import \"../../styles/base\";\n@import '/styles/base.wxss';",
    "pages/index/index.wxml": """<import src="../../parts/row.wxml"/><include src="/parts/head"/>
<wxs src="../../utils/tools.wxs" module="t"/><image src="/images/a.png"/>
<navigator url="/more/pages/list/list?id=1"/>
<my-card/><b/>""",
    "utils/tools.wxs": "",
    "parts/row.wxml": "<template name='row'/>",
    "parts/head.wxml": "<view/>",
    "images/a.png": "",
    "more/pages/list/list.json": "{}",
    "more/pages/list/list.js": "Page({})",
    "more/pages/list/list.wxml": "<view/>",
    **{f"components/{name}/index{ending}": text for name in ("card", "b") for ending, text in (
        (".json", '{"component": true}'), (".wxml", "<view/>"),
        (".js", "require('../../utils/price')\nComponent({})"))},
}  # fmt: skip


def move(root: Path, old: str, new: str) -> dict[str, list[str]]:
    """Carries the edits out and moves; the texts that were written, by file."""
    service = LanguageService()
    service.take(load_project(root))
    edits = service.move(old, new)
    for file in edits:
        (root / file.path).write_text(_edited((root / file.path).read_text("utf-8"), file), "utf-8")
    (root / new).parent.mkdir(parents=True, exist_ok=True)
    (root / old).rename(root / new)
    return {file.path: [edit.text for edit in file.edits] for file in edits}


def _edited(text: str, file: FileEdits) -> str:
    lines = Lines(text)
    for edit in sorted(file.edits, reverse=True):
        start, end = lines.offset(edit.range.start), lines.offset(edit.range.end)
        text = text[:start] + edit.text + text[end:]
    return text


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("utils/price.js", "lib/cost.js", {
            "app.js": ["./lib/cost"], "pages/index/index.js": ["../../lib/cost"],
            "components/b/index.js": ["../../lib/cost"], "components/card/index.js": ["../../lib/cost"],
            "utils/price.js": ["../utils/tax.js"],
        }),
        ("components", "widgets/all", {
            "components/b/index.js": ["../../../utils/price"], "components/card/index.js": ["../../../utils/price"],
            "pages/index/index.json": ["/widgets/all/card/index", "../../widgets/all/b/index"],
        }),
        ("styles/base.wxss", "styles/first.wxss", {
            "app.wxss": ["styles/first.wxss"], "pages/index/index.wxss": ["../../styles/first", "/styles/first.wxss"],
        }),
        ("parts", "pieces", {"pages/index/index.wxml": ["../../pieces/row.wxml", "/pieces/head"]}),
        ("images/a.png", "images/b.png", {"pages/index/index.wxml": ["/images/b.png"]}),
        ("more", "extra", {"app.json": ["extra", "extra"], "pages/index/index.wxml": ["/extra/pages/list/list"]}),
        ("pages/index", "pages/home", {"app.json": ["pages/home/index"] * 3}),
        ("components/card/index.wxml", "components/card/card.wxml", {}),
        ("pages", "screens/pages", {
            "app.json": ["screens/pages/index/index"] * 3,
            "pages/index/index.js": ["../../../utils/price"],
            "pages/index/index.json": ["../../../components/b/index"],
            "pages/index/index.wxml": ["../../../parts/row.wxml", "../../../utils/tools.wxs"],
            "pages/index/index.wxss": ["../../../styles/base"],
        }),
    ],
)  # fmt: skip
def test_a_move_writes_names_anew(tmp_path: Path, old: str, new: str, written: Mapping[str, list[str]]) -> None:
    root = write_project(tmp_path, FILES)
    assert move(root, old, new) == dict(written)


@pytest.mark.parametrize(
    ("old", "new"),
    [("components", "widgets/all"), ("pages", "screens/pages"), ("utils", "lib/deep/utils"), ("more", "a/more"),
     ("styles", "look"), ("parts", "pages/parts"), ("utils/index.js", "utils/all.js")],
)  # fmt: skip
def test_nothing_is_missed_after_a_move(tmp_path: Path, old: str, new: str) -> None:
    root = write_project(tmp_path, FILES)
    before = sorted(one.code for one in build(load_project(root)).diagnostics)
    move(root, old, new)
    assert sorted(one.code for one in build(load_project(root)).diagnostics) == before


def test_a_move_to_where_it_is_changes_nothing(tmp_path: Path) -> None:
    service = LanguageService()
    assert service.move("a", "b") == ()
    service.take(load_project(write_project(tmp_path, FILES)))
    assert service.move("utils", "utils") == ()
    assert service.move("none", "some") == ()


def test_addresses_in_scripts_follow_their_pages_and_files(tmp_path: Path) -> None:
    script = """const img = '/images/a.png', other = '/images/b.png', word = 'pages/list/list'
wx.navigateTo({ url: '/more/pages/list/list?id=' + id })
wx.redirectTo({ url: `../../more/pages/list/list?id=${id}` })
const tabs = [{ pagePath: 'more/pages/list/list' }, { pagePath: "/more/pages/list/list" }]
wx.request({ url: 'https://a.cn/more/pages/list/list' })
"""
    root = write_project(tmp_path, {**FILES, "pages/index/index.js": script})
    move(root, "more/pages/list", "more/pages/rows")
    move(root, "images", "pictures")
    assert (root / "pages/index/index.js").read_text() == script.replace("/images/a", "/pictures/a").replace(
        "more/pages/list/list?", "more/pages/rows/list?"
    ).replace("'more/pages/list/list' }", "'more/pages/rows/list' }").replace(
        '"/more/pages/list/list"', '"/more/pages/rows/list"'
    )
