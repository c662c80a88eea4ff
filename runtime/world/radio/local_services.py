"""Services that announce themselves in the phone's network (mDNS)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Struct

MOST_SERVICES = 200


class LocalService(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """One. `resolves`: whether its address can be found out."""

    service_type: str
    service_name: str
    ip: Annotated[str, msgspec.Meta(pattern=r"^(?:\d{1,3}\.){3}\d{1,3}$")] = "192.168.1.50"
    port: Annotated[int, msgspec.Meta(ge=1, le=65_535)] = 80
    is_present: bool = True
    resolves: bool = True


LocalServices = Annotated[list[LocalService], msgspec.Meta(max_length=MOST_SERVICES)]


def present_services(value: Any, service_type: str) -> Mapping[str, LocalService]:
    """Those of a type that are there, by name; a dot at the end of a type makes no difference."""
    return {
        one.service_name: one
        for one in msgspec.convert(value, list[LocalService])
        if one.is_present and one.service_type.rstrip(".") == service_type.rstrip(".")
    }
