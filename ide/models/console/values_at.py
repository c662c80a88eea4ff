"""Which value of a row lies at a path, as the row's spans name it."""

from __future__ import annotations

import msgspec

from ide.models.console.opened import Opened, Path
from simulator.bridge.preview import Preview, members
from simulator.bridge.record import Record

_BUCKET = "\0"


def preview_at(record: Record, path: Path, opened: Opened) -> Preview | None:
    """The preview of the value; of a record without such a path None."""
    if record.kind not in ("log", "result", "error") or record.payload_cut or not record.payload or not path:
        return None
    values: list[Preview] = msgspec.json.decode(record.payload)
    if not path[0].isdigit() or int(path[0]) >= len(values):
        return None
    found = values[int(path[0])]
    for length in range(2, len(path) + 1):
        label = path[length - 1]
        if label.startswith(_BUCKET):
            found = opened.fetched(path[:length]) or found
            continue
        known = dict(members(opened.fetched(path[: length - 1]) or found))
        if label not in known:
            return None
        found = known[label]
    return found


def first_object(record: Record) -> Path:
    """The path of the first value of a row that has members; of the first of all without one; empty for none."""
    if record.kind not in ("log", "result", "error") or record.payload_cut or not record.payload:
        return ()
    values: list[Preview] = msgspec.json.decode(record.payload)
    with_members = (str(at) for at, value in enumerate(values) if value.get("id"))
    return (next(with_members, "0"),) if values else ()
