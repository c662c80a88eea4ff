"""Bytes and UUIDs as people write them in JSON."""

from __future__ import annotations

import re
from typing import Annotated

import msgspec

from runtime.world.kinds import Text

MAX_HEX = 64 * 1024
_SHORT_UUID = re.compile(r"[0-9A-Fa-f]{4}(?:[0-9A-Fa-f]{4})?\Z")
_WHOLE_UUID = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_BASE = "-0000-1000-8000-00805F9B34FB"

Hex = Annotated[str, msgspec.Meta(pattern=r"^(?:[0-9A-Fa-f]{2})*$", max_length=MAX_HEX)]
Uuid = Annotated[str, msgspec.Meta(pattern=rf"^(?:[0-9A-Fa-f]{{4}}|[0-9A-Fa-f]{{8}}|{_WHOLE_UUID})$")]
WholeUuid = Annotated[str, msgspec.Meta(pattern=rf"^{_WHOLE_UUID}$")]

HEX = Text(r"(?:[0-9A-Fa-f]{2})*", "bytes in hexadecimal digits")


def whole_uuid(text: str) -> str:
    """The long form, in capitals: of `180d` it is `0000180D-0000-1000-8000-00805F9B34FB`. Other text in capitals."""
    upper = text.strip().upper()
    return f"{upper.rjust(8, '0')}{_BASE}" if _SHORT_UUID.match(upper) else upper
