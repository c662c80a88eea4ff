"""Mock: the project's rules that answer calls of wx, to be edited and tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.mock.presenter import MockPresenter


def _present(desk: PanelDesk) -> MockPresenter:
    from ide.panels.mock.presenter import MockPresenter

    return MockPresenter(desk)


def _show(presenter: MockPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.mock.panel import MockPanel

    return MockPanel(presenter, appearance, parent)


META = PanelMeta("mock", order=46, icon="mock", present=_present, show=_show, begins_when_seen=True)
