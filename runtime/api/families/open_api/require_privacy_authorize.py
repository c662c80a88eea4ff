"""wx.requirePrivacyAuthorize: the question is asked before it gets here (`interceptors/privacy.py`)."""

from __future__ import annotations

from runtime.api.families.open_api.fixed import fixed
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (fixed("requirePrivacyAuthorize"),)
