"""All families of handlers in one tuple."""

from __future__ import annotations

from runtime.api import (
    base,
    canvas,
    cloud,
    device,
    file,
    listeners,
    location,
    media,
    network,
    open_api,
    route,
    socket,
    storage,
    ui,
    worker,
    wxml,
)
from runtime.api.handler import Handler

ALL_HANDLERS: tuple[Handler, ...] = (
    *base.HANDLERS,
    *canvas.HANDLERS,
    *cloud.HANDLERS,
    *device.HANDLERS,
    *file.HANDLERS,
    *listeners.HANDLERS,
    *location.HANDLERS,
    *media.HANDLERS,
    *network.HANDLERS,
    *open_api.HANDLERS,
    *route.HANDLERS,
    *socket.HANDLERS,
    *storage.HANDLERS,
    *ui.HANDLERS,
    *worker.HANDLERS,
    *wxml.HANDLERS,
)
