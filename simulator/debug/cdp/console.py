"""Records of the console as the protocol's console calls and exceptions."""

from __future__ import annotations

from typing import Any

import msgspec

from simulator.bridge.record import Record
from simulator.debug.cdp.exceptions import exception_details
from simulator.debug.cdp.places import Places
from simulator.debug.cdp.remote_objects import ObjectIds, remote_object

GROUP = "console"
_TYPES = {"warn": "warning"}
_FORMS = {"group": "startGroup", "group-collapsed": "startGroupCollapsed"}


def console_call(record: Record, ids: ObjectIds, places: Places) -> dict[str, Any] | None:
    """The parameters of consoleAPICalled; None if the record is no call of the program's console."""
    if record.kind != "log":
        return None
    return {
        "type": _FORMS.get(record.form, record.form) or _TYPES.get(record.level, record.level),
        "args": _arguments(record, ids),
        "executionContextId": ids.run,
        "timestamp": record.time_ms,
        **({"stackTrace": places.stack_trace(record.stack)} if record.stack else {}),
    }


def end_of_group(record: Record, ids: ObjectIds) -> dict[str, Any]:
    """The parameters of consoleAPICalled that end a group before a record."""
    return {"type": "endGroup", "args": [], "executionContextId": ids.run, "timestamp": record.time_ms}


def thrown(record: Record, ids: ObjectIds, places: Places) -> dict[str, Any] | None:
    """The parameters of exceptionThrown; None if the record is no uncaught exception of the program."""
    if record.kind != "error" or record.origin != "program":
        return None
    details = exception_details(record.sequence, record.title, record.stack, places)
    return {
        "timestamp": record.time_ms,
        "exceptionDetails": {**details, "executionContextId": ids.run},
    }


def _arguments(record: Record, ids: ObjectIds) -> list[dict[str, Any]]:
    if record.payload_cut:
        return [{"type": "string", "value": record.title}]
    previews = msgspec.json.decode(record.payload or b"[]")
    return [remote_object(preview, ids, GROUP, with_preview=True) for preview in previews]
