"""Which messages of a running program may have changed what a panel shows."""

from __future__ import annotations

from simulator.bridge.record import Record

_STIRRING_TAGS = frozenset(
    (
        "dom",
        "events",
        "view-events",
        "evaluated",
        "patched",
        "route",
        "route-done",
        "api-event",
        "page-event",
        "launched",
    )
)


def may_change_data(record: Record) -> bool:
    """Whether the data of a page may differ after this; the panels' own questions never do that."""
    if record.kind == "bridge":
        return record.title.partition(" ")[0] in _STIRRING_TAGS
    return record.kind in ("api", "log", "error", "notice")


def may_change_style(record: Record) -> bool:
    """Whether elements may look otherwise after this: a style sheet was replaced, or the phone is another one."""
    return record.kind == "bridge" and record.title.partition(" ")[0] in ("style", "device")


def is_launch(record: Record) -> bool:
    """Whether the program starts anew with this: what was asked before is never answered."""
    return record.code == "launch"


def may_change_storage(record: Record) -> bool:
    """Whether the program's storage may differ after this."""
    return is_launch(record) or (record.kind == "api" and "storage" in record.title.lower() and record.is_final)
