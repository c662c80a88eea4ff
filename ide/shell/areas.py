"""Which areas of the window are shown and on which side the phone stands: toolbar, menu, layout and settings agree."""

from __future__ import annotations

from collections.abc import Sequence

from ide.models.settings import SettingsFile
from ide.shell.actions import Actions
from ide.shell.layout import WindowLayout, remembered_areas
from ide.shell.toolbar import AREAS, Toolbar


class Areas:
    """Owner of the choice; at least one area is always shown."""

    def __init__(self, toolbar: Toolbar, layout: WindowLayout, actions: Actions, settings: SettingsFile) -> None:
        self._toolbar = toolbar
        self._layout = layout
        self._actions = actions
        self._settings = settings
        toolbar.area_toggled.connect(self.toggle)
        for area in AREAS:
            actions[f"toggle_{area}"].triggered.connect(lambda on=False, area=area: self.toggle(area, on))
        actions["phone_right"].triggered.connect(lambda on=False: self.put_phone(on_right=on))

    def restore(self) -> None:
        """As it was the last time."""
        self.put_phone(on_right=self._settings.settings.phone_side == "right")
        self._show(remembered_areas(self._settings))

    def toggle(self, area: str, shown: bool) -> None:
        """The user wants an area or not."""
        areas = [one for one in AREAS if (shown if one == area else self._toolbar.toggles[one].isChecked())]
        self._show(areas or [area])

    def put_phone(self, *, on_right: bool) -> None:
        """The phone stands left or right."""
        self._layout.put_phone(on_right=on_right)
        self._actions["phone_right"].setChecked(on_right)
        self._settings.update(phone_side="right" if on_right else "left")

    def _show(self, areas: Sequence[str]) -> None:
        self._toolbar.show_areas(areas)
        self._layout.show_areas(areas)
        for area in AREAS:
            self._actions[f"toggle_{area}"].setChecked(area in areas)
        self._settings.update(**{f"shows_{area}": area in areas for area in AREAS})
