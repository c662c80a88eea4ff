"""Which components a page can reach, and how their paths are resolved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.project.load import load_project
from runtime.project.resolve import apply_alias
from tests.support.project_folder import PAGE, codes, write_project

COMPONENT = '{"component": true}'


@pytest.mark.parametrize(
    ("name", "resolved"),
    [
        ("./card", "pages/index/card"),
        ("card", "pages/index/card"),
        ("/parts/bar", "parts/bar/index"),
        ("../../parts/bar/index", "parts/bar/index"),
        ("kit/button", "miniprogram_npm/kit/button/index"),
        ("@parts/bar", "parts/bar/index"),
    ],
)
def test_resolution(tmp_path: Path, name: str, resolved: str) -> None:
    write_project(
        tmp_path,
        {
            **PAGE,
            "app.json": '{"pages": ["pages/index/index"], "resolveAlias": {"@parts/*": "parts/*"}}',
            "pages/index/index.json": json.dumps({"usingComponents": {"my-tag": name}}),
            **{
                f"{path}{ending}": text
                for path in ("pages/index/card", "parts/bar/index", "miniprogram_npm/kit/button/index")
                for ending, text in ((".json", COMPONENT), (".wxml", ""), (".js", ""))
            },
        },
    )
    project = load_project(tmp_path)
    assert project.components["pages/index/index"].using == {"my-tag": resolved}
    assert project.diagnostics == ()
    assert project.npm_folders == ("miniprogram_npm",)


def test_longest_alias_wins() -> None:
    aliases = {"~/*": "/*", "~/deep/*": "/x/y/*"}
    assert apply_alias("~/a", aliases) == "/a"
    assert apply_alias("~/deep/a", aliases) == "/x/y/a"
    assert apply_alias("./a", aliases) == "./a"


def test_closure_with_circles_generics_and_global_components(tmp_path: Path) -> None:
    def component(**using: str) -> str:
        return json.dumps({"component": True, "usingComponents": using})

    write_project(
        tmp_path,
        {
            **PAGE,
            "app.json": '{"pages": ["pages/index/index"], "usingComponents": {"g": "/g"}}',
            "pages/index/index.json": '{"usingComponents": {"a": "/a"}}',
            "a.json": component(b="/b"),
            "b.json": json.dumps(
                {
                    "component": True,
                    "usingComponents": {"a": "/a"},
                    "componentGenerics": {"x": {"default": "/c"}, "y": True},
                }
            ),
            "c.json": component(),
            "g.json": COMPONENT,
            **{f"{name}.wxml": "" for name in "abcg"},
        },
    )
    project = load_project(tmp_path)
    assert sorted(project.closure("pages/index/index")) == ["a", "b", "c", "g", "pages/index/index"]
    assert project.closure("pages/index/index")[-1] == "pages/index/index"
    assert project.components["b"].generics == {"x": "c", "y": None}
    assert codes(project.diagnostics) == []


def test_a_placeholder_stands_in_for_a_missing_component(tmp_path: Path) -> None:
    using = {"here": "/here", "gone": "/gone", "lost": "plugin://none/lost", "away": "/away"}
    placeholders = {"here": "view", "gone": "here", "lost": "view", "away": "none"}
    page = {"usingComponents": using, "componentPlaceholder": placeholders}
    files = {**PAGE, "pages/index/index.json": json.dumps(page), "here.wxml": "", "here.json": COMPONENT}
    project = load_project(write_project(tmp_path, files))
    index = project.components["pages/index/index"]
    assert index.using == {"here": "here", "gone": "here"}
    assert index.stand_ins == {"lost": "view", "away": "none"}
    assert [code.split()[0] for code in codes(project.diagnostics)] == [
        "project/component-not-found", "project/plugin-component", "project/component-not-found",
    ]  # fmt: skip


def test_custom_tab_bar_is_a_component_of_the_program(tmp_path: Path) -> None:
    app = {"pages": ["pages/index/index"], "tabBar": {"custom": True, "list": []}}
    write_project(
        tmp_path,
        {**PAGE, "app.json": json.dumps(app), "custom-tab-bar/index.wxml": "", "custom-tab-bar/index.json": COMPONENT},
    )
    project = load_project(tmp_path)
    assert project.has_custom_tab_bar
    assert "custom-tab-bar/index" in project.components
