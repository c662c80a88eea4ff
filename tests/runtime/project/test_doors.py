"""Every way by which a project's files come into its program, with every kind of link: nothing comes from outside.

A door is a place in a small project at which a link stands; `WORD` is in what the link leads to. What lies inside the
project must come through, so that a door that is shut for everything is noticed as well.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest

from runtime.api.file_areas import FileAreas
from runtime.compiler.build import build
from runtime.project.load import load_project, reload_project
from runtime.project.model import NotAProject
from runtime.project.npm.build import build_npm
from tests.support.project_folder import codes, write_project

WORD = "word-7731"
INSIDE = "node_modules/.inside"
"""No scan of the program looks there: what comes from it has come by a link."""

PROJECT = {
    "app.json": '{"pages": ["pages/a"]}',
    "app.js": "App({})",
    "pages/a.wxml": "<view/>",
    "pages/a.js": "Page({})",
}
PACKAGE = {"package.json": '{"dependencies": {"p": "1"}}', "pages/a.js": "require('p'); Page({})"}
MANIFEST = '{"name": "p", "version": "1"}'


def program_of(root: Path) -> str:
    """All that is sent to the program and its pages, and what the findings say."""
    result = build(load_project(root))
    sheets = [result.page_styles(page.path) for page in result.project.pages]
    said = [diagnostic.text() for diagnostic in result.diagnostics]
    config = [result.project.config, result.project.app, result.project.themes]
    return msgspec.json.encode([result.program, sheets, said, config]).decode()


def served(path: str) -> Callable[[Path], str]:
    """What the phone gets for a URL of the project, and the program by readFile and its like."""

    def read(root: Path) -> str:
        project = load_project(root)
        areas = FileAreas.under(root.parent / "data", project.files.root, project.files.project_root)
        place = areas.resolve(path)
        by_name = place.real.read_text() if place and place.real and place.real.is_file() else ""
        served = (project.files.data(path) or b"").decode()
        assert (WORD in by_name) == (WORD in served)
        return served

    return read


def built(root: Path) -> str:
    """What an npm build writes."""
    build_npm(root)
    return "".join(path.read_text() for path in (root / "miniprogram_npm").rglob("*") if path.is_file())


@dataclass(frozen=True)
class Door:
    """`link`: the path of the link. `content`: the file that it leads to, or the files of the folder."""

    link: str
    content: str | Mapping[str, str]
    files: Mapping[str, str] = field(default_factory=dict)
    seen: Callable[[Path], str] = program_of


SCRIPT = f"module.exports = '{WORD}'"
STYLE = f".a {{ content: '{WORD}'; }}"
VIEW = f"<view>{WORD}</view>"

DOORS = {
    "app.js": Door("app.js", SCRIPT),
    "app.json": Door("app.json", json.dumps({"pages": ["pages/a"], "word": WORD})),
    "theme.json": Door("theme.json", json.dumps({"light": {"a": WORD}}), {
        "app.json": '{"pages": ["pages/a"], "themeLocation": "theme.json"}'}),
    "project.config.json": Door("project.config.json", json.dumps({"appid": WORD})),
    "project.private.config.json": Door("project.private.config.json", json.dumps({"projectname": WORD})),
    "program folder": Door("mini", {**PROJECT, "app.js": SCRIPT}, {
        "project.config.json": '{"miniprogramRoot": "mini"}'}),
    "page script": Door("pages/a.js", SCRIPT),
    "page template": Door("pages/a.wxml", VIEW),
    "page style": Door("pages/a.wxss", STYLE),
    "page config": Door("pages/a.json", json.dumps({"word": WORD})),
    "page folder": Door("pages", {"a.js": SCRIPT, "a.wxml": "<view/>"}),
    "package folder": Door("sub", {"b.js": SCRIPT, "b.wxml": "<view/>"}, {
        "app.json": '{"pages": ["pages/a"], "subPackages": [{"root": "sub", "pages": ["b"]}]}'}),
    "component folder": Door("kit", {"kit.js": SCRIPT, "kit.json": '{"component": true}', "kit.wxml": "<view/>"}, {
        "pages/a.json": '{"usingComponents": {"kit": "/kit/kit"}}', "pages/a.wxml": "<kit/>"}),
    "required file": Door("lib.js", SCRIPT, {"pages/a.js": "require('../lib.js'); Page({})"}),
    "required folder": Door("lib", {"index.js": SCRIPT}, {"pages/a.js": "require('../lib/index'); Page({})"}),
    "TypeScript": Door("lib.ts", f"export const a = '{WORD}'", {"pages/a.js": "require('../lib'); Page({})"}),
    "included template": Door("part.wxml", VIEW, {"pages/a.wxml": '<include src="/part.wxml"/>'}),
    "imported template": Door("part.wxml", f'<template name="t">{VIEW}</template>', {
        "pages/a.wxml": '<import src="/part.wxml"/><template is="t"/>'}),
    "wxs": Door("m.wxs", SCRIPT, {"pages/a.wxml": '<wxs module="m" src="/m.wxs"/><view>{{m}}</view>'}),
    "wxs of wxs": Door("n.wxs", SCRIPT, {
        "m.wxs": "module.exports = require('./n.wxs')",
        "pages/a.wxml": '<wxs module="m" src="/m.wxs"/><view>{{m}}</view>'}),
    "imported style": Door("part.wxss", STYLE, {"pages/a.wxss": '@import "/part.wxss";'}),
    "imported Less": Door("part.less", STYLE, {"pages/a.less": '@import "../part.less";'}),
    "inline Less": Door("part.css", STYLE, {"pages/a.less": '@import (inline) "../part.css";'}),
    "imported Sass": Door("part.scss", STYLE, {"pages/a.scss": '@import "../part";'}),
    "used Sass": Door("part.scss", STYLE, {"pages/a.scss": '@use "../part";'}),
    "worker": Door("workers/w.js", SCRIPT, {"app.json": '{"pages": ["pages/a"], "workers": "workers"}'}),
    "image": Door("icon.png", WORD, seen=served("icon.png")),
    "image folder": Door("icons", {"icon.png": WORD}, seen=served("icons/icon.png")),
    "plug-in folder": Door("plugin", {"plugin.json": '{"main": "index.js"}', "index.js": SCRIPT}, {
        "project.config.json": '{"pluginRoot": "plugin"}', "pages/a.js": "requirePlugin('p'); Page({})",
        "app.json": '{"pages": ["pages/a"], "plugins": {"p": {"version": "dev", "provider": "wx1"}}}'}),
    "plug-in script": Door("plugin/index.js", SCRIPT, {
        "project.config.json": '{"pluginRoot": "plugin"}', "pages/a.js": "requirePlugin('p'); Page({})",
        "plugin/plugin.json": '{"main": "index.js"}',
        "app.json": '{"pages": ["pages/a"], "plugins": {"p": {"version": "dev", "provider": "wx1"}}}'}),
    "package.json of the project": Door("package.json", '{"dependencies": {"p": "1"}}', {
        **PACKAGE, "node_modules/p/package.json": MANIFEST, "node_modules/p/index.js": SCRIPT}),
    "installed package": Door("node_modules/p", {"package.json": MANIFEST, "index.js": SCRIPT}, PACKAGE),
    "package in a scope": Door("node_modules/@s", {"p/package.json": MANIFEST, "p/index.js": SCRIPT}, {
        "package.json": '{"dependencies": {"@s/p": "1"}}', "pages/a.js": "require('@s/p'); Page({})"}),
    "manifest of a package": Door("node_modules/p/package.json", MANIFEST, {
        **PACKAGE, "node_modules/p/index.js": SCRIPT}),
    "main of a package": Door("node_modules/p/index.js", SCRIPT, {**PACKAGE, "node_modules/p/package.json": MANIFEST}),
    "inner file of a package": Door("node_modules/p/more.js", SCRIPT, {
        **PACKAGE, "node_modules/p/package.json": MANIFEST, "node_modules/p/index.js": "require('./more')"}),
    "inner JSON of a package": Door("node_modules/p/more.json", json.dumps(WORD), {
        **PACKAGE, "node_modules/p/package.json": MANIFEST, "node_modules/p/index.js": "require('./more')"}),
    "inner folder of a package": Door("node_modules/p/more", {"index.js": SCRIPT}, {
        **PACKAGE, "node_modules/p/package.json": MANIFEST, "node_modules/p/index.js": "require('./more')"}),
    "copied folder of a package": Door("node_modules/p/miniprogram_dist", {"index.js": SCRIPT}, {
        **PACKAGE, "node_modules/p/package.json": MANIFEST}),
    "declared folder of a package": Door("node_modules/p/lib", {"index.js": SCRIPT}, {
        **PACKAGE, "node_modules/p/package.json": '{"name": "p", "miniprogram": "lib"}'}),
    "file of a copied folder": Door("node_modules/p/miniprogram_dist/index.js", SCRIPT, {
        **PACKAGE, "node_modules/p/package.json": MANIFEST}),
    "package by a relation": Door("deps/node_modules/p", {"package.json": MANIFEST, "index.js": SCRIPT}, {
        "deps/package.json": '{"dependencies": {"p": "1"}}', "pages/a.js": "require('p'); Page({})",
        "project.config.json": json.dumps({"setting": {"packNpmManually": True, "packNpmRelationList": [
            {"packageJsonPath": "deps/package.json", "miniprogramNpmDistDir": "."}]}})}),
    "built package": Door("node_modules/p", {"package.json": MANIFEST, "index.js": SCRIPT}, PACKAGE, built),
    "built file": Door("node_modules/p/miniprogram_dist/index.js", SCRIPT, {
        **PACKAGE, "node_modules/p/package.json": MANIFEST, "node_modules/p/miniprogram_dist/a.js": ""}, built),
    "npm build on disk": Door("miniprogram_npm/p", {"index.js": SCRIPT}, PACKAGE),
}  # fmt: skip

# From the link to where it leads, which is `{there}` as an absolute and `{near}` as a relative path.
CHAINS = {
    "absolute": {"": "{there}"},
    "relative": {"": "{near}"},
    "by a link": {"": ".link", ".link": "{there}"},
    "by a folder": {"": ".up/{there}", ".up": "/"},
}
CIRCLES = {"itself": {"": ""}, "two": {"": ".link", ".link": ""}, "below itself": {"": "{name}/x"}}


def lay(root: Path, door: Door, chain: Mapping[str, str], there: Path) -> None:
    """Lays the links of a chain; the first stands at the door, the others beside it."""
    at = root / door.link
    at.parent.mkdir(parents=True, exist_ok=True)
    near = "/".join([".."] * len(at.relative_to(root.parent).parts[:-1])) + f"/{there.relative_to(root.parent)}"
    for suffix, target in chain.items():
        aim = target.format(there=there, near=near, name=at.name)
        beside = not aim or aim.startswith(".link") or aim.startswith(".up/")
        at.with_name(at.name + suffix).symlink_to(at.name + aim if beside else aim)


def project_at(root: Path, door: Door, target: Path) -> None:
    """A project with everything but what stands at the door, which is written to `target`."""
    files = {**PROJECT, **door.files}
    write_project(root, {path: files[path] for path in files if not f"{path}/".startswith(f"{door.link}/")})
    if isinstance(door.content, str):
        write_project(target.parent, {target.name: door.content})
    else:
        write_project(target, door.content)


def seen(door: Door, root: Path) -> str:
    try:
        return door.seen(root)
    except NotAProject as refusal:
        return str(refusal)


@pytest.mark.parametrize("chain", CHAINS)
@pytest.mark.parametrize("name", DOORS)
def test_what_lies_inside_comes_through(tmp_path: Path, name: str, chain: str) -> None:
    door, root = DOORS[name], tmp_path / "project"
    target = root / INSIDE / Path(door.link).name
    project_at(root, door, target)
    lay(root, door, CHAINS[chain] if chain != "by a folder" else {"": "{there}"}, target)
    assert WORD in seen(door, root)


@pytest.mark.parametrize("chain", CHAINS)
@pytest.mark.parametrize("name", DOORS)
def test_nothing_comes_from_outside(tmp_path: Path, name: str, chain: str) -> None:
    door, root = DOORS[name], tmp_path / "project"
    target = tmp_path / "outside" / Path(door.link).name
    project_at(root, door, target)
    lay(root, door, CHAINS[chain], target)
    assert WORD not in seen(door, root)


@pytest.mark.parametrize("chain", CIRCLES)
@pytest.mark.parametrize("name", DOORS)
def test_a_circle_ends(tmp_path: Path, name: str, chain: str) -> None:
    door, root = DOORS[name], tmp_path / "project"
    project_at(root, door, tmp_path / "outside" / "unused")
    lay(root, door, CIRCLES[chain], tmp_path)
    assert WORD not in seen(door, root)


@pytest.mark.parametrize(
    ("name", "target", "code"),
    [
        ("required file", "{there}", "files/link-outside lib.js:0:0"),
        ("component folder", "{there}", "files/link-outside kit:0:0"),
        ("required file", "lib.js", "files/link-loop lib.js:0:0"),
        ("image folder", ".", "files/link-loop icons:0:0"),
        ("installed package", "{there}", "files/link-outside package.json:1:19"),
        ("installed package", "p", "files/link-loop package.json:1:19"),
        ("package in a scope", "{there}", "files/link-outside package.json:1:19"),
        ("manifest of a package", "{there}", "files/link-outside package.json:1:19"),
        ("copied folder of a package", "{there}", "files/link-outside node_modules/p/miniprogram_dist:0:0"),
        ("file of a copied folder", "{there}", "files/link-outside node_modules/p/miniprogram_dist/index.js:0:0"),
        ("package.json of the project", "{there}", "files/link-outside package.json:0:0"),
        ("plug-in script", "{there}", "files/link-outside plugin/index.js:0:0"),
    ],
)
def test_what_is_left_out_is_told(tmp_path: Path, name: str, target: str, code: str) -> None:
    door, root, there = DOORS[name], tmp_path / "project", tmp_path / "outside" / "there"
    project_at(root, door, there)
    (root / door.link).parent.mkdir(parents=True, exist_ok=True)
    (root / door.link).symlink_to(target.format(there=there))
    assert code in codes(load_project(root).diagnostics)


def test_names_that_are_no_text_are_told(tmp_path: Path) -> None:
    root = write_project(tmp_path, PROJECT)
    (root / "pages" / os.fsdecode(b"caf\xe9.js")).write_text("")
    (root / os.fsdecode(b"\xe4\xbd.json")).write_text("{}")
    first = load_project(root)
    assert codes(first.diagnostics) == [
        "files/name-not-text \\xe4\\xbd.json:0:0", "files/name-not-text pages/caf\\xe9.js:0:0",
    ]  # fmt: skip
    (root / os.fsdecode(b"\xff.js")).write_text("")
    second = reload_project(first, [os.fsdecode(b"\xff.js")])
    assert "files/name-not-text \\xff.js:0:0" in codes(second.diagnostics)


@pytest.mark.parametrize("name", DOORS)
def test_a_link_to_nothing_is_a_file_that_is_missing(tmp_path: Path, name: str) -> None:
    door, root = DOORS[name], tmp_path / "project"
    project_at(root, door, tmp_path / "outside" / "unused")
    lay(root, door, {"": "{near}"}, root / "none")
    assert WORD not in seen(door, root)
