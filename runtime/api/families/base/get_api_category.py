"""wx.getApiCategory: a program of the ordinary kind."""

from __future__ import annotations

from runtime.api.families.base.device_facts import now
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (now("getApiCategory", lambda ports: {"apiCategory": "default"}),)
