"""Remembers which project is being started, so that one that froze the window is not opened by itself again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ide.models.settings import SettingsFile

PROVEN_MS = 5000
"""A program that runs and a window that has answered for this long since have started well."""


class StartGuard(QObject):
    """What is on disk while a start is not proven is found by the next start, whatever ended this one."""

    def __init__(self, settings: SettingsFile, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._proof = QTimer(self, interval=PROVEN_MS, singleShot=True)
        self._proof.timeout.connect(self.end)

    def is_suspect(self, root: Path) -> bool:
        """Whether an earlier start of this project never came to its end."""
        return self._settings.settings.starting_project == str(root)

    def begin(self, root: Path) -> None:
        """A project is about to be opened."""
        self._proof.stop()
        self._settings.update(starting_project=str(root))

    def state_changed(self, state: str) -> None:
        """What the program is doing now."""
        if state != "starting" and not self._proof.isActive() and self._settings.settings.starting_project:
            self._proof.start()

    def end(self) -> None:
        """The start went well, or the user has closed the project in good order."""
        self._proof.stop()
        if self._settings.settings.starting_project:
            self._settings.update(starting_project="")
