"""Whole builds: what the program holds, what a rebuild touches, and what is reported."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from runtime.compiler.build import BuildResult, build
from runtime.compiler.line_space import LineSpace, SourceMap
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, codes, write_project

SHOP = {
    "app.json": json.dumps(
        {"pages": ["pages/a/a", "pages/b/b"], "subPackages": [{"root": "far", "pages": ["c"], "independent": True}]}
    ),
    "app.js": "require('./lib/util'); App({})",
    "app.wxss": "page { top: 1rpx }",
    "lib/util.js": "module.exports = 1",
    "lib/dead.js": "var x = ;",
    "pages/a/a.wxml": '<import src="../part"/><include src="../inc"/><wxs src="/m.wxs" module="m"/><my-tag/>',
    "pages/a/a.js": "import u from '../../lib/util'\nPage({})",
    "pages/a/a.wxss": '@import "../shared.wxss"; view { top: 2rpx }',
    "pages/a/a.json": '{"usingComponents": {"my-tag": "/parts/tag"}}',
    "pages/b/b.wxml": '<wxs module="n">\nmodule.exports = {}</wxs><view/>',
    "pages/b/b.js": "Page({})",
    "pages/part.wxml": '<template name="t"><view/></template>',
    "pages/inc.wxml": "<text>1</text>",
    "pages/shared.wxss": ".s { top: 3rpx }",
    "m.wxs": "var o = require('o.wxs'); module.exports = {}",
    "o.wxs": "module.exports = {}",
    "parts/tag.json": '{"component": true}',
    "parts/tag.wxml": "<slot/>",
    "parts/tag.js": "Component({})",
    "parts/tag.wxss": ":host { top: 4rpx }",
    "far/c.wxml": "<view/>",
    "far/c.js": "Page({})",
}


def build_files(root: Path, files: dict[str, str]) -> BuildResult:
    return build(load_project(write_project(root, files)))


def test_the_program_holds_what_is_reachable(tmp_path: Path) -> None:
    result = build_files(tmp_path, SHOP)
    program = result.program
    assert codes(result.diagnostics) == []
    assert sorted(program["scripts"]) == [
        "app.js", "far/c.js", "lib/util.js", "pages/a/a.js", "pages/b/b.js", "parts/tag.js",
    ]  # fmt: skip
    assert sorted(program["templates"]) == [
        "far/c.wxml", "pages/a/a.wxml", "pages/b/b.wxml", "pages/inc.wxml", "pages/part.wxml", "parts/tag.wxml",
    ]  # fmt: skip
    assert sorted(program["wxs"]) == ["m.wxs", "o.wxs", "pages/b/b.wxml#n"]
    assert program["components"]["pages/a/a"] == {
        "script": "pages/a/a.js",
        "template": "pages/a/a.wxml",
        "style": "pages/a/a.wxss",
        "using": {"my-tag": "parts/tag"},
        "generics": {},
        "placeholders": {},
        "json": {"usingComponents": {"my-tag": "/parts/tag"}},
        "page": True,
    }
    assert program["pages"]["far/c"]["package"] == "far"
    assert program["pages"]["pages/a/a"]["window"]["navigationStyle"] == "default"
    assert program["app"]["entryPagePath"] == "pages/a/a"
    assert program["app"]["subPackages"][0]["pages"] == ["c"]
    assert program["app_script"] == "app.js"
    assert msgspec.json.decode(msgspec.json.encode(program)) == program


def test_styles_of_a_page_in_cascade_order(tmp_path: Path) -> None:
    result = build_files(tmp_path, SHOP)
    assert [(sheet.path, sheet.kind) for sheet in result.page_styles("pages/a/a")] == [
        ("app.wxss", "app"),
        ("parts/tag.wxss", "component"),
        ("pages/a/a.wxss", "page"),
    ]
    assert msgspec.json.decode(result.page_styles("pages/a/a")[1].parts) == ['[is="parts/tag"] { top: ', 4, " }\n"]
    assert result.page_styles("far/c") == []  # an independent package has no app.wxss
    assert result.style_kinds("app.wxss") == ["app"]
    assert result.style_kinds("parts/tag.wxss") == ["component"]


def test_a_rebuild_touches_only_what_depends_on_the_change(tmp_path: Path) -> None:
    first = build_files(tmp_path, SHOP)
    assert build(first.project, first).compiled == ()

    def rebuilt(path: str, text: str) -> tuple[tuple[str, ...], object]:
        write_project(tmp_path, {path: text})
        result = build(first.project, first, [path])
        write_project(tmp_path, {path: SHOP[path]})
        return result.compiled, result.changes(first)

    compiled, changes = rebuilt("pages/shared.wxss", ".s { top: 9rpx }")
    assert compiled == ("style:pages/shared.wxss",)
    assert changes.styles == ("pages/a/a.wxss",)  # type: ignore[attr-defined]
    compiled, changes = rebuilt("pages/inc.wxml", "<text>2</text>")
    assert sorted(compiled) == ["template:pages/a/a.wxml", "template:pages/inc.wxml"]
    assert changes.templates == ("pages/a/a.wxml", "pages/inc.wxml")  # type: ignore[attr-defined]
    compiled, changes = rebuilt("lib/util.js", "module.exports = 2")
    assert compiled == ("script:lib/util.js",)
    assert (changes.scripts, changes.configs) == (("lib/util.js",), ())  # type: ignore[attr-defined]
    compiled, changes = rebuilt("o.wxs", "module.exports = {a: 1}")
    assert (compiled, changes.wxs) == (("wxs:o.wxs",), ("o.wxs",))  # type: ignore[attr-defined]
    compiled, changes = rebuilt("pages/b/b.js", SHOP["pages/b/b.js"])
    assert compiled == () and changes.is_empty  # type: ignore[attr-defined]  # noqa: PT018


def test_changes_of_configuration(tmp_path: Path) -> None:
    first = build_files(tmp_path, SHOP)
    write_project(tmp_path, {"pages/b/b.json": '{"navigationBarTitleText": "B"}'})
    result = build(first.project, first, ["pages/b/b.json"])
    assert result.changes(first).configs == ("pages/b/b",)
    assert result.changed_program(first).keys() == {"pages", "components"}


def test_a_patch_is_the_same_as_a_fresh_build(tmp_path: Path) -> None:
    first = build_files(tmp_path, SHOP)
    (tmp_path / "parts/tag.wxml").unlink()
    write_project(tmp_path, {"pages/a/a.js": "Page({a: 1})", "pages/b/b.wxss": ".b{}"})
    patched = build(first.project, first, ["parts/tag.wxml", "pages/a/a.js", "pages/b/b.wxss"])
    fresh = build(load_project(tmp_path))
    assert patched.changes(fresh).is_empty
    assert patched.diagnostics == fresh.diagnostics


def test_unsaved_text_is_built(tmp_path: Path) -> None:
    first = build_files(tmp_path, SHOP)
    typed = build(first.project, first, [], {"pages/b/b.js": "Page({typed: 1})"})
    assert typed.program["scripts"]["pages/b/b.js"]["code"] == "Page({typed: 1})"
    assert build(typed.project, typed, [], {}).changes(first).is_empty


def test_positions_lead_back_to_the_files(tmp_path: Path) -> None:
    result = build_files(tmp_path, SHOP)
    place = result.program["scripts"]["pages/a/a.js"]["line"]
    assert result.source_map.locate(place + 1, 3) == ("pages/a/a.js", 2, 3)
    inline = result.program["wxs"]["pages/b/b.wxml#n"]["line"]
    assert result.source_map.locate(inline + 1, 5) == ("pages/b/b.wxml", 2, 5)
    assert result.source_map.locate(10**9, 1) == ("", 0, 0)


def test_modules_stay_where_they_are_while_they_fit() -> None:
    first = LineSpace(SourceMap())
    assert (first.place("script", "a.js", "1\n2"), first.place("script", "b.js", "")) == (1, 24)
    second = LineSpace(first.source_map())
    assert second.place("script", "a.js", "1\n2\n3") == 1
    assert second.place("script", "b.js", "\n" * 99) > 24
    assert second.source_map().locate(30, 1)[0] == ""


def test_computed_requires_bring_the_scripts_that_they_can_mean(tmp_path: Path) -> None:
    result = build_files(
        tmp_path,
        {**PAGE, "app.js": "require('./lang/' + name)", "lang/en.js": "", "lang/zh.js": "var x = ;", "other.js": ""},
    )
    assert sorted(result.program["scripts"]) == ["app.js", "lang/en.js", "lang/zh.js", "pages/index/index.js"]
    assert result.diagnostics == ()


def test_mistakes_carry_paths_of_the_project_folder(tmp_path: Path) -> None:
    files = {
        **PAGE,
        "app.js": "require('./nope'); require('dayjs'); try { require('./maybe') } catch (e) {}",
        "pages/index/index.wxml": '<foo/><wxs module="m">require("./no.wxs")</wxs>',
        "pages/index/index.wxss": "@import 'no';",
    }
    result = build_files(tmp_path, {f"mini/{path}": text for path, text in files.items()})
    assert sorted(codes(result.diagnostics)) == [
        "npm/missing-packages mini/app.js:1:28",
        "project/unknown-tag mini/pages/index/index.wxml:1:1",
        "script/module-not-found mini/app.js:1:9",
        "wxs/module-not-found mini/pages/index/index.wxml:1:31",
        "wxss/import-not-found mini/pages/index/index.wxss:1:1",
    ]
    assert all(diagnostic.text() and diagnostic.text("zh") for diagnostic in result.diagnostics)
    assert result.has_errors


def test_a_page_without_files_leaves_the_rest_running(tmp_path: Path) -> None:
    result = build_files(tmp_path, {**PAGE, "app.json": '{"pages": ["pages/index/index", "pages/gone/gone"]}'})
    assert codes(result.diagnostics) == ["project/page-not-found app.json:1:33"]
    assert result.program["components"]["pages/gone/gone"]["template"] is None
    assert result.program["components"]["pages/index/index"]["template"] == "pages/index/index.wxml"


def test_a_style_import_that_appears_later_reaches_those_who_named_it(tmp_path: Path) -> None:
    files = {**PAGE, "pages/index/index.wxss": '@import "late.wxss"; view { top: 1px }'}
    first = build_files(tmp_path, files)
    assert codes(first.diagnostics) == ["wxss/import-not-found pages/index/index.wxss:1:1"]
    late = write_project(tmp_path, {"pages/index/late.wxss": ".b { top: 2px }"})
    second = build(load_project(late), first, ["pages/index/late.wxss"])
    assert codes(second.diagnostics) == []
    assert [sheet.path for sheet in second.page_styles("pages/index/index")] == ["pages/index/index.wxss"]
    assert b"b { top: 2px }" in msgspec.json.encode(second.page_styles("pages/index/index"))


def test_a_template_import_that_appears_later_reaches_those_who_named_it(tmp_path: Path) -> None:
    files = {**PAGE, "pages/index/index.wxml": '<include src="late.wxml"/>'}
    first = build_files(tmp_path, files)
    assert [d.severity for d in first.diagnostics] == ["error"]
    late = write_project(tmp_path, {"pages/index/late.wxml": "<text>here at last</text>"})
    second = build(load_project(late), first, ["pages/index/late.wxml"])
    assert codes(second.diagnostics) == []
    assert "here at last" in json.dumps(msgspec.to_builtins(second.program["templates"]))


@pytest.mark.parametrize(
    ("markup", "late", "text"),
    [
        ('<import src="late.wxml"/><template is="a"/>', '<template name="a">here at last</template>', "here at last"),
        ('<wxs module="m" src="late.wxs"/>{{m.a}}', "module.exports = { a: 'here at last' }", "here at last"),
        ('<include src="other.wxml"/>', "here at last", "here at last"),
    ],
    ids=["import", "wxs", "include of an include"],
)
def test_a_template_is_compiled_anew_when_a_file_that_it_names_appears(
    tmp_path: Path, markup: str, late: str, text: str
) -> None:
    name = f"pages/index/late.{'wxs' if 'wxs' in markup else 'wxml'}"
    other = {"pages/index/other.wxml": '<include src="late.wxml"/>'}
    files = {**PAGE, "pages/index/index.wxml": markup, **(other if "other" in markup else {})}
    first = build_files(tmp_path, files)
    assert [d.severity for d in first.diagnostics] == ["error"]
    root = write_project(tmp_path, {name: late})
    second = build(load_project(root), first, [name])
    assert codes(second.diagnostics) == []
    assert text in json.dumps(msgspec.to_builtins(second.program))


def test_a_circle_of_components_inside_a_package_is_the_packages_affair(tmp_path: Path) -> None:
    def findings(folder: str) -> list[str]:
        files = {
            **PAGE,
            "pages/index/index.json": f'{{"usingComponents": {{"box": "/{folder}/box"}}}}',
            "pages/index/index.wxml": "<box/>",
            f"{folder}/box.json": '{"component": true, "usingComponents": {"box": "./box"}}',
            f"{folder}/box.js": "Component({})",
            f"{folder}/box.wxml": "<box/>",
        }
        return codes(build_files(tmp_path / folder.split("/")[0], files).diagnostics)

    assert findings("own/box") == ["project/endless-component own/box/box.wxml:1:1"]
    assert findings("miniprogram_npm/box") == []


def test_advice_about_packages_from_npm_is_kept_back_and_their_errors_are_not(tmp_path: Path) -> None:
    hint = '<view wx:for="{{list}}">{{item}}</view>'
    files = {
        **PAGE,
        "pages/index/index.json": '{"usingComponents": {"own": "/own/own", "box": "/miniprogram_npm/box/box"}}',
        "pages/index/index.wxml": "<own/><box/>",
    }
    for stem in ("own/own", "miniprogram_npm/box/box"):
        files |= {f"{stem}.json": '{"component": true}', f"{stem}.js": "Component({})", f"{stem}.wxml": hint}
    advice = build_files(tmp_path / "advice", files).diagnostics
    assert codes(advice) == ["wxml/missing-key own/own.wxml:1:7"]
    broken = {**files, "miniprogram_npm/box/box.wxml": "<view"}
    (error,) = [d for d in build_files(tmp_path / "broken", broken).diagnostics if d.severity == "error"]
    assert error.span.file == "miniprogram_npm/box/box.wxml"


def test_a_key_may_be_the_index(tmp_path: Path) -> None:
    silent = '<view wx:for="{{list}}" wx:key="index">{{item}}</view>'
    named = '<view wx:for="{{list}}" wx:for-index="i" wx:key="i">{{item}}</view>'
    assert codes(build_files(tmp_path, {**PAGE, "pages/index/index.wxml": silent + named}).diagnostics) == []
