"""wx.previewMedia."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.media.pictures import preview
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def preview_media(call: Call, ports: HostPorts) -> None:
    """previewMedia: pictures are shown, videos by their poster."""
    sources = [one for one in call.items("sources") if isinstance(one, dict)]
    urls = [str(one.get("poster") or one.get("url", "")) if one.get("type") == "video" else str(one.get("url", ""))
            for one in sources]  # fmt: skip
    preview(call, ports, urls)


HANDLERS: tuple[Handler, ...] = (in_host("previewMedia", preview_media),)
