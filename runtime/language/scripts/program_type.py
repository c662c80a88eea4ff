"""What `App({…})` holds, and what its methods put on `this`, as a type for `getApp()`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from tree_sitter import Node

from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of
from runtime.compiler.lint.script.object_literal import Bindings
from runtime.compiler.script.syntax import Source, parse_script
from runtime.language.documents import MAX_CHARACTERS, Documents
from runtime.language.scripts.places import Places
from runtime.language.scripts.shapes import ANY, Field, Shape, ShapeReader

NAME = "ProgramOfThisProject"
"""Declared in `runtime/api/program_types.d.ts`, which this adds to."""
_APP = '(call_expression function: (identifier) @name (#eq? @name "App") arguments: (arguments . (_) @options))'
_PUT = "(assignment_expression left: (member_expression object: (this) property: (property_identifier) @name))"
_PLAIN_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_TYPES = {"string": "string", "number": "number", "boolean": "boolean", "function": "(...values: any[]) => any"}


def program_type(documents: Documents, path: str) -> str:
    """The declaration of the program's type from its script; "" if that cannot be seen."""
    return documents.keep("program type", path, lambda: _read(path, documents.text(path) or ""))


def _read(path: str, text: str) -> str:
    if "App" not in text or len(text) > MAX_CHARACTERS:
        return ""
    source = parse_script(path, text, SCRIPT_DIALECTS.get(ending_of(path), "javascript"))
    options = next((node for name, node in source.find(_APP) if name == "options"), None)
    if options is None:
        return ""
    reader = ShapeReader(source, Bindings(source, is_certain=False), Places(text))
    members: dict[str, Shape] = {}
    for name, shape in _put(source, options, reader):
        members[name] = shape if members.get(name, shape).type == shape.type else ANY
    members |= {field.name: field.shape for field in reader.read(options).fields if _says_more(field, members)}
    return f"interface {NAME} {{ {_listed(members)} }}\n" if members else ""


def _says_more(field: Field, members: Mapping[str, Shape]) -> bool:
    """Empty objects and null wait for what a method puts there."""
    return field.name not in members or bool(field.shape.fields) or field.shape.type in _TYPES


def _put(source: Source, options: Node, reader: ShapeReader) -> Iterator[tuple[str, Shape]]:
    """What assignments inside of the options give `this`."""
    for _capture, name in source.find(_PUT):
        target = name.parent
        if options.start_byte <= name.start_byte < options.end_byte and target and target.parent:
            yield source.text(name).decode(), reader.read(target.parent.child_by_field_name("right"))


def _listed(members: Mapping[str, Shape]) -> str:
    return "; ".join(f"{_key(name)}: {_written(shape)}" for name, shape in members.items())


def _written(shape: Shape) -> str:
    if shape.fields:
        inner = _listed({field.name: field.shape for field in shape.fields})
        return f"{{ {inner}; [name: string]: any }}"
    if shape.item is not None and shape.item.type != "any":
        return f"({_written(shape.item)})[]"
    return "any[]" if shape.item is not None else _TYPES.get(shape.type, "any")


def _key(name: str) -> str:
    return name if _PLAIN_NAME.fullmatch(name) else json.dumps(name)
