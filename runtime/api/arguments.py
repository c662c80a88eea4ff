"""Checks arguments against the catalogue and words the failure as the platform does.

The calls that JavaScript answers are checked there (runtime/js/logic/api/arguments.js), by the same table (`required`).
Only what is required is checked: the platform converts or ignores wrong optional arguments, and programs rely on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from runtime.api.call import BYTES_KEY
from runtime.api.registry import Entry
from runtime.platform.catalogue import Api

_NAMES_OF_PLAIN_TYPES = {"string": "String", "number": "Number", "boolean": "Boolean", "ArrayBuffer": "ArrayBuffer"}
_ANYTHING = {"any", "T", "unknown", "function"}
# Observed: programs from before the parameter call without it, and it works (a canvas may be given as a node instead of
# an id, and the height of pixels follows from their number). Assumed: as in a browser, nothing may be cancelled.
_MAY_BE_ABSENT = {
    ("vibrateShort", "type"), ("canvasGetImageData", "canvasId"), ("canvasPutImageData", "canvasId"),
    ("canvasPutImageData", "height"), ("cancelIdleCallback", "idleCallbackId"), ("reportAnalytics", "data"),
}  # fmt: skip
_ARRAY = re.compile(r"(Array<.*>|.*\[\])\Z", re.DOTALL)
# An option object whose members the catalogue does not name: they travel in its place.
_UNKNOWN_OPTION = re.compile(r"OQ<|I\w+Options\Z")
_UNION = re.compile(r"\|(?![^<]*>)")


Needed = list[tuple[str, list[str]]]


def argument_error(needed: Needed, args: Mapping[str, Any]) -> str:
    """What is wrong, as `parameter error: parameter.url should be String instead of Undefined;`; empty: nothing is.

    `needed` is what is `required` of the call.
    """
    wrong = "".join(
        f"parameter.{name} should be {' or '.join(expected)} instead of {actual};"
        for name, expected, actual in _mismatches(needed, args)
    )
    return f"parameter error: {wrong}" if wrong else ""


def required(entry: Entry) -> Needed:
    """Which arguments a call must have, by name, each with the types that it may be, in the order of the message.

    Empty for what only makes an object of JavaScript's, and for the methods of such an object: they take what comes, as
    the web's do, and say themselves what they cannot use.
    """
    is_of_objects = "." in entry.handler.name or entry.api.kind == "factory"
    if entry.handler.place == "js" and is_of_objects:
        return []
    typed = ((name, accepted_types(written)) for name, written in _required(entry.api))
    return [(name, sorted(types, reverse=True)) for name, types in typed if types]


def js_type(value: Any) -> str:
    """The type of decoded JSON as the platform names it."""
    match value:
        case None:
            return "Null"
        case bool():
            return "Boolean"
        case int() | float():
            return "Number"
        case str():
            return "String"
        case list():
            return "Array"
        case dict() if BYTES_KEY in value:
            return "ArrayBuffer"
        case _:
            return "Object"


def accepted_types(written: str) -> frozenset[str]:
    """What a type of the catalogue accepts, in the platform's names; empty = anything."""
    accepted: set[str] = set()
    for part in (piece.strip() for piece in _UNION.split(written)):
        if part in _ANYTHING or "=>" in part:
            return frozenset()
        if part in _NAMES_OF_PLAIN_TYPES:
            accepted.add(_NAMES_OF_PLAIN_TYPES[part])
        elif part[:1] in "'\"":
            accepted.add("String")
        elif part[:1].isdigit():
            accepted.add("Number")
        elif _ARRAY.match(part):
            accepted.add("Array")
        elif part.endswith("Array"):  # typed arrays travel as buffers
            accepted.add("ArrayBuffer")
        else:
            accepted.add("Object")
    return frozenset(accepted)


def _mismatches(needed: Needed, args: Mapping[str, Any]) -> Iterator[tuple[str, list[str], str]]:
    for name, expected in needed:
        actual = js_type(args[name]) if name in args else "Undefined"
        if actual not in expected:
            yield name, expected, actual


def _required(api: Api) -> Iterator[tuple[str, str]]:
    for param in api.params:
        if _UNKNOWN_OPTION.match(param.type):
            continue
        if param.callbacks or param.fields:
            for name, field in param.fields.items():
                if field.required and (api.name.removeprefix("wx."), name) not in _MAY_BE_ABSENT:
                    yield name, field.type
        elif param.required and not param.rest and (api.name.removeprefix("wx."), param.name) not in _MAY_BE_ABSENT:
            yield param.name, param.type
