"""Console: messages of the program, API calls and bridge messages in one timeline, with filters and an evaluator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.console.presenter import ConsolePresenter


def _present(desk: PanelDesk) -> ConsolePresenter:
    from ide.panels.console.presenter import ConsolePresenter

    return ConsolePresenter(desk)


def _show(presenter: ConsolePresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.console.panel import ConsolePanel

    return ConsolePanel(presenter, appearance, parent)


META = PanelMeta(
    "console", order=10, icon="console", keys=("Ctrl+Shift+Y",), present=_present, show=_show, shows_recordings=True
)
