"""From where users come to a program: the platform's scenes in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files

from runtime.diagnostics import Language


def load_scenes(language: Language) -> Mapping[int, str]:
    """Number and meaning of the scenes that still occur, in the order of their numbers."""
    text = (files("resources") / "messages" / f"scenes.{language}.json").read_text("utf-8")
    return {int(number): meaning for number, meaning in json.loads(text).items()}


def scene_in(text: str) -> int:
    """The number at the beginning of what a user has typed or chosen; 0 if there is none."""
    digits = text.strip().split(" ", 1)[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0
