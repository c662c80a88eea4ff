"""wx.authorizeForMiniProgram: what a plugin asks for is asked for the program that uses it."""

from __future__ import annotations

from runtime.api.families.open_api.authorize import authorize
from runtime.api.handler import Handler, in_host

HANDLERS: tuple[Handler, ...] = (in_host("authorizeForMiniProgram", authorize, state="simulated"),)
