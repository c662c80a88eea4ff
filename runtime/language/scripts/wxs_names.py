"""Where a wxs module writes the names of what it offers, and those of what it takes from other modules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from runtime.compiler.script.syntax import Source, parse_script
from runtime.language.scripts.places import Places

_IDENTIFIERS = "(identifier) @name"
_DECLARED = """
(function_declaration name: (identifier) @name)
(variable_declarator name: (identifier) @name)
(formal_parameters (identifier) @name)
"""
_GIVEN = """
(pair key: (property_identifier) @key value: (identifier) @value)
(assignment_expression left: (member_expression property: (property_identifier) @key) right: (identifier) @value)
"""
_REQUIRED = """
(variable_declarator name: (identifier) @alias
    value: (call_expression
        function: (identifier) @call (#eq? @call "require") arguments: (arguments . (string) @file)))
"""
_MEMBERS = "(member_expression object: (identifier) @object property: (property_identifier) @property) @member"


@dataclass(frozen=True, slots=True)
class WxsUse:
    """A member of what `required` leads to."""

    required: str
    name: str
    start: int
    end: int


@dataclass(frozen=True)
class WxsNames:
    """`locals`: the places of a name that one variable or function of the module has, by the name; `own`: names under
    which the variable or function of that name is given a key (`a: a`, `exports.a = a`); `uses`: members of required
    modules."""

    locals: dict[str, list[tuple[int, int]]]
    own: frozenset[str]
    uses: tuple[WxsUse, ...]


def read_wxs_names(path: str, text: str) -> WxsNames:
    """Reads the text of a module. Never raises."""
    source, places = parse_script(path, text, "javascript"), Places(text)
    return WxsNames(_locals(source, places), frozenset(_own(source)), tuple(_uses(source, places)))


def _locals(source: Source, places: Places) -> dict[str, list[tuple[int, int]]]:
    declared = [_name(source, node) for _, node in source.find(_DECLARED)]
    found: dict[str, list[tuple[int, int]]] = {}
    for _, node in source.find(_IDENTIFIERS):
        # One that is declared twice may be two variables.
        if declared.count(name := _name(source, node)) == 1:
            found.setdefault(name, []).append(places.of(node))
    return found


def _own(source: Source) -> Iterator[str]:
    yield from (_name(source, node) for _, node in source.find("(shorthand_property_identifier) @name"))
    key = ""
    for capture, node in source.find(_GIVEN):
        if capture == "key":
            key = _name(source, node)
        elif capture == "value" and _name(source, node) == key:
            yield key


def _uses(source: Source, places: Places) -> Iterator[WxsUse]:
    required: dict[str, str] = {}
    alias = ""
    for capture, node in source.find(_REQUIRED):
        if capture == "alias":
            alias = _name(source, node)
        elif capture == "file":
            required[alias] = _name(source, node)[1:-1]
    for capture, node in source.find(_MEMBERS):
        owner, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        if capture == "member" and owner is not None and name is not None and _name(source, owner) in required:
            yield WxsUse(required[_name(source, owner)], _name(source, name), *places.of(name))


def _name(source: Source, node: Node) -> str:
    return source.text(node).decode("utf-8", "replace")
