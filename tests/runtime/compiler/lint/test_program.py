"""Rules that need several files: what a change touches, what belongs to others, what several owners share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.compiler.build import BuildResult, build
from runtime.compiler.lint.package_files import is_quick
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, codes, write_project

CARD = {
    "app.json": '{"pages": ["pages/a/a", "pages/b/b"]}',
    "pages/a/a.wxml": '<import src="/rows.wxml"/><template is="row"/><my-card title="x"/>',
    "pages/a/a.js": "Page({ onRow() {} })",
    "pages/a/a.json": '{"usingComponents": {"my-card": "/parts/card"}}',
    "pages/b/b.wxml": '<import src="/rows.wxml"/><template is="row"/>',
    "pages/b/b.js": "Page({ onRow() {} })",
    "rows.wxml": '<template name="row"><view bindtap="onRow"/></template>',
    "parts/card.json": '{"component": true}',
    "parts/card.wxml": '<view bindtap="onCard"/>',
    "parts/card.js": "Component({ properties: { title: String }, methods: { onCard() {} } })",
}


def build_files(root: Path, files: dict[str, str]) -> BuildResult:
    return build(load_project(write_project(root, files)))


def test_a_template_of_several_owners_needs_all_their_methods_gone(tmp_path: Path) -> None:
    result = build_files(tmp_path, CARD)
    assert codes(result.diagnostics) == []
    one = build(result.project, result, ["pages/a/a.js"], {"pages/a/a.js": "Page({})"})
    assert codes(one.diagnostics) == []
    both = build(one.project, one, ["pages/b/b.js"], {"pages/a/a.js": "Page({})", "pages/b/b.js": "Page({})"})
    assert codes(both.diagnostics) == ["wxml/undefined-handler rows.wxml:1:37"]


def test_an_edit_reads_only_its_own_file_again(tmp_path: Path) -> None:
    result = build_files(tmp_path, CARD)
    assert sorted(result.lint_units.compiled)[-3:] == [
        "template:pages/b/b.wxml",
        "template:parts/card.wxml",
        "template:rows.wxml",
    ]
    edit = {"parts/card.js": "Component({ methods: {} })"}
    after = build(result.project, result, ["parts/card.js"], edit)
    assert after.lint_units.compiled == ["script:parts/card.js"]
    assert codes(after.diagnostics) == [
        "wxml/undefined-handler parts/card.wxml:1:16",
        "wxml/unknown-property pages/a/a.wxml:1:56",
    ]


def test_installed_packages_are_nobodys_to_mend(tmp_path: Path) -> None:
    files = dict(CARD)
    for path in [path for path in CARD if path.startswith("parts/")]:
        files[f"miniprogram_npm/lib/{path.removeprefix('parts/')}"] = files.pop(path)
    files["pages/a/a.json"] = '{"usingComponents": {"my-card": "lib/card"}}'
    files["miniprogram_npm/lib/card.wxml"] += '<view bindtap="gone" titel="x"/>'
    files["miniprogram_npm/lib/card.wxss"] = "#a { background: url(x.png) }"
    files["miniprogram_npm/lib/x.png"] = ""
    result = build_files(tmp_path, files)
    assert codes(result.diagnostics) == []
    assert codes(build(result.project, result, None, {"pages/a/a.wxml": '<my-card titel="x"/>'}).diagnostics) == [
        "wxml/unknown-property pages/a/a.wxml:1:10"
    ]


def test_a_program_that_replaces_page_is_not_judged(tmp_path: Path) -> None:
    files = {
        **CARD,
        "app.js": "const own = Page\nPage = options => own(mixed(options))\nApp({})",
        "pages/a/a.js": "Page({})",
    }
    files["pages/b/b.js"] = "Page({})"
    assert codes(build_files(tmp_path, files).diagnostics) == []


def test_places_in_a_project_whose_program_lies_below(tmp_path: Path) -> None:
    files = {f"mini/{path}": text for path, text in CARD.items()}
    files["project.config.json"] = json.dumps({"miniprogramRoot": "mini/"})
    files["mini/pages/a/a.wxml"] += '<view bindtap="gone"/>'
    assert codes(build_files(tmp_path, files).diagnostics) == ["wxml/undefined-handler mini/pages/a/a.wxml:1:82"]


def test_a_long_bundle_gives_what_it_sets_on_others(tmp_path: Path) -> None:
    bundle = "wx.createApp=function(){};x['late']=1;if(a==b){}\n" + "/* long */" * 45_000
    files = {
        **PAGE,
        "app.js": "require('./vendor'); wx.createApp()",
        "vendor.js": bundle,
        "pages/index/index.js": "Page({})",
        "pages/index/index.wxml": '<view bindtap="late" bindlongpress="never"/>',
    }
    assert codes(build_files(tmp_path, files).diagnostics) == ["wxml/undefined-handler pages/index/index.wxml:1:37"]
    replaced = {**files, "vendor.js": f"Page = wrap(Page)\n{bundle}"}
    assert codes(build_files(tmp_path / "b", replaced).diagnostics) == []


GENERATED = (
    '<template name="tmpl_0_button"><button name="{{i.name}}" odd/></template>',
    '<template name="taro_tmpl"><view odd/></template>',
    '<view u-i="a"><view odd/></view>',
    '<view data-event-opts="{{[1]}}" odd/>',
)


@pytest.mark.parametrize("markup", GENERATED)
def test_generated_templates_give_no_notes(tmp_path: Path, markup: str) -> None:
    files = {**PAGE, "pages/index/index.wxml": f"{markup}<view bindclick='a'/>"}
    assert [one.code for one in build_files(tmp_path, files).diagnostics] == ["wxml/unknown-event"]


def test_written_templates_give_notes(tmp_path: Path) -> None:
    files = {**PAGE, "pages/index/index.wxml": '<template name="tmpl"><view odd/></template>'}
    assert [one.code for one in build_files(tmp_path, files).diagnostics] == ["wxml/unknown-attribute"]


@pytest.mark.parametrize(
    ("pattern", "quick"),
    [
        (r"\.(psd|ai)$", True), (r"^test/.*\.js", True), (r".*/docs/.*", True), (r"[*+{]+x", True), (r"a\+\+b\*", True),
        (r"(a+)+$", False), (r"(a|aa)*$", False), (r"(?:ab){2,}", False), (r"a.*b.*c.*d", False), (r"(?=a*)x", False),
    ],
)  # fmt: skip
def test_expressions_of_a_project_end(pattern: str, quick: bool) -> None:
    assert is_quick(pattern) is quick
