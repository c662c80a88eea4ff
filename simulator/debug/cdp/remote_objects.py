"""Previews of the program's values as the protocol's remote objects, and the ids by which clients ask for them.

An id names the run of the program, so that one of a former run is never taken for a value of this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from runtime.protocol.stacks import StackFrame
from simulator.bridge.preview import Preview, members, plain_text
from simulator.debug.cdp.commands import CdpError

MOST_IN_PREVIEW = 100
MOST_TEXT_IN_PREVIEW = 100
Kind = Literal["value", "scope"]
_SUBTYPES = {"Map": "map", "Set": "set", "Promise": "promise", "Proxy": "proxy", "ArrayBuffer": "arraybuffer"}
_TYPED = frozenset(
    f"{name}Array"
    for name in ("Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16", "Int32", "Uint32", "Float32", "Float64")
)


class ObjectIds:
    """The ids of one client; each belongs to the group that the client has named, and goes with it.

    `url` is the address of a file, by which the client finds it in the stack of an error.
    """

    def __init__(self, url: Callable[[str], str]) -> None:
        self.run = 1
        self.url = url
        self._groups: dict[str, list[int]] = {}

    def begin_run(self) -> None:
        """Values of the former run are gone."""
        self.run += 1
        self._groups.clear()

    def name(self, number: int, kind: Kind = "value", group: str = "") -> str:
        """The id of a handle, or of a scope of a frame."""
        if kind == "value":
            self._groups.setdefault(group, []).append(number)
        return f"{self.run}.{kind}.{number}"

    def number(self, object_id: str) -> tuple[Kind, int]:
        """What an id names. Raises CdpError."""
        run, _, rest = object_id.partition(".")
        kind, _, number = rest.partition(".")
        if run != str(self.run) or kind not in ("value", "scope") or not number.isdecimal():
            raise CdpError("Could not find object with given id")
        return ("value" if kind == "value" else "scope"), int(number)

    def value(self, object_id: str) -> int:
        """The handle that an id names. Raises CdpError."""
        kind, number = self.number(object_id)
        if kind != "value":
            raise CdpError("A scope is no object of the program")
        return number

    def take_group(self, group: str) -> list[int]:
        """The handles of a group, which is no more."""
        return self._groups.pop(group, [])

    def take_all(self) -> list[int]:
        """All handles."""
        taken = [number for numbers in self._groups.values() for number in numbers]
        self._groups.clear()
        return taken


def remote_object(preview: Preview, ids: ObjectIds, group: str = "", *, with_preview: bool = False) -> dict[str, Any]:
    """A value; objects and functions with an id if the preview has a handle."""
    out = _described(preview)
    if preview.get("t") == "error":
        frames = [StackFrame(**frame) for frame in preview.get("stack") or []]
        out["description"] = error_text(str(preview.get("v") or "Error"), frames, ids.url)
    if preview.get("id"):
        out["objectId"] = ids.name(int(preview["id"]), "value", group)
        if with_preview and preview.get("t") in ("array", "object"):
            out["preview"] = _object_preview(preview, out)
    return out


def error_text(text: str, stack: Sequence[StackFrame], url: Callable[[str], str]) -> str:
    """An error with its stack, as V8 writes it."""
    lines = [
        f"    at {frame.function or '<anonymous>'} ({url(frame.file) or frame.file}:{frame.line}:{frame.column})"
        for frame in stack
    ]
    return "\n".join([text, *lines])


def scope_object(number: int, ids: ObjectIds) -> dict[str, Any]:
    """The variables of a scope."""
    return {"type": "object", "className": "Object", "description": "Object", "objectId": ids.name(number, "scope")}


def _described(preview: Preview) -> dict[str, Any]:
    kind, value = preview.get("t", "undefined"), preview.get("v")
    match kind:
        case "string" | "boolean":
            return {"type": kind, "value": value}
        case "number" if isinstance(value, str):
            return {"type": "number", "unserializableValue": value, "description": value}
        case "number":
            return {"type": "number", "value": value, "description": plain_text([preview])}
        case "undefined":
            return {"type": "undefined"}
        case "null":
            return {"type": "object", "subtype": "null", "value": None}
        case "bigint":
            return {"type": "bigint", "unserializableValue": f"{value}n", "description": f"{value}n"}
        case "symbol":
            return {"type": "symbol", "description": str(value)}
        case "function":
            return {"type": "function", "className": "Function", "description": f"function {value or ''}() {{ … }}"}
        case "date":
            return {"type": "object", "subtype": "date", "className": "Date", "description": str(value)}
        case "regexp":
            return {"type": "object", "subtype": "regexp", "className": "RegExp", "description": str(value)}
        case "error":
            return _error(preview)
        case "array":
            count = int(preview.get("n", 0))
            return {"type": "object", "subtype": "array", "className": "Array", "description": f"Array({count})"}
    return _object(preview, str(preview.get("cls") or "Object"))


def _object(preview: Preview, name: str) -> dict[str, Any]:
    subtype = "typedarray" if name in _TYPED else _SUBTYPES.get(name)
    count = int(preview.get("n") or len(members(preview)))
    text = f"{name}({count})" if subtype in ("map", "set", "typedarray") else name
    return {"type": "object", "className": name, "description": text, **({"subtype": subtype} if subtype else {})}


def _error(preview: Preview) -> dict[str, Any]:
    text = str(preview.get("v") or "Error")
    name = text.partition(":")[0]
    class_name = name if name.isidentifier() else "Error"
    return {"type": "object", "subtype": "error", "className": class_name, "description": text}


def _object_preview(preview: Preview, described: Mapping[str, Any]) -> dict[str, Any]:
    shown = members(preview)[:MOST_IN_PREVIEW]
    out: dict[str, Any] = {
        **{key: described[key] for key in ("type", "subtype", "description") if key in described},
        "overflow": bool(preview.get("more")) or len(members(preview)) > len(shown),
        "properties": [],
    }
    if described.get("subtype") in ("map", "set"):
        is_map = described["subtype"] == "map"
        return {**out, "entries": [_entry_preview(name, value, has_key=is_map) for name, value in shown]}
    return {**out, "properties": [_property_preview(name, value) for name, value in shown]}


def _entry_preview(name: str, value: Preview, *, has_key: bool) -> dict[str, Any]:
    key: dict[str, Any] = {"type": "string", "description": name, "overflow": False, "properties": []}
    shown = _object_preview(value, _described(value))
    if "description" not in shown:
        shown["description"] = plain_text([value])
    return {"key": key, "value": shown} if has_key else {"value": shown}


def _property_preview(name: str, value: Preview) -> dict[str, Any]:
    described = _described(value)
    text = str(value.get("v", "")) if value.get("t") == "string" else plain_text([value])
    if value.get("t") in ("array", "object"):
        text = str(described["description"])
    cut = text if len(text) <= MOST_TEXT_IN_PREVIEW else f"{text[: MOST_TEXT_IN_PREVIEW - 1]}…"
    out: dict[str, Any] = {
        "name": name,
        "value": cut,
        **{key: described[key] for key in ("type", "subtype") if key in described},
    }
    # Rows of a table are such values.
    return {**out, "valuePreview": _object_preview(value, described)} if members(value) else out
