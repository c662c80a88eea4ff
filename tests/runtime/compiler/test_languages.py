"""Which file is the source where several have the same name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.compiler.languages import script_endings, style_endings
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, write_project

BOTH = {
    **PAGE,
    "pages/index/index.js": "Page({ old() {} })",
    "pages/index/index.ts": "import { a } from './a.js'\nPage({ tap() { a } })",
    "pages/index/a.js": "exports.a = 1",
    "pages/index/a.ts": "export const a: number = 2",
    "pages/index/index.wxml": '<view class="old new" bindtap="tap"/>',
    "pages/index/index.wxss": ".old { top: 1px }",
    "pages/index/index.less": ".new { top: 1px }",
}


def settings(*plugins: object) -> dict[str, str]:
    return {"project.config.json": json.dumps({"setting": {"useCompilerPlugins": list(plugins) or False}})}


@pytest.mark.parametrize(
    ("plugins", "scripts", "style"),
    [
        ((), ("pages/index/index.js",), "pages/index/index.wxss"),
        (("typescript",), ("pages/index/a.ts", "pages/index/index.ts"), "pages/index/index.wxss"),
        ((["less", {}], "typescript"), ("pages/index/a.ts", "pages/index/index.ts"), "pages/index/index.less"),
        (("sass",), ("pages/index/index.js",), "pages/index/index.wxss"),
    ],
)
def test_a_compiler_plug_in_says_which_file_is_the_source(
    tmp_path: Path, plugins: tuple[object, ...], scripts: tuple[str, ...], style: str
) -> None:
    result = build(load_project(write_project(tmp_path, BOTH | settings(*plugins))))
    assert tuple(sorted(result.program["scripts"])) == scripts
    assert list(result.styles) == [style]
    found = [one.code for one in result.diagnostics]
    assert found == ([] if "typescript" in plugins else ["wxml/undefined-handler"])


def test_a_script_of_the_older_language_alone_is_found(tmp_path: Path) -> None:
    files = BOTH | settings("typescript")
    del files["pages/index/a.ts"]
    result = build(load_project(write_project(tmp_path, files)))
    assert sorted(result.program["scripts"]) == ["pages/index/a.js", "pages/index/index.ts"]


def test_endings_in_order() -> None:
    assert script_endings(()) == (".js", ".ts")
    assert style_endings(("sass",)) == (".scss", ".sass", ".wxss", ".less", ".css")
