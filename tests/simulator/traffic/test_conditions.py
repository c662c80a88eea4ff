"""Addresses that are out of reach."""

from __future__ import annotations

import pytest

from simulator.traffic.conditions import Conditions

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
    conditions = Conditions()
    conditions.block([pattern])
    assert conditions.is_blocked(URL) is is_blocked
