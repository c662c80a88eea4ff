"""One panel of one phone: its presenter, its widget once somebody has looked, and the badge its tab wears."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ide.models.panel_presenter import Badge, PanelDesk, PanelPresenter
from ide.widgets.panel_meta import PanelMeta


class PanelTab:
    """Its presenter is there at once, unless it is to wait. `wear` hears of its badge."""

    def __init__(self, meta: PanelMeta[Any], desk: PanelDesk, wear: Callable[[PanelTab, Badge], None]) -> None:
        self.meta = meta
        self.widget: QWidget | None = None
        self.badge = Badge(0)
        self._desk = desk
        self._wear = wear
        self.begun: PanelPresenter[Any] | None = None if meta.begins_when_seen else self._begin()

    @property
    def presenter(self) -> PanelPresenter[Any]:
        """The presenter; made now if it has waited."""
        self.begun = self.begun or self._begin()
        return self.begun

    def close(self) -> None:
        """The phone's program ends: so do presenter and widget."""
        if self.begun:
            self.begun.close()
        if self.widget:
            self.widget.deleteLater()

    def _begin(self) -> PanelPresenter[Any]:
        presenter: PanelPresenter[Any] = self.meta.present(self._desk)
        presenter.badged.connect(partial(self._wear, self))
        return presenter
