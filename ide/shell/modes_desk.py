"""The compile modes of the open project: those that it has, and the one in which its programs start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from ide.models.appearance import Appearance
from ide.models.compile_modes import NORMAL, CompileMode, read_modes, write_modes
from ide.models.settings import SettingsFile
from ide.models.text_files import Refused


class ModesView(Protocol):
    """What shows them."""

    def say(self, message: str) -> None:
        """A short message."""

    def show_modes(self, modes: Sequence[CompileMode], current: CompileMode) -> None:
        """All of them, and the one that counts."""


class ModesDesk:
    """`chosen`: another one counts now, or the same in another form."""

    def __init__(
        self, root: Path, settings: SettingsFile, appearance: Appearance, view: ModesView, chosen: Callable[[], None]
    ) -> None:
        self.listed: tuple[CompileMode, ...] = read_modes(root)
        last = settings.project_state(root).compile_mode
        self.current = next((mode for mode in self.listed if mode.name == last), NORMAL)
        self._root = root
        self._settings = settings
        self._appearance = appearance
        self._view = view
        self._chosen = chosen
        view.show_modes(self.listed, self.current)

    def choose(self, mode: CompileMode) -> None:
        """Another one."""
        self.current = mode
        self._settings.update_project(self._root, compile_mode=mode.name)
        self._view.show_modes(self.listed, mode)
        refused = write_modes(self._root, self.listed, mode)
        if isinstance(refused, Refused):
            detail = refused.detail or refused.reason
            self._view.say(self._appearance.texts("report.mode_not_saved", detail=detail))
        self._chosen()

    def change(self, before: CompileMode, after: CompileMode | None) -> None:
        """Adds (`before` unknown), changes, or removes (`after` None) a custom mode and goes on with it."""
        kept = [mode for mode in self.listed if mode not in (before, after)]
        position = self.listed.index(before) if before in self.listed else len(kept)
        if after:
            kept.insert(position, after)
        self.listed = tuple(kept)
        self.choose(after or NORMAL)
