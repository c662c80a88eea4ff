"""Messages between the layers in words; their own names and codes are in the detail."""

from __future__ import annotations

import msgspec

from ide.models.texts import Texts
from simulator.bridge.record import Record


class _SetData(msgspec.Struct):
    count: int = 0
    path: str = ""


_set_data = msgspec.json.Decoder(_SetData)


def words_of(record: Record, texts: Texts) -> tuple[str, str]:
    """What it is and what it is about: `setData` and `3 keys`, `dom` and `2 rows in, 3 changed`."""
    name, _, rest = record.title.partition(" ")
    if record.code == "set-data":
        return "setData", _keys(record, texts) or rest
    if name != "dom":
        return name, rest
    words = [_operation(code, texts) for code in rest.split(" ")]
    return name, ", ".join(words)


def _keys(record: Record, texts: Texts) -> str:
    try:
        told = _set_data.decode(record.payload)
    except msgspec.MsgspecError:
        return ""
    return texts("console.keys_one" if told.count == 1 else "console.keys", count=told.count, path=told.path)


def _operation(code: str, texts: Texts) -> str:
    letter, _, count = code.partition("×")
    key = f"console.op.{letter}"
    return texts(key, count=count) if key in texts.words else code
