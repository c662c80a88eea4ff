"""What a template is compiled with, beside its own text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, codes, write_project


def test_a_builtin_placeholder_is_drawn_for_a_missing_component(tmp_path: Path) -> None:
    page = {
        "usingComponents": {"lost": "plugin://none/lost", "other": "plugin://none/other"},
        "componentPlaceholder": {"lost": "view"},
    }
    files = {
        **PAGE,
        "pages/index/index.wxml": "<lost class='a'><text>inside</text></lost><other/>",
        "pages/index/index.json": json.dumps(page),
    }
    result = build(load_project(write_project(tmp_path, files)))
    code = json.loads(json.dumps(result.program))["templates"]["pages/index/index.wxml"]["code"]
    assert '"tag":"view"' in code
    assert "lost" not in code
    assert '"tag":"other"' in code


MATH = '<wxs module="m">module.exports = { twice: function (n) { return n * 2 } }</wxs>'
CALL = "wxml/method-call-on-data parts/part.wxml"


@pytest.mark.parametrize(
    ("page", "part", "found"),
    [
        (f'{MATH}<include src="../../parts/part"/>', "<view>{{m.twice(n)}}</view>", []),
        ('<include src="../../parts/part"/>', "<view>{{m.twice(n)}}</view>", [f"{CALL}:1:9"]),
        (f'{MATH}<include src="../../parts/part"/>', "<view>{{m.twice(n.f())}}</view>", [f"{CALL}:1:17"]),
        # A named template has the modules of its own file alone.
        (
            f'{MATH}<include src="../../parts/part"/>',
            '<template name="t">{{m.twice(n)}}</template><view>{{m.twice(n)}}</view>',
            [f"{CALL}:1:22"],
        ),
        (f'{MATH}<import src="../../parts/part"/>', '<template name="t">{{m.twice(n)}}</template>', [f"{CALL}:1:22"]),
        (
            '<import src="../../parts/part"/>',
            f'{MATH}<template name="t"><view>{{{{m.twice(n)}}}}</view></template>',
            [],
        ),
        # Another file is included on the way.
        (f'{MATH}<include src="../../parts/outer"/>', "<view>{{m.twice(n)}}</view>", []),
    ],
)
def test_included_files_have_the_modules_of_those_who_include_them(
    tmp_path: Path, page: str, part: str, found: list[str]
) -> None:
    files = {
        **PAGE,
        "pages/index/index.wxml": page,
        "parts/part.wxml": part,
        "parts/outer.wxml": '<include src="part"/>',
    }
    assert codes(build(load_project(write_project(tmp_path, files))).diagnostics) == found


def test_an_included_file_is_judged_by_each_that_includes_it(tmp_path: Path) -> None:
    files = {
        "app.json": '{"pages": ["a", "b"]}',
        "app.js": "",
        **dict.fromkeys(("a.js", "b.js"), "Page({})"),
        "a.wxml": f'{MATH}<include src="part"/>',
        "b.wxml": '<include src="part"/>',
        "part.wxml": "<view>{{m.twice(n)}}</view>",
    }
    root = write_project(tmp_path, files)
    first = build(load_project(root))
    assert codes(first.diagnostics) == ["wxml/method-call-on-data part.wxml:1:9"]
    mended = build(first.project, first, ["b.wxml"], {"b.wxml": f'{MATH}<include src="part"/>'})
    assert codes(mended.diagnostics) == []


@pytest.mark.parametrize(
    ("frameworks", "found"),
    [
        (("exparser", "exparser"), ["wxs/phone-refuses m.wxs:1:1", "wxml/phone-refuses a.wxml:1:47"]),
        (("glass-easel", "exparser"), ["wxs/phone-refuses m.wxs:1:1"]),
        (("glass-easel", "glass-easel"), []),
    ],
)
def test_what_a_compiler_refuses_is_told_to_those_who_are_read_by_it(
    tmp_path: Path, frameworks: tuple[str, str], found: list[str]
) -> None:
    own, others = frameworks
    files = {
        "app.json": json.dumps({"pages": ["a", "b"], "componentFramework": others}),
        "app.js": "",
        **dict.fromkeys(("a.js", "b.js"), "Page({})"),
        "a.json": json.dumps({"componentFramework": own}),
        "a.wxml": '<wxs src="m.wxs" module="m"/><view>{{m.f(a) + (a || b).c}}</view>',
        "b.wxml": '<wxs src="m.wxs" module="m"/>',
        "m.wxs": "let f = 1; module.exports = { f: f }",
    }
    assert codes(build(load_project(write_project(tmp_path, files))).diagnostics) == found
