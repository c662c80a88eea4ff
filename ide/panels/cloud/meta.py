"""Cloud: the databases, functions and files of the project's cloud environments, to be looked at and edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.cloud.presenter import CloudPresenter


def _present(desk: PanelDesk) -> CloudPresenter:
    from ide.panels.cloud.presenter import CloudPresenter

    return CloudPresenter(desk)


def _show(presenter: CloudPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.cloud.panel import CloudPanel

    return CloudPanel(presenter, appearance, parent)


META = PanelMeta("cloud", order=42, icon="cloud", keys=("Ctrl+Shift+L",), present=_present, show=_show)
