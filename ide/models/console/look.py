"""The look of the console panel: `console.…` colours of the theme over those of `resources/themes/console.json`.

What is chosen looks as everywhere in the window.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from ide.models.theme import Theme
from runtime.systems.fonts import code_fonts

_OF_THE_WINDOW = {"selected": "selected", "selected_text": "selected_text", "icon_button_on": "accent"}
"""Colours of the console that are colours of the window, by their names there."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours by what they are for, sizes in pixels, and font families in order of preference."""

    colors: Mapping[str, str]
    sizes: Mapping[str, int]
    fonts: tuple[str, ...]

    def style_sheet(self) -> str:
        """The Qt style sheet of the panel's own controls."""
        template = (files("resources") / "themes" / "console.qss").read_text("utf-8")
        sizes = {name: f"{size}px" for name, size in self.sizes.items()}
        families = ", ".join(f'"{family}"' for family in self.fonts)
        return Template(template).substitute(self.colors, families=families, **sizes)


def load_look(theme: Theme) -> Look:
    """The console's look in a theme of the window."""
    source = files("resources") / "themes" / "console.json"
    data = json.loads(source.read_text("utf-8"))
    prefix = "console."
    given = {name.removeprefix(prefix): color for name, color in theme.colors.items() if name.startswith(prefix)}
    shared = {name: theme.colors[color] for name, color in _OF_THE_WINDOW.items()}
    return Look(data[theme.name] | shared | given, data["sizes"], code_fonts())
