"""wx.disableAlertBeforeUnload."""

from __future__ import annotations

from runtime.api.families.ui.shell import fixed
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (fixed("disableAlertBeforeUnload", "askBeforeLeaving", message=""),)
