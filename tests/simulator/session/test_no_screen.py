"""What is known of a page where there is no screen, and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.session.no_screen import NotSeen, nowhere


def test_every_element_is_empty_and_at_the_top_left() -> None:
    fields = {"rect": True, "size": True}
    asked = {"name": "query", "requests": [{"nodes": [[1, 2]], "fields": fields}, {"nodes": None, "all": True}]}
    box = dict.fromkeys(("left", "top", "right", "bottom", "width", "height"), 0)
    assert nowhere(asked) == [box, []]


@pytest.mark.parametrize(
    "call",
    [
        {"name": "canvas", "jobs": [["draw", 1], ["export", 1, {}]]},
        {"name": "element", "id": 1, "node": 2, "call": {"name": "invoke", "method": "frame", "args": []}},
        {"name": "element", "id": 1, "node": 2, "call": {"name": "invoke", "method": "getRegion", "args": []}},
    ],
)
def test_what_only_a_screen_could_show_is_not_made_up(call: dict[str, Any]) -> None:
    with pytest.raises(NotSeen):
        nowhere(call)


@pytest.mark.parametrize(
    "call",
    [
        {"name": "canvas", "jobs": [["export", 1], ["frame"]]},
        {"name": "canvas", "jobs": []},
        {"name": "element", "id": 1, "node": 2, "call": {"name": "invoke", "method": "play", "args": []}},
        {"name": "pageScroll"},
    ],
)
def test_orders_are_taken(call: dict[str, Any]) -> None:
    assert nowhere(call) == {}
