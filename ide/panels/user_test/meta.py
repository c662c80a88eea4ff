"""Test: what the user does on the phone becomes a script of pytest, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ide.models.panel_presenter import PanelDesk
from ide.widgets.panel_meta import PanelMeta

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ide.models.appearance import Appearance
    from ide.panels.user_test.presenter import UserTestPresenter


def _present(desk: PanelDesk) -> UserTestPresenter:
    from ide.panels.user_test.presenter import UserTestPresenter

    return UserTestPresenter(desk)


def _show(presenter: UserTestPresenter, appearance: Appearance, parent: QWidget) -> QWidget:
    from ide.panels.user_test.panel import UserTestPanel

    return UserTestPanel(presenter, appearance, parent)


META = PanelMeta("user_test", order=85, icon="record", present=_present, show=_show)
