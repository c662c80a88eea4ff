"""Async functions hand their promise to the base library, which else could not tell a rejection that nobody handles:
the engine reports none, and makes these promises by itself.

    async f(a, b = 1) { … }   becomes   f(__parameter0){return __async({"f":async(a, b = 1)=>{ … }}["f"],arguments)}

The arrow function inside keeps `this`, `super` and `arguments`, and the promise is the same one; names and numbers of
parameters stay as they were. Generators give no promise and stay as they are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tree_sitter import Node

from runtime.compiler.script.edits import Edit
from runtime.compiler.script.syntax import Source, code_end

CALL = "__async"
"""The function that the base library gives to every script: calls the first argument with those of the second."""

_ASYNC = """
(arrow_function "async" @token)
(function_expression "async" @token)
(function_declaration "async" @token)
(method_definition "async" @token)
"""
_COUNTED = ("identifier", "object_pattern", "array_pattern")
_PARAMETER = "__parameter"
_REST = "...__parameters"


@dataclass(frozen=True, slots=True)
class Watching:
    """The edits. What ends a function goes before what others insert at the same place, what begins one behind it."""

    begin: list[Edit]
    end: list[Edit]


def watch_async_functions(source: Source) -> Watching:
    """The edits of a script; none if it has no async function."""
    watching = Watching([], [])
    if b"async" not in source.code:
        return watching
    for _, token in source.find(_ASYNC):
        function = token.parent
        if function is None or any(child.type == "*" for child in function.children):
            continue
        if function.type == "arrow_function":
            _arrow(source, function, watching)
        else:
            _function(source, function, token, watching)
    # Of functions that end at the same place the inner one, which begins later, ends first.
    watching.end.reverse()
    return watching


def _arrow(source: Source, arrow: Node, watching: Watching) -> None:
    names = _parameters(arrow)
    head = f"({','.join([*names, _REST])})=>{CALL}({_named(source, arrow, before=True)}"
    if arrow.parent is not None and arrow.parent.type == "expression_statement":
        # The line before may have no semicolon.
        head = ";" + head
    given = f"[{','.join([*names, _REST])}]" if names else _REST.strip(".")
    tail = f"{_named(source, arrow, before=False)},{given})"
    end = code_end(arrow)
    watching.begin.append(Edit(arrow.start_byte, arrow.start_byte, head.encode()))
    watching.end.append(Edit(end, end, tail.encode()))


def _function(source: Source, function: Node, token: Node, watching: Watching) -> None:
    parameters = function.child_by_field_name("parameters")
    body = function.child_by_field_name("body")
    if parameters is None or body is None:
        return
    in_class = function.parent is not None and function.parent.type == "class_body"
    # A field before it may have no semicolon.
    left = b";" if in_class and token.start_byte == function.start_byte else b""
    strict = '"use strict";' if _is_strict(source, body) else ""
    head = f"({','.join(_parameters(function))}){{{strict}return {CALL}({_named(source, function, before=True)}async"
    tail = f"{_named(source, function, before=False)},arguments)}}"
    watching.begin.append(Edit(token.start_byte, token.end_byte, left))
    watching.begin.append(Edit(parameters.start_byte, parameters.start_byte, head.encode()))
    watching.begin.append(Edit(parameters.end_byte, parameters.end_byte, b"=>"))
    watching.end.append(Edit(body.end_byte, body.end_byte, tail.encode()))


def _is_strict(source: Source, body: Node) -> bool:
    """Whether the function says so: it is what `this` depends on, which the inner function takes from the outer one."""
    for statement in body.named_children:
        if statement.type == "comment":
            continue
        if statement.type != "expression_statement" or statement.named_children[0].type != "string":
            break
        if source.text(statement.named_children[0])[1:-1] == b"use strict":
            return True
    return False


def _parameters(function: Node) -> list[str]:
    """Names in the place of the parameters that count for `length`."""
    parameters = function.child_by_field_name("parameters")
    if parameters is None:
        return [f"{_PARAMETER}0"]  # x => …
    counted = 0
    for child in parameters.named_children:
        if child.type == "comment":
            continue
        if child.type not in _COUNTED:
            break
        counted += 1
    return [f"{_PARAMETER}{index}" for index in range(counted)]


def _named(source: Source, function: Node, *, before: bool) -> str:
    """What stands around the inner function so that it has the outer one's name, which stack traces show."""
    name = _name(source, function)
    if not name:
        return ""
    text = json.dumps(name, ensure_ascii=False)
    return f"{{{text}:" if before else f"}}[{text}]"


def _name(source: Source, function: Node) -> str:
    own = function.child_by_field_name("name")
    parent = function.parent
    if own is None and parent is not None:
        if parent.type == "pair":
            own = parent.child_by_field_name("key")
        elif parent.type == "variable_declarator":
            own = parent.child_by_field_name("name")
        elif parent.type == "field_definition":
            own = parent.child_by_field_name("property")
        elif parent.type == "assignment_expression":
            own = parent.child_by_field_name("left")
    if own is None or own.type not in ("identifier", "property_identifier", "private_property_identifier"):
        return ""
    name = source.text(own).decode("utf-8", "replace")
    return "" if "\\" in name or name == "__proto__" else name
