"""What is typed and set: what the field's keyboard has, and what the control can stand at."""

from __future__ import annotations

from random import Random
from typing import Any

from runtime.protocol.previews import Element
from simulator.testing.monkey.texts import text_for, value_for
from simulator.testing.script.seen_tree import SeenNode, SeenTree


def node(tag: str, *children: Element, **attr: Any) -> SeenNode:
    tree = SeenTree([Element(tag, attr, (1, 1), "a.wxml", 1, "", None, list(children))])
    found = tree.at((1, 1))
    assert found is not None
    return found


def values(one: SeenNode, times: int = 200) -> list[Any]:
    chance = Random(2)
    return [value_for(one, chance) for _ in range(times)]


def test_fields_get_ordinary_empty_long_and_strange_texts() -> None:
    chance = Random(1)
    texts = {text_for(node("input"), chance) for _ in range(300)}
    assert {"", "tea"} < texts
    assert max(map(len, texts)) == 500
    assert any(ord(character) > 0xFFFF for text in texts for character in text)
    numbers = {text_for(node("input", type="number"), chance) for _ in range(100)}
    assert all(not text or text.isdigit() for text in numbers)


def test_sliders_stand_at_their_steps() -> None:
    assert set(values(node("slider", min=10, max=20, step=5))) == {10, 15, 20}
    assert set(values(node("slider", min="x", max=0, step=0))) == {0}


def test_pickers_choose_of_their_range() -> None:
    assert set(values(node("picker", range=["a", "b"]))) == {0, 1}
    assert set(values(node("picker", range=[]))) == {None}
    assert all(
        first < 2 and second == 0 for first, second in values(node("picker", mode="multiSelector", range=[[1, 2], []]))
    )
    assert set(values(node("picker", mode="multiSelector"))) == {None}
    assert "23:59" in values(node("picker", mode="time"))
    assert set(values(node("picker", mode="other"))) == {None}


def test_swipers_and_views_of_pickers_count_what_they_have() -> None:
    items = [Element("swiper-item", {}, (1, number), children=[]) for number in (2, 3)]
    assert set(values(node("swiper", *items))) == {0, 1}
    assert set(values(node("swiper"))) == {None}
    rows: list[str | Element] = [Element("view", {}, (1, number)) for number in (4, 5, 6)]
    column = Element("picker-view-column", {}, (1, 3), children=rows)
    assert {tuple(value) for value in values(node("picker-view", column))} == {(0,), (1,), (2,)}
