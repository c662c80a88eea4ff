"""What is wrong with the form of a JSON file, as `file:line:column: what`. The meaning is left to whoever knows it."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from runtime.project.json_text import JsonText, Key

Form = TypeVar("Form")

_PATH = re.compile(r"^(?P<what>.*?)(?: - at `\$(?P<path>[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\[(\d+)\]|\.(\w+)")


class FormFault(ValueError):
    """A line for each fault."""


def with_form(parsed: JsonText, form: type[Form]) -> Form:
    """The file as a value of `form`. Raises FormFault."""
    broken = [one for one in parsed.diagnostics if one.severity == "error"]
    if broken:
        lines = (_line(parsed.file, one.span.line, one.span.column, one.text("en")) for one in broken)
        raise FormFault("\n".join(lines))
    try:
        return msgspec.convert(parsed.value, form)
    except msgspec.ValidationError as error:
        raise FormFault(_form_fault(str(error), parsed)) from None


def fault_at(parsed: JsonText, key: Key, what: str) -> str:
    """One fault, at the value or the name of a member."""
    span = parsed.key_span(*key) if key and isinstance(key[-1], str) and key in parsed.key_spans else parsed.span(*key)
    return _line(parsed.file, span.line or 1, span.column or 1, what)


def _form_fault(message: str, parsed: JsonText) -> str:
    found = _PATH.match(message)
    key: Key = ()
    if found and found["path"]:
        key = tuple(int(index) if index else name for index, name in _STEP.findall(found["path"]))
    what = found["what"] if found else message
    unknown = re.search(r"unknown field `(\w+)`", what)
    return fault_at(parsed, (*key, unknown[1]) if unknown else key, what)


def _line(file: str, line: int, column: int, what: str) -> str:
    return f"{file}:{line}:{column}: {what}"
