"""Scenes by name, and numbers that a user types."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from ide.models.scenes import load_scenes, scene_in


def test_scenes_are_those_of_the_platform_in_both_languages() -> None:
    platform = json.loads((files("resources") / "spec" / "globals.json").read_text("utf-8"))["scenes"]
    english, chinese = load_scenes("en"), load_scenes("zh")
    assert list(english) == list(chinese) == sorted(english)
    assert {str(number) for number in english} <= set(platform)
    assert {1001, 1007, 1011, 1037, 1038, 1089, 1154} <= set(english)


@pytest.mark.parametrize(
    ("text", "number"),
    [("1011  Scanned QR code", 1011), (" 1007", 1007), ("", 0), ("Default", 0), ("12345678", 0), ("٣", 0), ("-4", 0)],
)
def test_the_number_in_what_was_typed(text: str, number: int) -> None:
    assert scene_in(text) == number
