"""The registry as the logic layer's façade needs it: a small JSON object, handed over once at launch.

`functions`: name → [kind, place, state, positional parameter names] (the last only if there are any besides the option
object); `objects`: for every object that `wx` hands out, its methods in the same form; `returns`: factory, or method of
an object that is not supported → object; `quiet`: functions that JavaScript answers without a word to the timeline;
`required`: function that JavaScript answers → arguments that it must have, each with the types that it may be.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from runtime.api.arguments import required
from runtime.api.registry import Entry, Registry
from runtime.platform.catalogue import Api, Kind
from runtime.protocol.launch import ApiTable

KIND_LETTERS: dict[Kind, str] = {
    "async": "a",
    "async-callback-only": "c",
    "async-task": "t",
    "event-on": "+",
    "event-off": "-",
    "sync": "s",
    "factory": "f",
    "promise": "a",
}


# wx.router and wx.worklet are objects by themselves, the latter with one in it.
NAMESPACE_OBJECTS = ("Router", "Worklet", "WorkletScrollViewContext")
# What a selector query, an answer or another object hands out.
OTHER_OBJECTS = (
    "EditorContext", "SelectionContext", "ScrollViewContext", "DraggableSheetContext", "BLEPeripheralServer", "Ndef",
    "NfcA", "NfcB", "NfcF", "NfcV", "IsoDep", "MifareClassic", "MifareUltralight",
)  # fmt: skip


def table(registry: Registry) -> ApiTable:
    """The whole table. Keys are sorted, so that equal registries give equal text."""
    functions: dict[str, list[Any]] = {}
    objects: dict[str, dict[str, list[Any]]] = {}
    known = {name.rpartition(".")[0] for name in registry.entries if "." in name}
    returns = {name: entry.api.returns for name, entry in registry.entries.items() if _hands_out(name, entry, known)}
    handed_out = {*returns.values(), *NAMESPACE_OBJECTS, *OTHER_OBJECTS}
    for name, entry in sorted(registry.entries.items()):
        object_name, _, method = name.rpartition(".")
        if not object_name:
            functions[name] = _row(entry)
        elif object_name in handed_out:
            objects.setdefault(object_name, {})[method] = _row(entry)
    quiet = sorted(name for name, entry in registry.entries.items() if entry.handler.is_quiet and "." not in name)
    return ApiTable(functions, objects, returns, quiet, _required(registry))


def _required(registry: Registry) -> dict[str, list[tuple[str, list[str]]]]:
    answered = {name: entry for name, entry in sorted(registry.entries.items()) if entry.state != "unsupported"}
    needed = {name: required(entry) for name, entry in answered.items() if entry.handler.place == "js"}
    return {name: arguments for name, arguments in needed.items() if arguments}


def _hands_out(name: str, entry: Entry, known: Collection[str]) -> bool:
    """Whether the facade makes the object that is handed out: of those that work, their own methods do."""
    if "." not in name:
        return entry.api.kind in ("factory", "async-task")
    return entry.state == "unsupported" and entry.api.returns in known


def _row(entry: Entry) -> list[Any]:
    names = _positional(entry.api)
    row = [KIND_LETTERS[entry.api.kind], entry.handler.place[0], entry.state[0]]
    return [*row, names] if names else row


def _positional(api: Api) -> list[str]:
    """Names of the parameters, unless a single option object carries them all."""
    if len(api.params) == 1 and api.params[0].fields:
        return []
    return [param.name for param in api.params if not param.callbacks and param.type != "function"]
