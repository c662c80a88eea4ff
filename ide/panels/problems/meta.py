"""Problems: what the last build found wrong, as a list to be filtered and followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.problems.presenter import ProblemsPresenter


def _present(desk: PanelDesk) -> ProblemsPresenter:
    from ide.panels.problems.presenter import ProblemsPresenter

    return ProblemsPresenter(desk)


def _show(presenter: ProblemsPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.problems.panel import ProblemsPanel

    return ProblemsPanel(presenter, appearance, parent)


META = PanelMeta("problems", order=90, icon="warning", keys=("Ctrl+Shift+M",), present=_present, show=_show)
