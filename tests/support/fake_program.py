"""A running program that runs nothing: it notes what the window asks of it and says what a test tells it to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QLabel

from ide.models.running_program import CacheKind, Orientation, ProgramListener, RunRules
from runtime.project.load import load_project


class FakeProgram:
    """Implements `ide.models.running_program.RunningProgram`; `calls` holds the wishes in order."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.calls: list[tuple[object, ...]] = []
        self.listeners: list[ProgramListener] = []
        self.device = "iPhone 6/7/8"
        self.held: Orientation = "portrait"
        self.orientation: Orientation = "portrait"
        self.phone = QLabel("phone")

    @property
    def device_names(self) -> Sequence[str]:
        return ("iPhone 6/7/8", "iPhone X", "Pixel 9")

    @property
    def device_name(self) -> str:
        return self.device

    def add_listener(self, listener: ProgramListener) -> None:
        self.listeners.append(listener)
        listener.project_read(load_project(self.root), {})

    def phone_widget(self) -> object:
        return self.phone

    def launch(self, path: str = "", query: str = "", scene: int = 1001) -> None:
        self.calls.append(("launch", path, query, scene))

    def relaunch(self) -> None:
        self.calls.append(("relaunch",))

    def restart_here(self) -> None:
        self.calls.append(("restart_here",))

    def use_rules(self, rules: RunRules) -> None:
        self.calls.append(("use_rules", rules))

    def clear_cache(self, kind: CacheKind) -> None:
        self.calls.append(("clear_cache", kind))

    def set_device(self, name: str) -> None:
        self.device = name
        self.calls.append(("set_device", name))

    def rotate(self) -> None:
        self.held = self.orientation = "landscape" if self.held == "portrait" else "portrait"
        self.calls.append(("rotate",))

    def set_zoom(self, percent: int) -> None:
        self.calls.append(("set_zoom", percent))

    def set_font_scale(self, size: int) -> None:
        self.calls.append(("set_font_scale", size))

    def set_theme(self, theme: Literal["light", "dark"]) -> None:
        self.calls.append(("set_theme", theme))

    def save_hint(self, path: Path) -> None:
        self.calls.append(("save_hint", path))

    def go_home(self) -> None:
        self.calls.append(("go_home",))

    def close(self) -> None:
        self.calls.append(("close",))
