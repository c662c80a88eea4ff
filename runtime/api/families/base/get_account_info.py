"""wx.getAccountInfoSync."""

from __future__ import annotations

from runtime.api.families.base.device_facts import now
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (now("getAccountInfoSync", lambda ports: ports.program.account),)
