"""Files of the program that are pictures or films, and the viewer of pictures."""

from __future__ import annotations

from pathlib import Path

from runtime.api.call import ApiFailure, Call
from runtime.api.port import HostPorts
from runtime.api.ports.ui import UI


def file(ports: HostPorts, path: str) -> Path | None:
    """The real path of a file of the program; None if there is none."""
    place = ports.areas.resolve(path)
    return place.real if place is not None and place.real is not None and place.real.is_file() else None


def preview(call: Call, ports: HostPorts, urls: list[str]) -> None:
    """Shows pictures; `current` may be a URL or an index."""
    if not urls:
        raise ApiFailure("parameter error: parameter.urls should have at least 1 item")
    current = call.args.get("current", 0)
    chosen = urls[int(current)] if isinstance(current, int | float) and 0 <= current < len(urls) else str(current)
    ports[UI].show(call.request.page_id, "preview", {"urls": urls, "current": chosen if chosen in urls else urls[0]})
    call.succeed()
