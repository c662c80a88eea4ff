"""Storage: what the program has put into wx.setStorage, to be looked at and edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.storage.presenter import StoragePresenter


def _present(desk: PanelDesk) -> StoragePresenter:
    from ide.panels.storage.presenter import StoragePresenter

    return StoragePresenter(desk)


def _show(presenter: StoragePresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.storage.panel import StoragePanel

    return StoragePanel(presenter, appearance, parent)


META = PanelMeta(
    "storage",
    order=40,
    icon="storage",
    keys=("Ctrl+Shift+B",),
    present=_present,
    show=_show,
    begins_when_seen=True,
    shows_recordings=True,
)
