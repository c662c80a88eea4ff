"""Every value of a project that names a file, with every form of a name that could mean one outside of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runtime.project.npm.build import build_npm
from tests.runtime.project.test_doors import PROJECT, SCRIPT, STYLE, VIEW, WORD, Door, seen
from tests.support.project_folder import write_project

OUTSIDE = {
    "app.json": json.dumps({"pages": ["pages/a"], "word": WORD}),
    "app.js": SCRIPT,
    "pages/a.js": SCRIPT,
    "x.js": SCRIPT,
    "x.ts": SCRIPT,
    "x.json": json.dumps({"component": True, "word": WORD}),
    "x.wxml": VIEW,
    "x.wxs": SCRIPT,
    "x.wxss": STYLE,
    "x.css": STYLE,
    "x.less": STYLE,
    "x.scss": STYLE,
    "x.sass": STYLE,
    "theme.json": json.dumps({"light": {"a": WORD}}),
    "plugin.json": '{"main": "x.js"}',
    "package.json": '{"name": "p", "dependencies": {"p": "1"}, "main": "x.js"}',
    "node_modules/p/package.json": '{"name": "p"}',
    "node_modules/p/index.js": SCRIPT,
}

# `{up}` is the way from the folder of the file that holds the name to the folder that is outside.
FORMS = (
    "{up}",
    "{there}",
    "/{up}",
    "./{up}",
    "file://{there}",
    "//localhost{there}",
    "{windows}",
    "pages/{up}",
    "../../../../../../../../../../../../..{there}",
    "C:{there}",
    "\\\\\\\\localhost\\\\c${there}",
    "%2e%2e/outside",
    "{up}\\u0000",
    "~/x",
)


def app(**members: Any) -> str:
    return config(pages=["pages/a"], **members)


def config(**members: Any) -> str:
    return json.dumps(members, ensure_ascii=False)


def relation(path: str, folder: str) -> str:
    listed = [{"packageJsonPath": path, "miniprogramNpmDistDir": folder}]
    return config(setting={"packNpmManually": True, "packNpmRelationList": listed})


# A name in a file of the project folder, or of `pages` one below it; `§` stands for the name of the folder outside.
ROOT_PLACES: dict[str, dict[str, str]] = {
    "miniprogramRoot": {"project.config.json": config(miniprogramRoot="§")},
    "pluginRoot": {
        "project.config.json": config(pluginRoot="§"), "pages/a.js": "requirePlugin('p')",
        "app.json": app(plugins={"p": {"version": "dev", "provider": "wx1"}})},
    "path of a plug-in": {
        "app.json": app(plugins={"p": {"path": "§", "provider": "wx1"}}), "pages/a.js": "requirePlugin('p')"},
    "page": {"app.json": config(pages=["§/pages/a", "§/x", "pages/a"], entryPagePath="§/x")},
    "root of a package": {"app.json": app(subPackages=[{"root": "§", "pages": ["x", "pages/a"]}])},
    "theme": {"app.json": app(themeLocation="§/theme.json")},
    "workers": {"app.json": app(workers="§")},
    "component of the app": {"app.json": app(usingComponents={"x": "§/x"}), "pages/a.wxml": "<x/>"},
    "alias": {"app.json": app(resolveAlias={"~/*": "§/*"}), "pages/a.js": "require('~/x')"},
    "relation": {"project.config.json": relation("§/package.json", "."), "pages/a.js": "require('p')"},
    "main of a package": {
        "package.json": '{"dependencies": {"p": "1"}}', "pages/a.js": "require('p')",
        "node_modules/p/package.json": '{"name": "p", "main": "../../§/x.js"}'},
    "program folder of a package": {
        "package.json": '{"dependencies": {"p": "1"}}', "pages/a.js": "require('p/x')",
        "node_modules/p/package.json": '{"name": "p", "miniprogram": "§"}'},
    "require of a package": {
        "package.json": '{"dependencies": {"p": "1"}}', "pages/a.js": "require('p')",
        "node_modules/p/package.json": '{"name": "p"}', "node_modules/p/index.js": "require('../../§/x')"},
    "name of a package": {"package.json": config(dependencies={"§": "1", "§/node_modules/p": "1"})},
}  # fmt: skip
PAGE_PLACES: dict[str, dict[str, str]] = {
    "require": {"pages/a.js": "require('§/x'); require('§/x.js')"},
    "import": {"pages/a.js": "import x from '§/x'; import y from '§/x.json'"},
    "asynchronous require": {"pages/a.js": "require.async('§/x'); import('§/x')"},
    "include": {"pages/a.wxml": '<include src="§/x.wxml"/><include src="§/x"/>'},
    "template": {"pages/a.wxml": '<import src="§/x.wxml"/>'},
    "wxs": {"pages/a.wxml": '<wxs module="m" src="§/x.wxs"/><view>{{m}}</view>'},
    "require of wxs": {
        "pages/a.wxml": '<wxs module="m" src="./m.wxs"/><view>{{m}}</view>',
        "pages/m.wxs": "module.exports = require('§/x.wxs')"},
    "component": {"pages/a.json": config(usingComponents={"x": "§/x"}), "pages/a.wxml": "<x/>"},
    "style": {"pages/a.wxss": '@import "§/x.wxss"; @import url("§/x.css");'},
    "Less": {"pages/a.less": '@import "§/x.less"; @import (inline) "§/x.css"; @import (css) url("§/x.css");'},
    "data of Less": {"pages/a.less": '.a { b: data-uri("§/x.css"); c: data-uri("text/plain", "§/x.js"); }'},
    "Sass": {"pages/a.scss": '@import "§/x"; @import "§/x.scss";'},
    "use of Sass": {"pages/a.scss": '@use "§/x"; @use "§/x.sass" as y; @forward "§/x";'},
    "source map": {"pages/a.js": "Page({})\n//# sourceMappingURL=§/x.json"},
}  # fmt: skip


def project(root: Path, files: dict[str, str], form: str, up: str) -> None:
    there = root.parent / "outside"
    write_project(there, OUTSIDE)
    name = form.format(up=up, there=there, windows=up.replace("/", "\\\\"))
    assert any("§" in text for text in files.values())
    write_project(root, {**PROJECT, **{path: text.replace("§", name) for path, text in files.items()}})


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", ROOT_PLACES)
def test_no_name_in_the_project_folder_leads_outside(tmp_path: Path, place: str, form: str) -> None:
    root = tmp_path / "project"
    project(root, ROOT_PLACES[place], form, "../outside")
    assert WORD not in seen(Door("", ""), root)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", PAGE_PLACES)
def test_no_name_in_a_page_leads_outside(tmp_path: Path, place: str, form: str) -> None:
    root = tmp_path / "project"
    project(root, PAGE_PLACES[place], form, "../../outside")
    assert WORD not in seen(Door("", ""), root)


@pytest.mark.parametrize("form", FORMS)
def test_no_build_writes_outside(tmp_path: Path, form: str) -> None:
    root = tmp_path / "project"
    files = {
        "project.config.json": relation("package.json", "§"),
        "package.json": '{"dependencies": {"p": "1"}}',
        "node_modules/p/package.json": '{"name": "p"}',
        "node_modules/p/index.js": "module.exports = 1",
    }
    project(root, files, form, "../outside")
    before = sorted(path for path in tmp_path.rglob("*") if not path.is_relative_to(root))
    build_npm(root)
    assert sorted(path for path in tmp_path.rglob("*") if not path.is_relative_to(root)) == before
