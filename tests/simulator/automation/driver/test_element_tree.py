"""Selectors on trees as the logic process tells them, and their text."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from simulator.automation.driver.element_tree import BadSelector, ElementTree, Node, ref_of
from simulator.automation.driver.markup import inner_markup, outer_markup


def node(tag: str, number: int, *children: str | Node, **attr: Any) -> Node:
    return Node(tag, attr, (number, 0), children=list(children))


def component(tag: str, number: int, *children: str | Node) -> Node:
    return Node(tag, {}, (number, 0), name=f"c/{tag}", children=list(children))


def inside(host: int, *nodes: Node) -> list[Node]:
    return [replace(one, inside=(host, 0)) for one in nodes]


def slot(host: int, *content: Node) -> Node:
    return Node("slot", {}, inside=(host, 0), children=list(content))


CONTENT = node("view", 9, "mine", **{"class": "mine"})
INNER = component("inner", 6, *inside(6, node("text", 7, "deep", **{"class": "t"}), slot(6, slot(5, CONTENT))))
OUTER = component("outer", 5, *inside(5, node("view", 8, "own", **{"class": "t"}), INNER))
TREE = ElementTree([node("view", 1, OUTER, **{"class": "a", "maxCount": 3, "bind:tap": "go"}), "tail"])


def number_of(one: Node) -> int:
    return one.ref[0] if one.ref else 0


def first(tree: ElementTree) -> Node:
    found = (tree.page.children or [])[0]
    assert not isinstance(found, str)
    return found


def numbers(selector: str, start: int = 0) -> list[int]:
    within = TREE.at((start, 0)) if start else None
    return [ref[0] for one in TREE.select(selector, within) if (ref := ref_of(one))]


def test_a_template_is_what_was_written_in_it() -> None:
    assert numbers("view") == [1, 9]
    assert numbers("outer > .mine") == [9]
    assert numbers("inner, .t") == []
    assert numbers(".t", 5) == [8]
    assert numbers(".t", 6) == [7]
    assert numbers(".mine", 5) == []
    assert numbers('[max-count="3"]') == [1]


def test_deep_selectors_go_on_into_shadow_trees() -> None:
    assert numbers(".a >>> .t") == [8, 7]
    assert numbers("outer >>> inner >>> .t") == [7]
    assert numbers(">>> .t") == [8, 7]
    assert numbers("[class='a >>> b'], .mine") == [9]


def test_xpath_sees_the_screen() -> None:
    found = TREE.xpath("//inner/*")
    assert [number_of(one) for one in found] == [7, 9]
    assert [number_of(one) for one in TREE.xpath("text", TREE.at((6, 0)))] == [7]
    assert TREE.xpath("count(//view)") == []


def test_markup_leaves_out_slots_and_handlers() -> None:
    assert inner_markup(INNER) == '<text class="t">deep</text><view class="mine">mine</view>'
    assert outer_markup(first(TREE)).startswith('<view class="a" max-count="3"><outer>')
    assert outer_markup(node("text", 1, "a < b & c", title='"<')) == '<text title="&quot;&lt;">a &lt; b &amp; c</text>'


def test_names_and_texts_that_xml_does_not_know_are_no_harm() -> None:
    tree = ElementTree([node("a:b", 1, "\0\ud800x", **{"1x": "a", "ok": "\x01"}), node("", 2), node("9", 3)])
    assert len(tree.select("*")) == 3
    assert tree.xpath("//*[text()='x']") == [first(tree)]


@pytest.mark.parametrize("selector", ["", " ", "a >>> ", "a >>> >>> b", "[", "a, ", "!"])
def test_no_selectors(selector: str) -> None:
    with pytest.raises(BadSelector):
        TREE.select(selector)
    with pytest.raises(BadSelector):
        TREE.xpath(f"//[{selector}")
