"""Wxml: the tree of the visible page, element by element, with what each one carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.wxml.presenter import WxmlPresenter


def _present(desk: PanelDesk) -> WxmlPresenter:
    from ide.panels.wxml.presenter import WxmlPresenter

    return WxmlPresenter(desk)


def _show(presenter: WxmlPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.wxml.panel import WxmlPanel

    return WxmlPanel(presenter, appearance, parent)


META = PanelMeta(
    "wxml",
    order=20,
    icon="file-wxml",
    keys=("Ctrl+Shift+X",),
    present=_present,
    show=_show,
    begins_when_seen=True,
    shows_recordings=True,
)
