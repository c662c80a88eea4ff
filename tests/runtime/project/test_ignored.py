"""Which changes are of no interest."""

from __future__ import annotations

import pytest

from runtime.project.ignored import Ignored, read_ignored


def ignored(globs: object, below: str = "") -> Ignored:
    return read_ignored({"watchOptions": {"ignore": globs}}, below)


@pytest.mark.parametrize(
    "path", ["node_modules", "a/node_modules/b.js", ".git/index", ".venv/x", "dist/.cache/a", "a/.svn", "__pycache__/x"]
)
def test_packages_version_control_and_caches(path: str) -> None:
    assert Ignored().is_ignored(path)


@pytest.mark.parametrize("path", ["app.json", "pages/a/a.js", "modules/node_modules.js", "git/a.js", "dist/app.js"])
def test_everything_else_counts(path: str) -> None:
    assert not Ignored().is_ignored(path)


@pytest.mark.parametrize(
    ("glob", "path", "is_matched"),
    [
        ("temp", "temp", True),
        ("temp", "temp/a/b.js", True),
        ("temp/", "temp/a.js", True),
        ("./temp/**", "temp/a.js", True),
        ("temp/**", "other/temp/a.js", False),
        ("**/temp", "other/temp/a.js", True),
        ("**/*.map", "app.js.map", True),
        ("**/*.map", "pages/a/a.js.map", True),
        ("*.map", "pages/a/a.js.map", False),
        ("pages/*/draft.wxml", "pages/a/draft.wxml", True),
        ("pages/*/draft.wxml", "pages/a/b/draft.wxml", False),
        ("a?.js", "ab.js", True),
        ("[ab].js", "b.js", True),
        ("[!ab].js", "b.js", False),
        ("a+b(c).js", "a+b(c).js", True),
        ("a/**/b/**/c.js", "a/x/b/y/b/z/c.js", True),
        ("a/**/b/**/c.js", "a/x/y/c.js", False),
        ("**", "a/b.js", True),
        ("**/test/**", "src/test/a.js", True),
        ("*", "a/b/c.js", True),
        ("", "a.js", False),
        (".", "a.js", False),
    ],
)
def test_globs_of_the_project(glob: str, path: str, is_matched: bool) -> None:
    assert ignored([glob]).is_ignored(path) is is_matched


def test_globs_start_at_the_project_or_at_the_mini_programs_folder() -> None:
    rules = ignored(["temp/**"], below="miniprogram")
    assert rules.is_ignored("miniprogram/temp/a.js")
    assert rules.is_ignored("temp/a.js")


@pytest.mark.parametrize("globs", [None, "temp", [1, None], {}, [["temp"]]])
def test_a_setting_of_another_form_says_nothing(globs: object) -> None:
    assert ignored(globs) == Ignored()


def test_no_settings() -> None:
    assert read_ignored({"watchOptions": 3}, "") == Ignored()
    assert read_ignored({}, "") == Ignored()


@pytest.mark.parametrize(
    "glob", ["**/" * 60 + "x", "*a" * 120 + "b", "**/*a*a*a*a*a*a*a*a*b" * 9, "[" * 500, "?" * 1000]
)
def test_a_hard_glob_ends(glob: str) -> None:
    rules = ignored([glob] * 50)
    path = "/".join(["a" * 200] * 60)
    # Going back over what was read would take longer than anybody waits.
    assert not rules.is_ignored(path)
