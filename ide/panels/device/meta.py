"""Device: what the desk plays to the program, value by value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.device.presenter import DevicePresenter


def _present(desk: PanelDesk) -> DevicePresenter:
    from ide.panels.device.presenter import DevicePresenter

    return DevicePresenter(desk)


def _show(presenter: DevicePresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.device.panel import DevicePanel

    return DevicePanel(presenter, appearance, parent)


META = PanelMeta(
    "device",
    order=45,
    icon="device",
    keys=("Ctrl+Shift+K",),
    present=_present,
    show=_show,
    begins_when_seen=True,
)
