"""What clients ask for by HTTP before they connect: the version, the targets, and what the server understands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from simulator.versions import handset_version

PROTOCOL_VERSION = "1.3"


@dataclass(frozen=True, slots=True)
class Target:
    """The program as clients show it. `address` begins with `ws://` and ends with the token."""

    id: str
    title: str
    url: str
    address: str


def documents(listed: Callable[[], Sequence[Target]], protocol: Callable[[], Any]) -> Mapping[str, Callable[[], bytes]]:
    """The documents by their paths."""

    def targets() -> bytes:
        return msgspec.json.encode([_entry(target) for target in listed()])

    return {
        "/json": targets,
        "/json/list": targets,
        "/json/version": lambda: msgspec.json.encode(version()),
        "/json/protocol": lambda: msgspec.json.encode(protocol()),
    }


def version() -> dict[str, str]:
    """Who speaks."""
    return {"Browser": f"Handset/{handset_version()}", "Protocol-Version": PROTOCOL_VERSION}


def _entry(target: Target) -> dict[str, str]:
    bare = target.address.removeprefix("ws://")
    return {
        "description": "a mini program in Handset",
        "devtoolsFrontendUrl": f"devtools://devtools/bundled/js_app.html?ws={bare}",
        "id": target.id,
        "title": target.title,
        "type": "node",
        "url": target.url,
        "webSocketDebuggerUrl": target.address,
    }
