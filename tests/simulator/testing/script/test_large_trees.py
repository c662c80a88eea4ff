"""Ways in pages that are large or made to be hard: they end, and name the one that is meant."""

from __future__ import annotations

import ast

from runtime.protocol.previews import Element
from simulator.testing.script.choosing import best_way, way_to, way_to_alike
from simulator.testing.script.seen_tree import SeenTree
from simulator.testing.script.steps import Tap
from simulator.testing.script.writer import write_script


def row(number: int, text: str) -> Element:
    label = Element("text", {"class": "name"}, (number, 1), children=[text])
    return Element("view", {"class": "row", "bind:tap": "open"}, (number, 0), children=[label])


def test_one_of_thousands_alike_is_named_by_its_number() -> None:
    tree = SeenTree([row(number, "same") for number in range(5000)])
    assert str(way_to(tree, (4321, 0))) == 'page.locator(".row").nth(4321)'
    assert str(best_way(tree, [(17, 1), (17, 0)])) == 'page.locator(".name").nth(17)'
    found = way_to_alike(tree, (3, 0))
    assert found is not None
    assert (str(found[0]), found[1]) == ('page.locator(".row")', 5000)


def test_one_of_thousands_is_named_by_what_is_its_own() -> None:
    tree = SeenTree([row(number, f"Tea no. {number}") for number in range(3000)])
    assert str(way_to(tree, (2000, 1))) == 'page.get_by_text("Tea no. 2000", exact=True)'


def test_a_tree_that_is_deeper_than_python_may_call() -> None:
    deep = Element("view", {"class": "row"}, (2000, 0), children=["end"])
    for number in range(2000):
        deep = Element("view", {"class": "row"}, (number, 0), children=[deep])
    tree = SeenTree([deep])
    assert len(tree.nodes) == 2001
    assert str(way_to(tree, (2000, 0))) == 'page.get_by_text("end", exact=True)'


def test_what_a_program_has_written_breaks_out_of_no_literal() -> None:
    hostile = ['");evil()#', "'];evil()#", '"""', "\n    evil()", "\\", "[x]", "a,b", ">>> *", "\x02", "#x", "{{1}}"]
    for number, text in enumerate(hostile):
        attr = {"id": text, "class": text, "data-name": text, "name": text, "placeholder": text, "bind:tap": text}
        one = Element("view", attr, (1, 0), children=[text])
        tree = SeenTree([one, Element("view", {}, (2, number), children=["other"])])
        way = way_to(tree, (1, 0))
        assert way is not None
        module = ast.parse(write_script("test_it", [Tap(way)]))
        calls = {node.func.id for node in ast.walk(module) if isinstance(node, ast.Call) and hasattr(node.func, "id")}
        assert calls == set(), way
