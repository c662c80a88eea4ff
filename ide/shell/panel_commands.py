"""Commands of the menus that a panel of the debugger area carries out: it comes to the front and is told."""

from __future__ import annotations

from collections.abc import Mapping

PANEL_COMMANDS: Mapping[str, tuple[str, str]] = {
    "find_in_files": ("search", "find"),
    "replace_in_files": ("search", "replace"),
    "record_test": ("user_test", "record"),
}
"""By the name of the action: the panel, and what it is told."""
