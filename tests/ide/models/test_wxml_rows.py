"""Rows of a large tree are made when something has changed that they show, and not again for each look."""

from __future__ import annotations

from typing import Any

from ide.models.wxml_tree import PAGE_PATH, WxmlTree


def page(count: int) -> list[dict[str, Any]]:
    return [{"tag": "view", "attr": {}, "ref": [1, number], "children": []} for number in range(count)]


def test_they_are_the_same_until_the_tree_what_is_open_or_what_is_wanted_changes() -> None:
    tree = WxmlTree()
    nodes = page(3)
    tree.replace(nodes)
    rows = tree.rows()
    assert len(rows) == 4
    tree.replace(nodes)
    assert tree.rows() is rows
    tree.reveal((*PAGE_PATH, "1.2"))
    assert tree.rows() is rows
    tree.toggle(PAGE_PATH)
    assert len(tree.rows()) == 1
    tree.toggle(PAGE_PATH)
    rows = tree.rows()
    tree.show_shadow(is_on=False)
    assert tree.rows() is not rows
    tree.replace(page(5))
    assert len(tree.rows()) == 6
    tree.replace([])
    assert tree.rows() == []
