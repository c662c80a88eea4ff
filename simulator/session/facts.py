"""What the session must know of a program: its pages, its tabs, its entry. Taken from the compiled program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One declared page. `window` is its effective configuration, `window_dark` that of the dark theme, empty if it is
    the same; `tab_index` is -1 for a page that is no tab."""

    path: str
    window: Mapping[str, Any]
    tab_index: int = -1
    window_dark: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """The declared pages in order of declaration, the entry page, the app's configuration and what it is called."""

    pages: Mapping[str, PageFacts]
    entry_path: str
    app: Mapping[str, Any]
    name: str = ""

    @staticmethod
    def from_program(program: Mapping[str, Any], name: str = "") -> ProgramFacts:
        """Reads the facts off a compiled program (resources/docs/wire.md, "Program")."""
        pages = {
            path: PageFacts(path, page.get("window", {}), page.get("tab", -1), page.get("windowDark", {}))
            for path, page in program["pages"].items()
        }
        app = program["app"]
        entry = str(app.get("entryPagePath") or next(iter(pages), "")).lstrip("/")
        return ProgramFacts(pages, entry, app, name)

    @property
    def follows_theme(self) -> bool:
        """Whether the program says that it follows the phone's theme."""
        return self.app.get("darkmode") is True

    @property
    def has_custom_tab_bar(self) -> bool:
        """Whether the project draws the tab bar itself."""
        return bool((self.app.get("tabBar") or {}).get("custom"))
