"""Sources: the files of the program as they are loaded, to be read and searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.sources.presenter import SourcesPresenter


def _present(desk: PanelDesk) -> SourcesPresenter:
    from ide.panels.sources.presenter import SourcesPresenter

    return SourcesPresenter(desk)


def _show(presenter: SourcesPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.sources.panel import SourcesPanel

    return SourcesPanel(presenter, appearance, parent)


META = PanelMeta("sources", order=38, icon="file-js", present=_present, show=_show)
