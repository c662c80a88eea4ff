"""Performance: how the program started, and where its time goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.performance.presenter import PerformancePresenter


def _present(desk: PanelDesk) -> PerformancePresenter:
    from ide.panels.performance.presenter import PerformancePresenter

    return PerformancePresenter(desk)


def _show(presenter: PerformancePresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.performance.panel import PerformancePanel

    return PerformancePanel(presenter, appearance, parent)


META = PanelMeta("performance", order=36, icon="record", present=_present, show=_show)
