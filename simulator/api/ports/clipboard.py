"""The clipboard of the computer, or the one that the world plays. The computer's may hold what is none of a program's
business, so each reading of it is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from runtime.api.ports.clipboard import CLIPBOARD, ClipboardPort
from runtime.protocol.codec import well_formed_text
from runtime.world.world import World
from simulator.api.surroundings import Real


class QtClipboard:
    """The `ClipboardPort` of the host. Needs a running QGuiApplication. `tell` hears of a reading, by code."""

    def __init__(self, world: World, tell: Callable[[str], object]) -> None:
        self._world = world
        self._tell = tell

    def read(self) -> str:
        """Its text."""
        if not self._world["clipboard.isShared"]:
            return str(self._world["clipboard.text"])
        self._tell("clipboard-read")
        return well_formed_text(QGuiApplication.clipboard().text())

    def write(self, text: str) -> None:
        """Replaces its text."""
        if self._world["clipboard.isShared"]:
            QGuiApplication.clipboard().setText(text)
        else:
            self._world.set("clipboard.text", text, "program")


REAL: Real[ClipboardPort] = Real(CLIPBOARD, lambda around, _project: QtClipboard(around.world, around.notices.say))
