"""Search: a text or an expression in all files of the project, and another in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.search.presenter import SearchPresenter


def _present(desk: PanelDesk) -> SearchPresenter:
    from ide.panels.search.presenter import SearchPresenter

    return SearchPresenter(desk)


def _show(presenter: SearchPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.search.panel import SearchPanel

    return SearchPanel(presenter, appearance, parent)


META = PanelMeta("search", order=95, icon="search", present=_present, show=_show)
