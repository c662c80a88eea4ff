"""What is copied of an element."""

from __future__ import annotations

import pytest

from ide.models.wxml_text import markup_of, selector_of, xpath_of
from ide.models.wxml_tree import WxmlTree
from tests.ide.models.test_tree_search import node

NODES = [
    node("view", 0, node("text", 1, " hi ", **{"class": "t u"}), node("image", 2, src='a"b', hidden=True), id="top"),
    node("view", 3, "x", node("text", 4), dataId=None),
]


@pytest.fixture
def tree() -> WxmlTree:
    tree = WxmlTree()
    tree.replace(NODES)
    return tree


def test_markup() -> None:
    assert markup_of(NODES, ("page", "1.0")) == (
        '<view id="top">\n  <text class="t u">hi</text>\n  <image src=\'a"b\' hidden/>\n</view>'
    )
    assert markup_of(NODES, ("page", "1.3", "1.4")) == "<text/>"
    assert markup_of(NODES, ("page", "9.9")) == ""


def test_selectors(tree: WxmlTree) -> None:
    assert selector_of(tree, ("page", "1.0", "1.1")) == "#top > .t.u"
    assert selector_of(tree, ("page", "1.3", "1.4")) == "view > text"
    assert selector_of(tree, ("page", "1.0")) == "#top"


def test_paths(tree: WxmlTree) -> None:
    element = tree.element(("page", "1.3", "1.4"))
    assert element is not None
    assert xpath_of(element) == "/page/view[2]/text[1]"
