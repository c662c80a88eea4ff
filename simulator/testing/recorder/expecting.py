"""Expectations of an element that the user has pointed at, as steps."""

from __future__ import annotations

from typing import Any, Literal

from simulator.testing.script import steps as does
from simulator.testing.script.choosing import way_to, way_to_alike
from simulator.testing.script.seen_tree import Ref, SeenTree

Expected = Literal["visible", "text", "count", "value"]
_LONGEST_TEXT = 200


def expectation_of(tree: SeenTree, ref: Ref, expected: Expected, value: Any = None) -> does.Expectation | None:
    """None if the element is not there any more. `value` is what the control stands at."""
    if expected == "count":
        found = way_to_alike(tree, ref)
        return None if found is None else does.ExpectCount(*found)
    node = tree.at(ref)
    way = way_to(tree, ref, by_own_text=expected != "text")
    if node is None or way is None:
        return None
    if expected == "value" and value is not None:
        return does.ExpectValue(way, value)
    if expected == "text" and 0 < len(node.text) <= _LONGEST_TEXT:
        return does.ExpectText(way, node.text)
    return does.ExpectVisible(way)
