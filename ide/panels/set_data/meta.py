"""setData: what each page and component sends to its view, and what of it is in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.set_data.presenter import SetDataPresenter


def _present(desk: PanelDesk) -> SetDataPresenter:
    from ide.panels.set_data.presenter import SetDataPresenter

    return SetDataPresenter(desk)


def _show(presenter: SetDataPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.set_data.panel import SetDataPanel

    return SetDataPanel(presenter, appearance, parent)


META = PanelMeta("set_data", order=35, icon="set-data", present=_present, show=_show)
