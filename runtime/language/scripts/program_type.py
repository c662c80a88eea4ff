"""What `App({…})` holds, as a type for `getApp()`."""

from __future__ import annotations

import json
import re

from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of
from runtime.compiler.lint.script.object_literal import Bindings
from runtime.compiler.script.syntax import parse_script
from runtime.language.documents import MAX_CHARACTERS, Documents
from runtime.language.scripts.places import Places
from runtime.language.scripts.shapes import Shape, ShapeReader

NAME = "ProgramOfThisProject"
"""Declared in `runtime/api/program_types.d.ts`, which this adds to."""
_APP = '(call_expression function: (identifier) @name (#eq? @name "App") arguments: (arguments . (_) @options))'
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
    shape = ShapeReader(source, Bindings(source, is_certain=False), Places(text)).read(options)
    return f"interface {NAME} {{ {_members(shape)} }}\n" if shape.fields else ""


def _members(shape: Shape) -> str:
    return "; ".join(f"{_key(field.name)}: {_written(field.shape)}" for field in shape.fields)


def _written(shape: Shape) -> str:
    if shape.fields:
        return f"{{ {_members(shape)}; [name: string]: any }}"
    if shape.item is not None and shape.item.type != "any":
        return f"({_written(shape.item)})[]"
    return "any[]" if shape.item is not None else _TYPES.get(shape.type, "any")


def _key(name: str) -> str:
    return name if _PLAIN_NAME.fullmatch(name) else json.dumps(name)
