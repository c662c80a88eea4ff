"""wx.showTabBar."""

from __future__ import annotations

from runtime.api.families.ui.shell import tab_bar, tab_bar_shown
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (tab_bar("showTabBar", tab_bar_shown(visible=True)),)
