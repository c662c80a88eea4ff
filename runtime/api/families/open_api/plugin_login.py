"""wx.pluginLogin: a code that no server knows, as wx.login gives."""

from __future__ import annotations

from runtime.api.families.open_api.login import login
from runtime.api.handler import Handler, in_host

HANDLERS: tuple[Handler, ...] = (in_host("pluginLogin", login, state="simulated"),)
