"""A body as a tree."""

from __future__ import annotations

from ide.models.network.json_tree import MORE, ROOT, JsonTree


def texts(tree: JsonTree) -> list[str]:
    return [row.indented() for row in tree.rows()]


def test_rows_open_and_close() -> None:
    tree = JsonTree()
    tree.show({"users": [{"id": 1}], "": "<b>"})
    assert texts(tree)[1:] == ["  users: [{…}]", "  '<b>'"]
    tree.toggle((*ROOT, "users"))
    assert texts(tree)[2] == "    0: {id: 1}"
    tree.toggle(ROOT)
    assert len(texts(tree)) == 1


def test_a_long_list_comes_a_hundred_at_a_time() -> None:
    tree = JsonTree()
    tree.show(list(range(1_000_000)))
    assert (len(tree.rows()), texts(tree)[-1]) == (102, "  … 999900")
    tree.toggle((*ROOT, MORE))
    assert len(tree.rows()) == 202


def test_values_that_hold_nothing() -> None:
    tree = JsonTree()
    for value in ([], {}, None, 7, "text"):
        tree.show(value)
        assert len(tree.rows()) == 1
