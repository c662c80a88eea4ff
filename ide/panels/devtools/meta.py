"""DevTools: the front end of Chrome's debugger, which Qt ships, on the program's logic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.devtools.presenter import DevToolsPresenter


def _present(desk: PanelDesk) -> DevToolsPresenter:
    from ide.panels.devtools.presenter import DevToolsPresenter

    return DevToolsPresenter(desk)


def _show(presenter: DevToolsPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.devtools.panel import DevToolsPanel

    return DevToolsPanel(presenter, appearance, parent)


META = PanelMeta("devtools", order=97, icon="devtools", keys=("Ctrl+Shift+I",), present=_present, show=_show)
