"""Packages that are not installed: one finding, however many files need them, with the command that brings them."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.diagnostics import Diagnostic
from runtime.project.load import load_project
from tests.support.project_folder import codes, write_project

MANIFEST = '{"dependencies": {\n"kit": "1", "@a/b": "1", "dayjs": "1"}}'
PAGE = {
    "app.json": '{"pages": ["p/a", "p/b"], "usingComponents": {"t": "kit/tag/tag"}}',
    "app.js": "require('dayjs')",
    **{f"p/{name}.wxml": "<t/>" for name in "ab"},
    **{f"p/{name}.js": "require('dayjs'); Page({})" for name in "ab"},
    **{f"p/{name}.json": '{"usingComponents": {"u": "kit/tag/tag", "v": "@a/b/c"}}' for name in "ab"},
}


def packages(root: Path, files: dict[str, str]) -> list[Diagnostic]:
    found = build(load_project(write_project(root, files))).diagnostics
    return [one for one in found if one.code.startswith(("npm/", "project/npm", "script/npm"))]


def test_everything_that_misses_a_package_is_one_finding(tmp_path: Path) -> None:
    (found,) = packages(tmp_path, {**PAGE, "package.json": MANIFEST})
    assert codes([found]) == ["npm/missing-packages package.json:2:1"]
    assert dict(found.args) == {"packages": "@a/b, dayjs, kit", "count": "8", "command": "npm install"}


def test_the_command_is_for_the_project_folder(tmp_path: Path) -> None:
    files = {f"mini/{path}": text for path, text in PAGE.items()} | {"mini/package.json": MANIFEST}
    (found,) = packages(tmp_path, files)
    assert codes([found]) == ["npm/missing-packages mini/package.json:2:1"]
    assert found.args["command"] == "npm install --prefix mini"


def test_what_no_manifest_names_is_named_in_the_command(tmp_path: Path) -> None:
    (found,) = packages(tmp_path, PAGE)
    assert codes([found]) == ["npm/missing-packages app.js:1:9"]
    assert found.args["command"] == "npm install @a/b dayjs kit"


def test_a_command_that_somebody_copies_holds_no_words_of_the_shell(tmp_path: Path) -> None:
    script = "require('$(evil)'); require('a;b'); require('--global'); require('dayjs')"
    (found,) = packages(tmp_path, {"app.json": '{"pages": ["p/a"]}', "app.js": script, "p/a.wxml": "", "p/a.js": ""})
    assert found.args["command"] == "npm install dayjs"


def test_what_nothing_needs_is_a_finding_of_its_own(tmp_path: Path) -> None:
    files = {
        "app.json": '{"pages": ["p/a"]}',
        "app.js": "",
        "p/a.wxml": "<view/>",
        "p/a.js": "Page({})",
        "package.json": MANIFEST,
    }
    (found,) = packages(tmp_path, files)
    assert (found.code, found.args["name"], found.severity) == ("npm/not-installed", "@a/b, dayjs, kit", "warning")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/miniprogram_npm/kit/tag/tag", "npm/missing-packages"),
        ("miniprogram_npm/kit/tag/tag", "npm/missing-packages"),
        ("../miniprogram_npm/kit/tag", "npm/missing-packages"),
        # A path without `./` into a folder that is there is a path, not a package.
        ("p/none/none", "project/npm-not-built"),
        ("./none", "project/component-not-found"),
    ],
)
def test_paths_and_packages(tmp_path: Path, path: str, code: str) -> None:
    files = {
        "app.json": '{"pages": ["p/a"]}',
        "app.js": "",
        "p/a.wxml": "<t/>",
        "p/a.js": "Page({})",
        "p/a.json": f'{{"usingComponents": {{"t": "{path}"}}}}',
    }
    found = build(load_project(write_project(tmp_path, files))).diagnostics
    assert [one.code for one in found] == [code]


def test_a_package_that_is_there_lacks_a_component(tmp_path: Path) -> None:
    files = {
        "app.json": '{"pages": ["p/a"]}',
        "app.js": "",
        "p/a.wxml": "<t/>",
        "p/a.js": "Page({})",
        "p/a.json": '{"usingComponents": {"t": "/miniprogram_npm/kit/none"}}',
        "miniprogram_npm/kit/tag.wxml": "",
    }
    found = build(load_project(write_project(tmp_path, files))).diagnostics
    assert [one.code for one in found] == ["project/component-not-found"]
