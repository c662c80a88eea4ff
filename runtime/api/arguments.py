"""Checks arguments against the catalogue and words the failure as the platform does.

Only what is required is checked: the platform converts or ignores wrong optional arguments, and programs rely on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from runtime.api.call import BYTES_KEY
from runtime.platform.catalogue import Api

_NAMES_OF_PLAIN_TYPES = {"string": "String", "number": "Number", "boolean": "Boolean", "ArrayBuffer": "ArrayBuffer"}
_ANYTHING = {"any", "T", "unknown", "function"}
# Observed: programs from before the parameter call without it, and it works.
_MAY_BE_ABSENT = {("vibrateShort", "type")}
_ARRAY = re.compile(r"(Array<.*>|.*\[\])\Z", re.DOTALL)
_UNION = re.compile(r"\|(?![^<]*>)")


def argument_error(api: Api, args: Mapping[str, Any]) -> str:
    """What is wrong, as `parameter error: parameter.url should be String instead of Undefined;`; empty: nothing is."""
    wrong = "".join(
        f"parameter.{name} should be {_joined(expected)} instead of {actual};"
        for name, expected, actual in _mismatches(api, args)
    )
    return f"parameter error: {wrong}" if wrong else ""


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


def _mismatches(api: Api, args: Mapping[str, Any]) -> Iterator[tuple[str, frozenset[str], str]]:
    for name, written in _required(api):
        expected = accepted_types(written)
        if not expected:
            continue
        actual = js_type(args[name]) if name in args else "Undefined"
        if actual not in expected:
            yield name, expected, actual


def _required(api: Api) -> Iterator[tuple[str, str]]:
    for param in api.params:
        if param.callbacks or param.fields:
            bare_name = api.name.removeprefix("wx.")
            for name, field in param.fields.items():
                if field.required and (bare_name, name) not in _MAY_BE_ABSENT:
                    yield name, field.type
        elif param.required and not param.rest:
            yield param.name, param.type


def _joined(expected: frozenset[str]) -> str:
    return " or ".join(sorted(expected, reverse=True))
