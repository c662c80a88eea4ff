"""wx.getExptInfoSync: no experiment runs."""

from __future__ import annotations

from runtime.api.families.base.device_facts import now
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (now("getExptInfoSync", lambda ports: {}),)
