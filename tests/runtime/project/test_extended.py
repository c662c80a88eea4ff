"""Extended libraries: the project's own package comes first, without one Handset's rendition stands in."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from runtime.compiler.build import BuildResult, build
from runtime.project.load import load_project
from tests.support.project_folder import codes, write_project

NPM = "miniprogram_npm/weui-miniprogram"
STYLE = "weui-wxss/dist/style/weui.wxss"
FILES = {
    "app.json": '{"pages": ["p"], "useExtendedLib": {"weui": true}}',
    "app.js": "App({})",
    "app.wxss": ".own { top: 1px }",
    "p.wxml": '<mp-cell class="weui-cell" />',
    "p.js": "Page({})",
    "p.json": '{"usingComponents": {"mp-cell": "weui-miniprogram/cell/cell"}}',
}
PACKAGE = {
    STYLE: ".theirs { top: 1px }",
    "cell/cell.js": "Component({})",
    "cell/cell.json": '{"component": true}',
    "cell/cell.wxml": "<view/>",
}
INSTALLED = {
    "node_modules/weui-miniprogram/package.json": '{"version": "1.0.0"}',
    **{f"node_modules/weui-miniprogram/miniprogram_dist/{path}": text for path, text in PACKAGE.items()},
}
BUILT = {f"{NPM}/{path}": text for path, text in PACKAGE.items()}
RENDITION = files("resources").joinpath("extended", "weui-miniprogram")
COMPONENTS = sorted(
    f"{folder.name}/{folder.name}" for folder in RENDITION.iterdir() if folder.joinpath(f"{folder.name}.wxml").is_file()
)


def build_files(root: Path, project: dict[str, str]) -> BuildResult:
    return build(load_project(write_project(root, project)))


def test_without_a_package_the_rendition_stands_in(tmp_path: Path) -> None:
    result = build_files(tmp_path, FILES)
    assert codes(result.diagnostics) == ["project/extended-library app.json:1:37"]
    assert result.program["components"]["p"]["using"] == {"mp-cell": f"{NPM}/cell/cell"}
    sheets = [(sheet.path, sheet.kind) for sheet in result.page_styles("p")]
    assert sheets == [(f"{NPM}/{STYLE}", "app"), ("app.wxss", "app")]
    assert result.style_kinds(f"{NPM}/{STYLE}") == ["app"]
    assert not list(tmp_path.glob("miniprogram_npm"))


@pytest.mark.parametrize("package", [INSTALLED, BUILT])
def test_a_package_of_the_project_comes_first(tmp_path: Path, package: dict[str, str]) -> None:
    result = build_files(tmp_path, FILES | package)
    assert "project/extended-library" not in "".join(codes(result.diagnostics))
    assert [sheet.path for sheet in result.page_styles("p")] == [f"{NPM}/{STYLE}", "app.wxss"]
    assert b"theirs" in bytes(result.page_styles("p")[0].parts)


def test_a_component_that_the_rendition_lacks_is_named(tmp_path: Path) -> None:
    using = '{"usingComponents": {"mp-x": "weui-miniprogram/wheel/wheel"}}'
    found = codes(build_files(tmp_path, FILES | {"p.json": using, "p.wxml": "<mp-x/>"}).diagnostics)
    assert "project/extended-component p.json:1:30" in found


def test_the_library_comes_and_goes_with_app_json(tmp_path: Path) -> None:
    first = build_files(tmp_path, FILES)
    (tmp_path / "app.json").write_text('{"pages": ["p"]}')
    second = build(first.project, first, ["app.json"])
    assert [sheet.path for sheet in second.page_styles("p")] == ["app.wxss"]
    assert second.program["components"]["p"]["using"] == {}
    (tmp_path / "app.json").write_text(FILES["app.json"])
    third = build(second.project, second, ["app.json"])
    assert third.program["components"]["p"]["using"] == {"mp-cell": f"{NPM}/cell/cell"}


def test_a_package_built_while_the_program_runs_takes_its_place(tmp_path: Path) -> None:
    first = build_files(tmp_path, FILES)
    write_project(tmp_path, BUILT)
    second = build(first.project, first, list(BUILT))
    assert b"theirs" in bytes(second.page_styles("p")[0].parts)
    assert f"{NPM}/badge/badge.js" not in second.project.files.paths


def test_an_independent_package_has_no_sheet_of_the_library(tmp_path: Path) -> None:
    app = '{"pages": ["p"], "useExtendedLib": {"weui": true}, "subPackages": [{"root": "far", "pages": ["q"], %s}]}'
    pages = {"app.json": app % '"independent": true', "far/q.wxml": "<view/>", "far/q.js": "Page({})"}
    assert build_files(tmp_path, FILES | pages).page_styles("far/q") == []


def test_every_component_of_the_rendition_is_sound(tmp_path: Path) -> None:
    assert "cells/cells" in COMPONENTS
    using = ", ".join(f'"mp-{index}": "weui-miniprogram/{path}"' for index, path in enumerate(COMPONENTS))
    page = "".join(f"<mp-{index}/>" for index in range(len(COMPONENTS)))
    result = build_files(tmp_path, FILES | {"p.json": f'{{"usingComponents": {{{using}}}}}', "p.wxml": page})
    assert codes(result.diagnostics) == ["project/extended-library app.json:1:37"]
    assert len(result.program["components"]) == len(COMPONENTS) + 1
