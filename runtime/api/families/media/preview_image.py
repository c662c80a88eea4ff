"""wx.previewImage."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.media.pictures import preview
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def preview_image(call: Call, ports: HostPorts) -> None:
    """previewImage: `current` may be a URL or an index."""
    preview(call, ports, [str(url) for url in call.items("urls")])


HANDLERS: tuple[Handler, ...] = (in_host("previewImage", preview_image),)
