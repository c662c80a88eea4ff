"""Keys and values of configuration files: what is offered and what is said about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.language.configuration.place import json_place
from tests.support.language_project import LanguageProject

FILES = {
    "app.json": '{"pages": ["pages/index/index"]}',
    "pages/index/index.json": "{}",
    "pages/new/new.wxml": "",
    "pages/new/new.js": "",
    "components/card.json": '{"component": true}',
    "components/card.wxml": "",
    "components/card.js": "",
    "images/home.png": "",
}


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


@pytest.mark.parametrize(
    ("marked", "kind", "key", "typed"),
    [
        ("{|}", "name", (), ""),
        ('{"pa|', "name", (), '"pa'),
        ('{"pa|ges": []}', "name", (), '"pages"'),
        ('{"a": |}', "value", ("a",), ""),
        ('{"a": tr|ue}', "value", ("a",), "true"),
        ('{"a": "x|y", "b": 1}', "value", ("a",), '"xy"'),
        ('{"a": [1, |', "value", ("a", 1), ""),
        ('{"a": [{"b": 1}, {"c|"', "name", ("a", 1), '"c"'),
        ('{"a": {"b": [], // {[\n|', "name", ("a",), ""),
        ('{"a": 1 |', "none", (), ""),
        ('{"a" |', "none", (), ""),
        ("// |", "none", (), ""),
        ("|", "none", (), ""),
        ("]}|", "none", (), ""),
    ],
)
def test_where_a_cursor_is(marked: str, kind: str, key: tuple[str | int, ...], typed: str) -> None:
    offset = marked.index("|")
    text = marked.replace("|", "", 1)
    place = json_place(text, offset)
    assert (place.kind, text[place.start : place.end]) == (kind, typed)
    if kind != "none":
        assert place.key == key


@pytest.mark.parametrize(
    ("path", "marked", "labels"),
    [
        ("app.json", "{|}", ["window", "tabBar", "subpackages"]),
        ("app.json", '{"window": {"nav|', ["navigationBarTitleText"]),
        ("app.json", '{"tabBar": {"list": [{"|', ["pagePath", "iconPath"]),
        ("app.json", '{"subpackages": [{|}]}', ["root", "independent"]),
        ("app.json", '{"window": {"navigationBarTextStyle": "|"}}', ["black", "white"]),
        ("app.json", '{"debug": |}', ["true", "false"]),
        ("app.json", '{"pages": ["|"]}', ["pages/new/new"]),
        ("app.json", '{"pages": ["pages/index/index"], "tabBar": {"list": [{"pagePath": |', ["pages/index/index"]),
        ("app.json", '{"tabBar": {"list": [{"iconPath": |', ["images/home.png"]),
        ("pages/index/index.json", '{"usingComponents": {"a": "|"}}', ["/components/card"]),
        ("pages/index/index.json", "{|}", ["usingComponents", "disableScroll"]),
        ("components/card.json", '{"component": true, "style|', ["styleIsolation"]),
        ("project.config.json", '{"setting": {"|', ["es6"]),
    ],
)
def test_what_is_offered(project: LanguageProject, path: str, marked: str, labels: list[str]) -> None:
    assert set(labels) <= set(project.labels(marked, path))


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("pages/index/index.json", '{"componentGenerics": {|}}'),
        ("data/any.json", "{|}"),
        ("app.json", '{"unknown": {"deep": {|}}}'),
        ("app.json", '{"pages": ["pages/index/index"] |'),
    ],
)
def test_where_names_are_free_nothing_is_offered(project: LanguageProject, path: str, marked: str) -> None:
    found = project.labels(marked, path)
    assert "window" not in found or path == "app.json"
    assert found == [] or "unknown" in marked


PACKAGES = {
    "app.json": '''{"pages": ["pages/index/index"], "subPackages": [{"root": "shop", "pages": ["cart/cart"]}],
        "window": {"backgroundColor": "#123456"}}''',
    "shop/cart/cart.wxml": "", "shop/cart/cart.js": "Page({})",
    "shop/pay/pay.wxml": "", "shop/pay/pay.js": "Page({})",
    "components/card/card.json": '{"component": true}', "components/card/card.wxml": "",
    "components/card/card.js": "Component({})",
    "pages/index/index.json": "{}", "theme.json": "{}",
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "marked", "labels"),
    [
        ("pages/index/index.json", "{|}", ["usingComponents", "navigationBarTitleText"]),
        ("pages/index/index.json", '{"usingComponents": {"|"}}', ["card"]),
        ("pages/index/index.json", '{"usingComponents": {"a": "|"}}', ["/components/card/card"]),
        ("pages/index/index.json", '{"navigationBarBackgroundColor": "|"}', ["#000000", "#123456"]),
        ("pages/index/index.json", '{"usingComponents": {"a": "/b"}, "componentPlaceholder": {"|"}}', ["a"]),
        ("app.json", '{"pages": ["pages/index/index"], "subPackages": [{"root": "shop", "pages": ["|"]}]}',
         ["cart/cart", "pay/pay"]),
        ("app.json", '{"pages": ["pages/index/index"], "subPackages": [{"root": "|"}]}', ["shop"]),
        ("app.json", '{"pages": ["pages/index/index"], "preloadRule": {"|"}}', ["pages/index/index"]),
        ("app.json", '{"pages": ["pages/index/index"], "themeLocation": "|"}', ["theme.json"]),
    ],
)  # fmt: skip
def test_what_the_project_has_comes_first(tmp_path: Path, path: str, marked: str, labels: list[str]) -> None:
    assert LanguageProject(tmp_path, PACKAGES).labels(marked, path)[: len(labels)] == labels


def test_a_component_in_a_configuration_brings_its_path(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, PACKAGES)
    (one,) = project.completion('{"usingComponents": {|}}', "pages/index/index.json").suggestions
    assert one.insert == '"card": "/components/card/card"'
    (one,) = project.completion('{"usingComponents": {"|": "/b"}}', "pages/index/index.json").suggestions
    assert one.insert == '"card"'


def test_a_key_that_is_there_is_not_offered_again(project: LanguageProject) -> None:
    assert "window" not in project.labels('{"window": {}, |}', "app.json")


def test_a_key_brings_its_value(project: LanguageProject) -> None:
    inserts = {one.label: one.insert for one in project.completion("{|}", "app.json").suggestions}
    assert (inserts["window"], inserts["pages"], inserts["debug"]) == (
        '"window": {$1}', '"pages": [$1]', '"debug": $1',
    )  # fmt: skip
    inserts = {one.label: one.insert for one in project.completion('{"win|": {}}', "app.json").suggestions}
    assert inserts["window"] == '"window"'


def test_keys_are_explained(project: LanguageProject) -> None:
    place = project.place('{"window": {"navigationBarText|Style": "white"}}', "app.json")
    hover = project.service.hover("app.json", place)
    assert hover is not None
    assert [word for word in ("string", 'Default: `"white"`', "- `black`") if word not in hover.text] == []
