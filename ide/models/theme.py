"""Colours and sizes of the window, from `resources/themes/<name>.json`, and the style sheet made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any, Literal

ThemeName = Literal["dark", "light"]
THEMES: tuple[ThemeName, ...] = ("dark", "light")


@dataclass(frozen=True, slots=True)
class Theme:
    """One look. `colors` and `sizes` (pixels) are named by what they are for; `monaco` is the editor's theme data."""

    name: ThemeName
    colors: Mapping[str, str]
    sizes: Mapping[str, int]
    monaco: Mapping[str, Any]

    def style_sheet(self) -> str:
        """The Qt style sheet of the whole window."""
        resources = files("resources")
        template = (resources / "themes" / "window.qss").read_text("utf-8")
        sizes = {name: f"{size}px" for name, size in self.sizes.items()}
        icons = Path(str(resources / "icons")).as_posix()
        return Template(template).substitute(self.colors, **sizes, icons=icons)


def load_theme(name: ThemeName) -> Theme:
    """Reads a theme; sizes that both themes share are in `sizes.json`."""
    folder = files("resources") / "themes"
    data = json.loads((folder / f"{name}.json").read_text("utf-8"))
    sizes = json.loads((folder / "sizes.json").read_text("utf-8"))
    return Theme(name, data["colors"], sizes, data["monaco"])
