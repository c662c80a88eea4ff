"""Wrong configurations: each has a finding at its place. One row each: the file, what stands in it, what is found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from runtime.project.load import load_project
from tests.support.project_folder import codes, write_project

PROJECT: Mapping[str, str] = {
    "app.json": '{"pages": ["pages/a/a", "pages/b/b"]}',
    "app.js": "",
    **{f"pages/{name}/{name}.{ending}": "" for name in "ab" for ending in ("wxml", "js")},
    **{f"parts/{name}/{name}.{ending}": "" for name in "cd" for ending in ("wxml", "js")},
    "icon.png": "x",
    "theme.json": '{"light": {"bar": "#fff", "only": "#fff"}, "dark": {"bar": "#000"}}',
    "work/w.js": "",
}
TAB_A, TAB_B = '{"pagePath": "pages/a/a", "text": "A"}', '{"pagePath": "pages/b/b", "text": "B"}'


def app(members: str) -> dict[str, str]:
    """app.json with further members in the third line."""
    return {"app.json": f'{{\n"pages": ["pages/a/a", "pages/b/b"],\n{members}}}'}


def tabs(first: str, second: str = TAB_B, more: str = "") -> dict[str, str]:
    """app.json whose first tab stands in the fourth line."""
    return app(f'"tabBar": {{{more} "list": [\n{first}, {second}]}}')


def package(members: str) -> dict[str, str]:
    """app.json with a package in the fourth line."""
    return app(f'"subpackages": [\n{{{members}}}]')


def page(members: str) -> dict[str, str]:
    """A page's JSON with members in the second line."""
    return {"pages/a/a.json": f"{{\n{members}}}"}


def config(members: str) -> dict[str, str]:
    """project.config.json with members in the second line."""
    return {"project.config.json": f"{{\n{members}}}"}


def window(members: str) -> dict[str, str]:
    """app.json with members of its window in the third line."""
    return app(f'"window": {{{members}}}')


A, P, C = "app.json", "pages/a/a.json", "project.config.json"
ROWS: tuple[tuple[dict[str, str], str], ...] = (
    # pages
    ({A: "{\n}"}, f"no-pages {A}:1:1"),
    ({A: '{\n"pages": []}'}, f"no-pages {A}:2:10"),
    ({A: '{\n"pages": "pages/a/a"}'}, f"wrong-type {A}:2:10"),
    ({A: '{"pages": ["pages/a/a",\n7]}'}, f"page-not-text {A}:2:1"),
    ({A: '{"pages": ["pages/a/a",\n"pages/a/a"]}'}, f"duplicate-page {A}:2:1"),
    ({A: '{"pages": ["pages/a/a",\n"pages/none/none"]}'}, f"page-not-found {A}:2:1"),
    ({A: '{"pages": [\n"Pages/a/a"]}'}, f"page-other-case {A}:2:1"),
    ({A: '{"pages": [\n"/pages/a/a"]}'}, f"page-path-form {A}:2:1"),
    ({A: '{"pages": [\n"./pages/a/a"]}'}, f"page-path-form {A}:2:1"),
    ({A: '{"pages": [\n"pages/a/a.wxml"]}'}, f"page-path-form {A}:2:1"),
    ({A: '{"pages": [\n" pages/a/a"]}'}, f"page-path-form {A}:2:1"),
    (app('"entryPagePath": "pages/none/none"'), f"entry-not-a-page {A}:3:18"),
    # window
    (window('"navigationBarTextStyle": "blue"'), f"wrong-value {A}:3:38"),
    (window('"navigationBarBackgroundColor": "red"'), f"bad-colour {A}:3:44"),
    (window('"enablePullDownRefresh": "yes"'), f"wrong-type {A}:3:37"),
    (window('"navigationBarTitelText": "T"'), f"unknown-key {A}:3:12"),
    (window('"disableScroll": true'), f"misplaced-key {A}:3:12"),
    (window('"pages": []'), f"misplaced-key {A}:3:12"),
    (app('"window": []'), f"wrong-type {A}:3:11"),
    (app('"navigationBarTitleText": "T"'), f"misplaced-key {A}:3:1"),
    (app('"appid": "wx1"'), f"misplaced-key {A}:3:1"),
    (app('"_somethingElse": 1'), f"ignored-key {A}:3:1"),
    (app('"somethingElse": 1'), f"ignored-key {A}:3:1"),
    # tabs
    (tabs(TAB_A, TAB_A), f"duplicate-tab {A}:4:54"),
    (tabs('{"pagePath": "pages/a/a"}'), f"tab-without-text {A}:4:1"),
    (tabs('{"text": "A"}'), f"missing-key {A}:4:1"),
    (tabs('{"pagePath": "/pages/a/a", "text": "A"}'), f"page-path-form {A}:4:14"),
    (tabs('{"pagePath": "pages/a/a.html", "text": "A"}'), f"page-path-form {A}:4:14; tab-not-a-page {A}:4:14"),
    (tabs('{"pagePath": "pages/c/c", "text": "A"}'), f"tab-not-a-page {A}:4:14"),
    (tabs('{"pagePath": "pages/a/a", "text": 7}'), f"wrong-type {A}:4:35"),
    (tabs('{"pagePath": "pages/a/a", "text": "A", "iconPath": "none.png"}'), f"icon-not-found {A}:4:52"),
    (tabs('{"pagePath": "pages/a/a", "text": "A", "color": "#fff"}'), f"ignored-key {A}:4:40"),
    (app('"tabBar": {"list": [\n' + TAB_A + "]}"), f"tab-count {A}:3:20"),
    (app('"tabBar": {"color": "#fff"}'), f"tab-count {A}:3:11"),
    (tabs(TAB_A, more='"custom": true,'), f"custom-tab-bar-missing {A}:3:22"),
    (tabs(TAB_A, more='"position": "left",'), f"wrong-value {A}:3:24"),
    (tabs(TAB_A, more='"borderStyle": "#eee",'), f"wrong-value {A}:3:27"),
    (tabs(TAB_A, more='"color": "grey",'), f"bad-colour {A}:3:21"),
    # packages
    (package('"pages": ["x"]'), f"package-without-root {A}:4:1"),
    (package('"root": "parts"'), f"missing-key {A}:4:1"),
    (package('"root": "none", "pages": []'), f"folder-not-found {A}:4:10"),
    (package('"root": "parts", "pages": ["none"]'), f"page-not-found {A}:4:29"),
    (package('"root": "parts", "pages": ["/c/c"]'), f"page-path-form {A}:4:29"),
    (package('"root": "parts", "pages": ["c/c"], "independent": "yes"'), f"wrong-type {A}:4:52"),
    (
        package('"root": "parts/c", "name": "p", "pages": ["c"]}, {"root": "parts/d", "name": "p", "pages": ["d"]'),
        f"duplicate-package-name {A}:4:79",
    ),
    (app('"preloadRule": {\n"pages/none/none": {"packages": ["__APP__"]}}'), f"preload-unknown-page {A}:4:1"),
    (app('"preloadRule": {\n"pages/a/a": {"packages": ["none"]}}'), f"preload-unknown-package {A}:4:28"),
    (app('"preloadRule": {\n"pages/a/a": {"network": "all"}}'), f"missing-key {A}:4:14"),
    (app('"preloadRule": {\n"pages/a/a": {"packages": ["__APP__"], "network": "4g"}}'), f"wrong-value {A}:4:51"),
    # folders and files
    (app('"workers": "none"'), f"folder-not-found {A}:3:12"),
    (app('"workers": {"isSubpackage": true}'), f"missing-key {A}:3:12"),
    (app('"sitemapLocation": "none.json"'), f"sitemap-not-found {A}:3:20"),
    (
        app('"sitemapLocation": "sitemap.json"') | {"sitemap.json": '{"rules": [\n{"action": "maybe", "page": "*"}]}'},
        "wrong-value sitemap.json:2:12",
    ),
    (app('"sitemapLocation": "sitemap.json"') | {"sitemap.json": "{}"}, "missing-key sitemap.json:1:1"),
    (app('"themeLocation": "none.json"'), f"theme-not-found {A}:3:18"),
    (window('"backgroundColor": "@bar"'), f"undefined-variable {A}:3:31"),
    (app('"themeLocation": "theme.json", "window": {"backgroundColor": "@none"}'), f"undefined-variable {A}:3:62"),
    (app('"themeLocation": "theme.json", "window": {"backgroundColor": "@only"}'), f"undefined-variable {A}:3:62"),
    (app('"themeLocation": "theme.json", "window": {"navigationBarTitleText": "@bar"}'), f"variable-not-here {A}:3:69"),
    (app('"themeLocation": "theme.json"') | page('"backgroundColor": "@none"'), f"undefined-variable {P}:2:20"),
    (page('"navigationBarBackgroundColor": "@bar"'), f"undefined-variable {P}:2:33"),
    # values of lists
    (app('"requiredPrivateInfos": ["getPlace"]'), f"wrong-value {A}:3:26"),
    (app('"requiredPrivateInfos": ["getFuzzyLocation", "getLocation"]'), f"both-locations {A}:3:46"),
    (app('"requiredBackgroundModes": ["video"]'), f"wrong-value {A}:3:29"),
    (app('"lazyCodeLoading": "all"'), f"wrong-value {A}:3:20"),
    (app('"style": "v3"'), f"wrong-value {A}:3:10"),
    (app('"renderer": "canvas"'), f"wrong-value {A}:3:13"),
    (app('"componentFramework": "react"'), f"wrong-value {A}:3:23"),
    # the rest of app.json
    (app('"permission": {"scope.userLocation": {}}'), f"missing-key {A}:3:38"),
    (app('"networkTimeout": {"request": "60"}'), f"wrong-type {A}:3:31"),
    (app('"plugins": {"p": {"version": "1", "provider": "wx1"}}'), f"plugin-version {A}:3:30"),
    (app('"plugins": {"p": {"version": "1.0.0"}}'), f"missing-key {A}:3:18"),
    (app('"resolveAlias": {"@": "/"}'), f"alias-form {A}:3:23"),
    (app('"entranceDeclare": {"locationMessage": {"path": "pages/c/c"}}'), f"entrance-not-a-page {A}:3:49"),
    (app('"usingComponents": {"c": "/parts/none/none"}'), f"component-not-found {A}:3:26"),
    (app('"usingComponents": {"c": 7}'), f"component-path-not-text {A}:3:26"),
    # pages and components
    (page('"window": {"navigationBarTitleText": "T"}'), f"misplaced-key {P}:2:1"),
    (page('"tabBar": {}'), f"misplaced-key {P}:2:1"),
    (page('"disableScroll": 1'), f"wrong-type {P}:2:18"),
    (page('"styleIsolation": "none"'), f"wrong-value {P}:2:19"),
    (page('"usingComponents": ["/parts/c/c"]'), f"wrong-type {P}:2:20"),
    (page('"usingComponents": {"c": "/parts/c/c"}'), ""),
    (page('"navigationBarTittleText": "T"'), f"unknown-key {P}:2:1"),
    ({P: "[]"}, f"json/not-an-object {P}:1:1"),
    ({P: "{\n'a': 1}"}, f"json/single-quotes {P}:2:1"),
    # project.config.json
    (config('"miniprogramRoot": "none/"'), f"program-folder {C}:0:0"),
    (config('"compileType": "app"'), f"wrong-value {C}:2:16"),
    (config('"setting": {"es6": "on"}'), f"wrong-type {C}:2:20"),
    (config('"setting": {"useCompilerPlugins": ["coffee"]}'), f"wrong-value {C}:2:36"),
    (config('"setting": {"appid": "wx1"}'), f"misplaced-key {C}:2:13"),
    (config('"setting": {"minifed": true}'), f"unknown-key {C}:2:13"),
    (config('"es6": true'), f"misplaced-key {C}:2:1"),
    (config('"tabBar": {}'), f"misplaced-key {C}:2:1"),
    (config('"packOptions": {"ignore": [{"type": "files", "value": "a"}]}'), f"wrong-value {C}:2:37"),
)


@pytest.mark.parametrize(("files", "found"), ROWS, ids=lambda value: value if isinstance(value, str) else "")
def test_wrong_configuration(tmp_path: Path, files: dict[str, str], found: str) -> None:
    project = load_project(write_project(tmp_path, {**PROJECT, **files}))
    wanted = [one if "/" in one.split()[0] else f"project/{one}" for one in found.split("; ") if one]
    assert codes(project.diagnostics) == wanted


RIGHT: tuple[dict[str, str], ...] = (
    {},
    tabs(TAB_A),
    tabs('{"pagePath": "pages/a/a", "text": "", "iconPath": "icon.png"}'),
    tabs('{"pagePath": "pages/a/a"}', more='"custom": true,') | {"custom-tab-bar/index.wxml": ""},
    window('"navigationBarTitleText": "@handset", "navigationStyle": "custom"'),
    app('"themeLocation": "theme.json", "window": {"backgroundColor": "@bar"}'),
    app('"workers": "work", "style": "v2", "resolveAlias": {"@/*": "/*"}'),
    app('"workers": {"path": "work", "isSubpackage": false}'),
    app('"plugins": {"p": {"version": "dev", "provider": "wx1"}}'),
    app('"requiredPrivateInfos": ["getLocation", "chooseAddress"], "debug": "true"'),
    app('"subPackages": [{"root": "parts/", "pages": ["c/c"]}], "preloadRule": {"parts/c/c": {"packages": ["parts"]}}'),
    app('"__lazyCodeLoadingChunk": true, "multiSelectSupportedMaterials": [{"path": "pages/a/a"}]'),
    page('"styleIsolation": "page-isolated", "component": true, "usingComponents": {}'),
    config('"editorSetting": {"tabSize": "2", "tabIndent": "auto"}, "isGameTourist": false, "libVersion": "3.5.1"'),
    config('"condition": {"miniprogram": {"current": -1, "currentL": -1, "list": [{"id": -1, "name": "x"}]}}'),
    config('"setting": {"useCompilerModule": true, "userConfirmedUseCompilerModuleSwitch": false, "bundle": false}'),
    config('"setting": {"useCompilerPlugins": ["typescript", ["less", {}]], "ofANewTool": 1}, "ofANewTool": {}'),
    config('"setting": {"useCompilerPlugins": false}, "packOptions": {"ignore": [{"type": "glob", "value": "a"}]}'),
)


@pytest.mark.parametrize("files", RIGHT)
def test_right_configuration(tmp_path: Path, files: dict[str, str]) -> None:
    assert codes(load_project(write_project(tmp_path, {**PROJECT, **files})).diagnostics) == []
