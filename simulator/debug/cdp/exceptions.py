"""Exceptions as the protocol tells them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from runtime.protocol.stacks import StackFrame
from simulator.debug.cdp.places import Places
from simulator.debug.cdp.remote_objects import error_text


def exception_details(
    number: int, text: str, stack: Sequence[StackFrame], places: Places, thrown: dict[str, Any] | None = None
) -> dict[str, Any]:
    """`text` is `TypeError: …`; `thrown` the remote object, if the value is still kept."""
    own = next((frame for frame in stack if frame.file), None)
    place = places.location(own.file, own.line, own.column) if own else {"lineNumber": 0, "columnNumber": 0}
    name = text.partition(":")[0]
    without_value = {
        "type": "object",
        "subtype": "error",
        "className": name if name.isidentifier() else "Error",
        "description": error_text(text, stack, places.url),
    }
    return {
        "exceptionId": number,
        "text": "Uncaught",
        **place,
        **({"url": places.url(own.file)} if own else {}),
        **({"stackTrace": places.stack_trace(stack)} if stack else {}),
        "exception": thrown or without_value,
    }
