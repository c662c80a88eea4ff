"""All families of handlers in one tuple."""

from __future__ import annotations

from runtime.api import base, listeners, route, storage, ui
from runtime.api.handler import Handler

ALL_HANDLERS: tuple[Handler, ...] = (
    *base.HANDLERS,
    *listeners.HANDLERS,
    *route.HANDLERS,
    *storage.HANDLERS,
    *ui.HANDLERS,
)
