"""Debug: where the program stands, its values, breakpoints and expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.debug.presenter import DebugPresenter


def _present(desk: PanelDesk) -> DebugPresenter:
    from ide.panels.debug.presenter import DebugPresenter

    return DebugPresenter(desk)


def _show(presenter: DebugPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.debug.panel import DebugPanel

    return DebugPanel(presenter, appearance, parent)


META = PanelMeta(
    "debug", order=15, icon="debugger", keys=("Ctrl+Shift+U",), present=_present, show=_show, shows_recordings=True
)
