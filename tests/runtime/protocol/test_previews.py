"""Answers about values and trees: taken as they are, or refused with the path of what is wrong."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol.previews import components_of, preview_of, previews_of, tree_of

ERROR = {"t": "error", "v": "Error: x", "stack": [{"function": "f", "file": "a.js", "line": 1}]}
DEEP = {"t": "array", "n": 3, "id": 7, "more": True, "items": [{"t": "object", "cls": "Map", "props": [["a", ERROR]]}]}


def raw(value: Any) -> Raw:
    return Raw(json.dumps(value).encode())


@pytest.mark.parametrize("value", [None, {"t": "null"}, {"t": "number", "v": 1}, {"t": "boolean", "v": True}, DEEP])
def test_previews_come_out_as_they_are(value: Any) -> None:
    assert preview_of(raw(value)) == value
    assert previews_of(raw([value] if value else [])) == ([value] if value else [])


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ([None], "$[0]"), (5, "$"), (["x"], "$[0]"), ([{}], "$[0]"), ([{"t": []}], "$[0].t"),
        ([{"t": "string", "v": {}}], "$[0].v"), ([{"t": "array", "n": "x"}], "$[0].n"),
        ([{"t": "array", "items": [3]}], "$[0].items[0]"), ([{"t": "object", "props": [["a"]]}], "$[0].props[0]"),
        ([{"t": "error", "stack": "x"}], "$[0].stack"), ([{"t": "object", "id": 2**40}], "$[0].id"),
    ],
)  # fmt: skip
def test_other_previews_are_refused(value: Any, path: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refusal:
        previews_of(raw(value))
    assert path in str(refusal.value) or path == "$"


def test_trees_and_components() -> None:
    tree = [{"tag": "view", "attr": {"a": 1}, "ref": [1, 2], "children": ["text", {"tag": "b", "attr": {}}]}]
    assert tree_of(raw(tree)) == tree
    assert (tree_of(raw(None)), components_of(raw(None))) == (None, [])
    assert components_of(raw([{"ref": [1, 2], "is": "kit/kit"}])) == [((1, 2), "kit/kit")]
    plain = {"tag": "a", "attr": {}}
    for wrong in ([5], [{"tag": "a"}], [{**plain, "ref": [1]}], [{**plain, "children": 3}]):
        with pytest.raises(msgspec.ValidationError):
            tree_of(raw(wrong))
    with pytest.raises(msgspec.ValidationError):
        components_of(raw([{"ref": [1, 2]}]))
