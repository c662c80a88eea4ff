"""Conditions of mock rules."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.mocks.matching import at_path, fits
from runtime.mocks.model import Condition

ARGS = {"url": "https://a.example/API/list?x=1", "header": {"X-Token": "abc"}, "data": {"ids": [4, {"n": None}]}}


@pytest.mark.parametrize(
    "condition",
    [
        Condition(),
        Condition(url="*/api/list*"),
        Condition(url="https://a.example/api/list?x=1"),
        Condition(url="*"),
        Condition(url="https**x=1"),
        Condition(method="get"),
        Condition(header={"x-token": "a*"}),
        Condition(args={"data.ids.0": 4, "data.ids.1.n": None}),
        Condition(args={"data.ids": [4, {"n": None}]}),
    ],
    ids=str,
)
def test_fits(condition: Condition) -> None:
    assert fits(condition, ARGS)


@pytest.mark.parametrize(
    "condition",
    [
        Condition(url="/api/list"),
        Condition(url="https://*x=1*x=1"),
        Condition(method="POST"),
        Condition(header={"x-token": "b*"}),
        Condition(header={"x-other": "*"}),
        Condition(args={"data.ids.2": None}),
        Condition(args={"data.ids.-1": {"n": None}}),
        Condition(args={"data.ids.length": 2}),
        Condition(args={"missing": None}),
        Condition(url="*/api/*", args={"data": 1}),
    ],
    ids=str,
)
def test_does_not_fit(condition: Condition) -> None:
    assert not fits(condition, ARGS)


@pytest.mark.parametrize("args", [{}, {"url": 5, "header": "x", "method": []}, {"header": {"x": {}}}], ids=str)
def test_strange_arguments_fit_nothing(args: dict[str, Any]) -> None:
    assert not fits(Condition(url="*a*", header={"x": "*"}), args)


def test_many_stars_cost_one_walk() -> None:
    assert not fits(Condition(url="*a" * 50_000 + "b"), {"url": "a" * 100_000})


def test_paths() -> None:
    assert at_path({"a": [{"b": 1}]}, "a.0.b") == 1
    assert at_path({"a": [1]}, "a." + "9" * 5000, "none") == "none"
    assert at_path({"a": [1]}, "a.²", "none") == "none"
