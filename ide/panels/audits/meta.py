"""Audits: how good the program is by the platform's rules, and what its packages weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.audits.presenter import AuditsPresenter


def _present(desk: PanelDesk) -> AuditsPresenter:
    from ide.panels.audits.presenter import AuditsPresenter

    return AuditsPresenter(desk)


def _show(presenter: AuditsPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.audits.panel import AuditsPanel

    return AuditsPanel(presenter, appearance, parent)


META = PanelMeta("audits", order=80, icon="check", present=_present, show=_show)
