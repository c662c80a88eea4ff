"""A running program that runs nothing: it notes what the window asks of it and says what a test tells it to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel

from ide.models.program_control import CacheKind, ProgramListener, RunRules
from runtime.project.load import load_project
from simulator.session.arrival import AS_BEFORE, Arrival
from tests.support.debug_target import FakeTarget


class FakeRunningProgram:
    """Implements `ide.models.program_control.ProgramControl`; `calls` holds the wishes in order."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.calls: list[tuple[object, ...]] = []
        self.listeners: list[ProgramListener] = []
        self.debug = FakeTarget()
        self.phone = QLabel("phone")

    def add_listener(self, listener: ProgramListener) -> Callable[[], None]:
        self.listeners.append(listener)
        listener.project_read(load_project(self.root), {})
        return lambda: self.listeners.remove(listener)

    def tell(self, act: Callable[[ProgramListener], None]) -> None:
        """Says something to all who listen."""
        for listener in tuple(self.listeners):
            act(listener)

    def phone_widget(self) -> object:
        return self.phone

    def launch(self, path: str = "", query: str = "", arrival: Arrival = AS_BEFORE) -> None:
        self.calls.append(("launch", path, query, arrival.scene or 1001))

    def relaunch(self) -> None:
        self.calls.append(("relaunch",))

    def restart_here(self) -> None:
        self.calls.append(("restart_here",))

    def use_rules(self, rules: RunRules) -> None:
        self.calls.append(("use_rules", rules))

    def clear_cache(self, kind: CacheKind) -> None:
        self.calls.append(("clear_cache", kind))

    def set_zoom(self, percent: int) -> None:
        self.calls.append(("set_zoom", percent))

    def save_hint(self, path: Path) -> None:
        self.calls.append(("save_hint", path))

    def record(self, path: Path) -> bool:
        self.calls.append(("record", path))
        return True

    def stop_recording(self) -> str:
        self.calls.append(("stop_recording",))
        return ""

    def go_home(self) -> None:
        self.calls.append(("go_home",))

    def come_back(self, arrival: Arrival = AS_BEFORE) -> None:
        self.calls.append(("come_back", arrival))

    def close(self) -> None:
        self.calls.append(("close",))
