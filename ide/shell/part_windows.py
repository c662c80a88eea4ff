"""Which parts of the window stand in windows of their own. Whoever lends a part gets it back when its window closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.settings import SettingsFile
from ide.models.signal import Signal
from ide.shell.part_window import PartWindow
from ide.widgets.screen_place import place_of, put_in_place


@dataclass(frozen=True, slots=True)
class _Lent:
    window: PartWindow
    title: str
    take_back: Callable[[], None]


class PartWindows:
    """Owner of the windows; what stood apart does so again with the next project. `returned`: the user put it back."""

    def __init__(self, settings: SettingsFile, appearance: Appearance, owner: QWidget) -> None:
        self.returned: Signal[str] = Signal()
        self._settings = settings
        self._appearance = appearance
        self._owner = owner
        self._lent: dict[str, _Lent] = {}
        appearance.changed.connect(self._dress)

    def remembers(self, name: str) -> bool:
        """Whether this part stood apart the last time."""
        return name in self._settings.settings.parts.apart

    def window(self, name: str) -> PartWindow | None:
        """Where a part stands now, if apart."""
        return self._lent[name].window if name in self._lent else None

    def open(self, name: str, part: QWidget, title: str, size: QSize, take_back: Callable[[], None]) -> None:
        """Puts a part into a window of its own, of that size the first time. `title` is the key of its text."""
        window = PartWindow(self._appearance, self._owner)
        window.hold(part)
        window.resize(size)
        parts = self._settings.settings.parts
        if place := parts.places.get(name):
            put_in_place(window, place)
        window.keep_on_top(is_kept=name in parts.on_top)
        window.closed.connect(lambda: self.put_back(name))
        window.kept_on_top.connect(lambda is_kept: self._note("on_top", name, is_so=is_kept))
        self._lent[name] = _Lent(window, title, take_back)
        self._note("apart", name, is_so=True)
        self._dress(self._appearance)
        window.appear()

    def exchange(self, name: str, part: QWidget, take_back: Callable[[], None]) -> None:
        """Another part stands where this one stood; that goes to whoever lent it."""
        lent = self._lent[name]
        lent.window.hold(part)
        self._lent[name] = replace(lent, take_back=take_back)

    def put_back(self, name: str) -> None:
        """The user wants a part in the main window again."""
        self._end(name)
        self._note("apart", name, is_so=False)
        self.returned.emit(name)

    def rest(self) -> None:
        """No project is open: all parts go back until the next one."""
        for name in tuple(self._lent):
            self._end(name)

    def _end(self, name: str) -> None:
        lent = self._lent.pop(name)
        self._settings.update_parts(places={**self._settings.settings.parts.places, name: place_of(lent.window)})
        lent.take_back()
        lent.window.leave()

    def _note(self, member: str, name: str, *, is_so: bool) -> None:
        names = [one for one in getattr(self._settings.settings.parts, member) if one != name]
        self._settings.update_parts(**{member: [*names, name] if is_so else names})

    def _dress(self, appearance: Appearance) -> None:
        texts = appearance.texts
        for lent in self._lent.values():
            lent.window.setWindowTitle(texts("app.title", project=texts(lent.title)))
