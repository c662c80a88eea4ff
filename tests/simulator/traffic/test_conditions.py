"""Addresses that are out of reach."""

from __future__ import annotations

import pytest

from runtime.world.world import new_world
from simulator.traffic.conditions import Conditions, Speed

URL = "https://api.example.com/v1/users?page=2"


@pytest.mark.parametrize(
    ("pattern", "is_blocked"),
    [
        ("api.example.com", True),
        ("api*users", True),
        ("users*api", False),
        ("https://*.example.com/v1/*", True),
        ("*" * 5000, True),
        ("?page=2", True),
        ("(", False),
        ("", False),
    ],
)
def test_a_pattern_is_a_part_of_the_address_with_stars(pattern: str, *, is_blocked: bool) -> None:
    conditions = Conditions(new_world())
    conditions.block([pattern])
    assert conditions.is_blocked(URL) is is_blocked


def test_usual_conditions_are_world_values() -> None:
    world = new_world()
    conditions = Conditions(world)
    assert (conditions.name, conditions.now) == ("online", Speed())
    conditions.become("slow-3g")
    assert (world["network.type"], conditions.now) == ("3g", Speed(2000, 50_000))
    world.set("network.type", "none", "scenario")
    assert (conditions.name, conditions.now.is_offline) == ("offline", True)
    world.set_all({"network.type": "4g", "network.loss": 50}, "scenario")
    assert (conditions.name, conditions.now.loss_percent) == ("custom", 50)
    conditions.become("custom")
    assert conditions.name == "custom"
    conditions.become("online")
    assert (conditions.name, conditions.now) == ("online", Speed())
