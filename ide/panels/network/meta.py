"""Network: requests, uploads, downloads, sockets, and the pictures and fonts of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.network.presenter import NetworkPresenter


def _present(desk: PanelDesk) -> NetworkPresenter:
    from ide.panels.network.presenter import NetworkPresenter

    return NetworkPresenter(desk)


def _show(presenter: NetworkPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.network.panel import NetworkPanel

    return NetworkPanel(presenter, appearance, parent)


META = PanelMeta(
    "network",
    order=25,
    icon="network",
    keys=("Ctrl+Shift+J",),
    present=_present,
    show=_show,
    shows_recordings=True,
)
