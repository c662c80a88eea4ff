"""Opening project folders: where the program is, what its configuration says, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.project.load import load_project, reload_project
from runtime.project.model import NotAProject
from runtime.project.window import page_window, tab_bar
from tests.support.project_folder import PAGE, codes, write_project


def test_program_folder_from_the_project_configuration(tmp_path: Path) -> None:
    inner = {f"mini/{path}": text for path, text in PAGE.items()}
    write_project(
        tmp_path, {**inner, "project.config.json": '{"miniprogramRoot": "./mini/", "setting": {"es6": true}}'}
    )
    project = load_project(tmp_path)
    assert project.files.below == "mini"
    assert [page.path for page in project.pages] == ["pages/index/index"]
    assert project.settings["es6"] is True
    assert project.diagnostics == ()


def test_program_folder_without_configuration(tmp_path: Path) -> None:
    write_project(tmp_path, {f"src/{path}": text for path, text in PAGE.items()})
    assert load_project(tmp_path).files.below == "src"


def test_wrong_program_folder_is_reported_and_the_program_found(tmp_path: Path) -> None:
    write_project(tmp_path, {**PAGE, "project.config.json": '{"miniprogramRoot": "dist"}'})
    assert codes(load_project(tmp_path).diagnostics) == ["project/program-folder project.config.json:0:0"]


@pytest.mark.parametrize(
    "files", [{}, {"readme.md": ""}, {"game.json": "{}"}, {"a/app.json": "{}", "b/app.json": "{}"}]
)
def test_not_a_project(tmp_path: Path, files: dict[str, str]) -> None:
    write_project(tmp_path, files)
    with pytest.raises(NotAProject):
        load_project(tmp_path)


def test_a_program_folder_that_is_a_link_to_elsewhere_is_refused(tmp_path: Path) -> None:
    outside = write_project(tmp_path / "outside", PAGE)
    root = write_project(tmp_path / "project", {"project.config.json": '{"miniprogramRoot": "mini"}'})
    (root / "mini").symlink_to(outside)
    with pytest.raises(NotAProject):
        load_project(root)


def test_private_configuration_overrides_what_it_may(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {
            **PAGE,
            "project.config.json": json.dumps(
                {"appid": "a", "setting": {"urlCheck": True, "es6": True}, "compileType": "miniprogram"}
            ),
            "project.private.config.json": json.dumps(
                {"appid": "b", "compileType": "x", "setting": {"urlCheck": False, "es6": False}}
            ),
        },
    )
    project = load_project(tmp_path)
    assert project.config["appid"] == "b"
    assert project.config["compileType"] == "miniprogram"
    assert project.settings == {"urlCheck": False, "es6": True}


def test_packages_and_entry(tmp_path: Path) -> None:
    app = {
        "pages": ["pages/index/index"],
        "subPackages": [{"root": "shop/", "name": "s", "pages": ["list"], "independent": True}],
        "entryPagePath": "/shop/list",
    }
    write_project(tmp_path, {**PAGE, "app.json": json.dumps(app), "shop/list.wxml": "", "shop/list.js": ""})
    project = load_project(tmp_path)
    assert [(page.path, page.package.root, page.package.independent) for page in project.pages] == [
        ("pages/index/index", "", False),
        ("shop/list", "shop", True),
    ]
    assert project.entry_path == "shop/list"


def test_window_is_inherited_and_themed(tmp_path: Path) -> None:
    app = {
        "pages": ["pages/index/index"],
        "window": {"navigationBarTitleText": "App", "navigationBarBackgroundColor": "@bar"},
        "themeLocation": "theme.json",
        "tabBar": {"color": "@bar", "selectedColor": "#000", "backgroundColor": "#fff", "list": []},
    }
    theme = {"light": {"bar": "#ffffff"}, "dark": {"bar": "#000000"}}
    page = {"navigationBarTitleText": "Page", "usingComponents": {}}
    write_project(
        tmp_path,
        {
            **PAGE,
            "app.json": json.dumps(app),
            "theme.json": json.dumps(theme),
            "pages/index/index.json": json.dumps(page),
        },
    )
    project = load_project(tmp_path)
    window = page_window(project, "pages/index/index", "dark")
    assert window["navigationBarTitleText"] == "Page"
    assert window["navigationBarBackgroundColor"] == "#000000"
    assert window["onReachBottomDistance"] == 50
    assert window["disableScroll"] is False
    assert "usingComponents" not in window
    bar = tab_bar(project)
    assert bar is not None
    assert (bar["color"], bar["position"]) == ("#ffffff", "bottom")


@pytest.mark.parametrize(
    ("app", "found"),
    [
        ("{", ["json/unexpected-end app.json:1:2", "project/no-pages app.json:1:1"]),
        ("[" * 200, ["json/too-deep app.json:1:102", "project/no-pages app.json:1:1"]),
        (
            '{"pages": 1, "window": [], "tabBar": 3, "subpackages": {}}',
            [
                "project/wrong-type app.json:1:11",
                "project/wrong-type app.json:1:24",
                "project/wrong-type app.json:1:38",
                "project/wrong-type app.json:1:56",
            ],
        ),
        ('{"pages": []}', ["project/no-pages app.json:1:11"]),
        ('{"pages": ["pages/indx/index"]}', ["project/page-not-found app.json:1:12"]),
        ('{"pages": ["Pages/Index/index"]}', ["project/page-other-case app.json:1:12"]),
        ('{"pages": ["pages/index/index", 3]}', ["project/page-not-text app.json:1:33"]),
        (
            '{"pages": ["pages/index/index", "pages/index/index"]}',
            ["project/duplicate-page app.json:1:33"],
        ),
        ('{"pages": ["pages/index/index"], "windw": {}}', ["project/unknown-key app.json:1:34"]),
        (
            '{"pages": ["pages/index/index"], "window": {"navigationBarTextStyle": "blue"}}',
            ["project/wrong-value app.json:1:71"],
        ),
        ('{"pages": ["pages/index/index"], "debug": 3}', ["project/wrong-type app.json:1:43"]),
        ('{"pages": ["pages/index/index"], "entryPagePath": "x"}', ["project/entry-not-a-page app.json:1:51"]),
        (
            '{"pages": ["pages/index/index"], "usingComponents": {"a": "./nope"}}',
            ["project/component-not-found app.json:1:59"],
        ),
        (
            '{"pages": ["pages/index/index"], "usingComponents": {"a": "some-kit/button"}}',
            ["project/npm-not-built app.json:1:59"],
        ),
        (
            '{"pages": ["pages/index/index"], "usingComponents": {"a": "plugin://x/y"}}',
            ["project/plugin-component app.json:1:59"],
        ),
        (
            '{"pages": ["pages/index/index"], "tabBar": {"color": "#000", "selectedColor": "#000",'
            ' "backgroundColor": "#000", "list": [{"pagePath": "x", "text": "x", "iconPath": "i.png"}]}}',
            [
                "project/tab-count app.json:1:122",
                "project/tab-not-a-page app.json:1:136",
                "project/icon-not-found app.json:1:166",
            ],
        ),
    ],
)
def test_mistakes_in_app_json(tmp_path: Path, app: str, found: list[str]) -> None:
    project = load_project(write_project(tmp_path, {**PAGE, "app.json": app}))
    assert codes(project.diagnostics) == found
    assert all(diagnostic.text() and diagnostic.text("zh") for diagnostic in project.diagnostics)


def test_a_broken_page_configuration_leaves_the_rest(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {**PAGE, "pages/index/index.json": '{"navigationBarTitleText": "Hi", "usingComponents": {"a" "b"}}'},
    )
    project = load_project(tmp_path)
    assert codes(project.diagnostics) == ["json/syntax pages/index/index.json:1:58"]
    assert page_window(project, "pages/index/index")["navigationBarTitleText"] == "Hi"


def test_reload_reads_only_what_changed(tmp_path: Path) -> None:
    project = load_project(write_project(tmp_path, PAGE))
    write_project(tmp_path, {"pages/index/index.js": "1", "app.json": "{"})
    following = reload_project(project, ["pages/index/index.js"])
    assert following.pages is project.pages
    assert following.files.text("pages/index/index.js") == "1"
    assert reload_project(project, None).pages == ()
    (tmp_path / "app.json").unlink()
    with pytest.raises(NotAProject):
        reload_project(project, ["app.json"])


def test_reload_keeps_the_pages_whose_configuration_is_the_same(tmp_path: Path) -> None:
    files = {
        "app.json": '{"pages": ["pages/index/index", "pages/a/a"], "usingComponents": {}}',
        "pages/a/a.wxml": "", "pages/a/a.js": "", "pages/a/a.json": "{}",
        "card/card.wxml": "", "card/card.js": "", "card/card.json": '{"component": true}',
    }  # fmt: skip
    project = load_project(write_project(tmp_path, {**PAGE, **files}))
    write_project(tmp_path, {"pages/a/a.json": '{"usingComponents": {"card": "/card/card"}}'})
    following = reload_project(project, ["pages/a/a.json"])
    assert following.components["pages/index/index"] is project.components["pages/index/index"]
    assert following.components["pages/a/a"].using == {"card": "card/card"}
    assert "card/card" in following.components
    write_project(tmp_path, {"app.json": files["app.json"].replace('nts": {', 'nts": {"card": "/card/card"')})
    everywhere = reload_project(following, ["app.json"])
    assert everywhere.components["pages/index/index"].using == {"card": "card/card"}
    (tmp_path / "card/card.js").unlink()
    (tmp_path / "card/card.wxml").unlink()
    gone = reload_project(everywhere, ["card/card.js", "card/card.wxml"])
    assert gone.components["pages/a/a"].using == {}
