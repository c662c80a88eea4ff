"""Elements are found by what they say, by selectors, and by XPath; nothing that is typed breaks the search."""

from __future__ import annotations

from typing import Any

import pytest

from ide.models.tree_search import find


def node(tag: str, number: int, *children: Any, **attributes: Any) -> dict[str, Any]:
    return {"tag": tag, "ref": [1, number], "attr": attributes, "children": list(children)}


NODES = [
    node("view", 0, "Hello ", node("text", 1, "World", userSelect=True), " again", **{"class": "a b", "data-id": 3}),
    node("my-card", 2, node("slot", 3, node("text", 4, "hello"), name="x"), id="card", **{"bind:tap": "go"}),
]


def found(query: str) -> list[str]:
    return [path[-1] for path in find(NODES, query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("hello", ["1.0", "1.4"]), ("again", ["1.0"]), ("world", ["1.1"]), ("user-select", ["1.1"]),
        ('class="a', ["1.0"]), ("<my-card", ["1.2"]),
        (".a", ["1.0"]), ("#card text", ["1.4"]), ("view > text", ["1.1"]), ("[data-id='3']", ["1.0"]),
        ("text", ["1.1", "1.4"]),
        ("//text", ["1.1", "1.4"]), ("/page/view/text", ["1.1"]), ("//slot[@name='x']/*", ["1.4"]),
        ("//text/text()", ["1.1", "1.4"]), ("(//text)[2]", ["1.4"]), ("//@id", ["1.2"]), ("/page", ["page"]),
        ("count(//text)", []), ("nothing", []), ("", []), ("   ", []),
    ],
)  # fmt: skip
def test_queries(query: str, expected: list[str]) -> None:
    assert found(query) == expected


@pytest.mark.parametrize(
    "query", ["//[", "a[", "::", "((((", "//text[", "\x00", "//a:b", "'", "x" * 600, "$a", "//*[$x]"]
)
def test_what_is_half_typed_finds_nothing_or_words(query: str) -> None:
    assert find(NODES, query) == []


def test_odd_names_and_texts_do_not_break_the_tree() -> None:
    odd = [node("1x", 0, "\x00\ud800", **{"@a": 1, "ok": "\x0b"}), node("a b", 1), "text"]
    assert [path[-1] for path in find(odd, "[ok]")] == ["1.0"]
    assert len(find(odd, "//*")) == 3
