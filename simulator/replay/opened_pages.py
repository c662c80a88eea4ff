"""A page that a recording opens, with its style sheets, which stand elsewhere in it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Raw

from runtime.protocol import codec, view
from simulator.recording.form import ShownPage


def opened(page: ShownPage, sheets: Sequence[bytes]) -> view.HostToView:
    """The message, with its sheets in their order. Raises msgspec.MsgspecError, codec.FrameError."""
    message = msgspec.json.decode(page.open, type=dict[str, Raw])
    message["styles"] = Raw(b"[" + b",".join(sheets) + b"]")
    return codec.decode_for_view(msgspec.json.encode(message))


def places_of(page: ShownPage, most: int) -> list[int]:
    """Which sheets it has, of so many, from 0 on. Raises codec.FrameError for one that is not there."""
    if not all(0 < number <= most for number in page.styles):
        raise codec.FrameError("there is no such style sheet")
    return [number - 1 for number in page.styles]
