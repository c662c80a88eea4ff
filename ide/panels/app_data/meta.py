"""AppData: the data of every open page, live, and to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.app_data.presenter import AppDataPresenter


def _present(desk: PanelDesk) -> AppDataPresenter:
    from ide.panels.app_data.presenter import AppDataPresenter

    return AppDataPresenter(desk)


def _show(presenter: AppDataPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.app_data.panel import AppDataPanel

    return AppDataPanel(presenter, appearance, parent)


META = PanelMeta(
    "app_data",
    order=30,
    icon="app-data",
    keys=("Ctrl+Shift+D",),
    present=_present,
    show=_show,
    begins_when_seen=True,
    shows_recordings=True,
)
