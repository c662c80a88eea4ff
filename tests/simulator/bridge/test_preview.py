"""Previews as one line of text."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.bridge.preview import has_members, inline, plain_text, preview_of_json


def text(preview: dict[str, Any]) -> str:
    return "".join(piece.text for piece in inline(preview))


def string(value: str) -> dict[str, Any]:
    return {"t": "string", "v": value}


@pytest.mark.parametrize(
    ("preview", "expected"),
    [
        ({"t": "undefined"}, "undefined"),
        ({"t": "null"}, "null"),
        ({"t": "number", "v": "-0"}, "-0"),
        ({"t": "number", "v": 3.0}, "3"),
        ({"t": "bigint", "v": "12"}, "12n"),
        ({"t": "function", "v": "go"}, "ƒ go()"),
        ({"t": "symbol", "v": "Symbol(x)"}, "Symbol(x)"),
        ({"t": "boolean", "v": False}, "false"),
        ({"t": "error", "v": "Error: x"}, "Error: x"),
        ({"t": "object", "cls": "Map", "props": [["a", string("b")]]}, "Map {a: 'b'}"),
        ({"t": "object", "cls": "Object", "props": [], "more": True, "id": 3}, "{…}"),
        ({"t": "array", "n": 300, "items": [], "more": True, "id": 3}, "Array(300)"),
    ],
)
def test_values(preview: dict[str, Any], expected: str) -> None:
    assert text(preview) == expected


def test_json_values_read_like_previews() -> None:
    value = {"a": [1, "x", None], "b-c": {"d": True}, "e": {}, "f": []}
    assert text(preview_of_json(value)) == "{a: Array(3), 'b-c': {…}, e: {}, f: []}"
    assert text(preview_of_json([1, "it's"])) == "(2) [1, 'it\\'s']"


def test_directives_of_the_first_string() -> None:
    arguments = [string("%s is %d%% %cof"), string("x"), {"t": "number", "v": 4.7}, string("color:red"), string("y")]
    assert plain_text(arguments) == "x is 4% of y"


def test_directives_without_argument_stay() -> None:
    assert plain_text([string("100 %s")]) == "100 %s"


def test_only_things_with_members_open() -> None:
    assert has_members({"t": "object", "more": True, "id": 2})
    assert not has_members({"t": "object", "props": []})
    assert not has_members({"t": "array", "n": 0, "items": []})
