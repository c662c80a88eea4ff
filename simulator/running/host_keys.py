"""Keys of the computer as events of the world (`runtime/world/groups/keyboard.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.protocol import shell

MOST_LETTERS = 100
_LATEST_MS = 1e15


def key_event(touched: shell.KeyTouched) -> tuple[str, Mapping[str, Any]]:
    """The event's name and what is said of it."""
    return "keyboard.down" if touched.is_down else "keyboard.up", {
        "key": touched.key[:MOST_LETTERS],
        "code": touched.code[:MOST_LETTERS],
        "altKey": "true" if touched.has_alt else "",
        "shiftKey": "true" if touched.has_shift else "",
        "timeStamp": min(max(0.0, touched.at_ms), _LATEST_MS),
    }
