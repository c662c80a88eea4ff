"""What a monkey types, and the values that it sets: ordinary ones, and those at the edges."""

from __future__ import annotations

from random import Random
from typing import Any

from simulator.testing.script.seen_tree import SeenNode

ORDINARY = ("tea", "a", "13800138000", "hello world")
EDGES = ("", " ", "0", "-1", "1e9", "👩‍👩‍👧‍👦😀", "喝茶", "<b>\"'&\\n</b>", "null", "x" * 500)
DIGITS = ("1", "0", "", "42", "13800138000", "9" * 30)
_ONLY_DIGITS = frozenset({"number", "digit", "idcard", "safe-password"})


def text_for(node: SeenNode, chance: Random) -> str:
    """A text for a field: what its keyboard has."""
    if node.element.attr.get("type") in _ONLY_DIGITS:
        return chance.choice(DIGITS)
    return chance.choice(ORDINARY if chance.random() < 0.5 else EDGES)


def value_for(node: SeenNode, chance: Random) -> Any:
    """A value that a control can stand at; None if there is none to choose."""
    attr = node.element.attr
    if node.tag == "slider":
        return _slid(attr, chance)
    if node.tag == "swiper":
        items = [one for one in node.below() if one.tag == "swiper-item"]
        return chance.randrange(len(items)) if items else None
    if node.tag == "picker-view":
        columns = [one for one in node.children if one.tag == "picker-view-column"]
        counts = [len(list(one.children)) for one in columns]
        return [chance.randrange(count) if count else 0 for count in counts] if counts else None
    return _picked(attr, chance)


def _slid(attr: dict[str, Any], chance: Random) -> float:
    least, most, step = (_number(attr.get(name), usual) for name, usual in (("min", 0), ("max", 100), ("step", 1)))
    steps = max(0, int((most - least) / step)) if step > 0 else 0
    return least + step * chance.choice((0, steps, chance.randint(0, steps)))


def _picked(attr: dict[str, Any], chance: Random) -> Any:
    range_ = attr.get("range")
    match attr.get("mode") or "selector":
        case "selector":
            return chance.randrange(len(range_)) if isinstance(range_, list) and range_ else None
        case "multiSelector":
            columns = [len(one) if isinstance(one, list) else 0 for one in range_ or []]
            return [chance.randrange(count) if count else 0 for count in columns] or None
        case "time":
            return chance.choice(("00:00", "09:30", "23:59"))
        case "date":
            return chance.choice(("2000-02-29", "2026-01-01", "2026-12-31"))
        case "region":
            return ["广东省", "广州市", "海珠区"]
        case _:
            return None


def _number(value: Any, usual: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return usual
