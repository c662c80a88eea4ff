"""wx.hideNavigationBarLoading."""

from __future__ import annotations

from runtime.api.families.ui.shell import fixed
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (fixed("hideNavigationBarLoading", "setNavigationBar", loading=False),)
