"""Functions marked `'worklet'`: the base library gets to know each, its text, and what it takes from around it.

    const f = (x) => { 'worklet'; return x * k }
    becomes
    const f = __worklet((x) => { 'worklet'; return x * k },"(x) => { … }",1,{"k":()=>k})

The text goes to the view, which runs it again there; each name from around it is a function, so that one that is not
there yet is read later. A declaration is known from the beginning of its block, where it may already be used, and
looked at again where it stands: from there on the values are those that a phone has copied. Of an instance (`this`) go
the members that the text names. What runs them is the view's (`runtime/js/view/worklet`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from tree_sitter import Node

from runtime.compiler.script.edits import Edit
from runtime.compiler.script.imports import read_import
from runtime.compiler.script.scopes import FUNCTIONS, Scopes, TooNested
from runtime.compiler.script.syntax import Source, code_end

CALL = "__worklet"
"""The function that the base library gives to every script: makes a worklet known and returns it."""

_MARK = "(expression_statement (string) @mark)"
_EXPRESSIONS = frozenset({"arrow_function", "function_expression", "generator_function"})
_DECLARATIONS = frozenset({"function_declaration", "generator_function_declaration"})
_NAMES = frozenset({"identifier", "shorthand_property_identifier"})
_DATA = frozenset({"data", "properties"})


def mark_worklets(source: Source) -> list[Edit]:
    """The edits of a script; none if it has no worklet."""
    if b"worklet" not in source.code:
        return []
    found = [function for _, mark in source.find(_MARK) if (function := _marked(source, mark)) is not None]
    if not found:
        return []
    try:
        return _edits(source, found)
    except TooNested:
        return []


def _marked(source: Source, mark: Node) -> Node | None:
    """The function that a directive makes a worklet."""
    if source.text(mark)[1:-1] != b"worklet" or mark.parent is None:
        return None
    body = mark.parent.parent
    if body is None or body.type != "statement_block" or body.parent is None or body.parent.type not in FUNCTIONS:
        return None
    before = [one for one in body.named_children if one.start_byte < mark.parent.start_byte]
    return body.parent if all(one.type == "comment" or _is_directive(one) for one in before) else None


def _is_directive(statement: Node) -> bool:
    return statement.type == "expression_statement" and statement.named_children[0].type == "string"


def _edits(source: Source, found: list[Node]) -> list[Edit]:
    scopes = Scopes(source)
    imported = {name for _, node in source.find("(import_statement) @import") for name in _imported(source, node)}
    first: list[Edit] = []
    begin: list[Edit] = []
    end: list[Edit] = []
    for function in found:
        facts = _facts(source, scopes, imported, function)
        if function.type in _EXPRESSIONS:
            pair = _expression(function, facts)
        elif function.type == "method_definition":
            pair = _method(source, function, facts)
        else:
            first += _declaration(source, function, facts)
            continue
        begin += pair[:1]
        end += pair[1:]
    # Of functions that end at the same place the inner one, which begins later, ends first.
    return [*reversed(end), *first, *begin]


def _imported(source: Source, node: Node) -> list[str]:
    read = read_import(source, node)
    return [*(name for name, _ in read.names), *([read.namespace] if read.namespace else [])]


def _expression(function: Node, facts: str) -> list[Edit]:
    end = code_end(function)
    return [Edit(function.start_byte, function.start_byte, f"{CALL}(".encode()), Edit(end, end, facts.encode())]


def _declaration(source: Source, function: Node, facts: str) -> list[Edit]:
    name = function.child_by_field_name("name")
    block = function.parent
    statement = function
    if block is not None and block.type == "export_statement":
        statement, block = block, block.parent
    if name is None or block is None or block.type not in ("program", "statement_block"):
        return []
    called = source.text(name).decode("utf-8", "replace")
    start, end = _first_place(block), code_end(statement)
    known = Edit(start, start, f";{CALL}({called}{facts};".encode())
    return [known, Edit(end, end, f";{CALL}({called});".encode())]


def _first_place(block: Node) -> int:
    """Where a block's first statement may be put in: behind its directives."""
    place = block.start_byte + (1 if block.type == "statement_block" else 0)
    for statement in block.named_children:
        if statement.type in ("comment", "hash_bang_line"):
            continue
        if not _is_directive(statement):
            break
        place = statement.end_byte
    return place


def _method(source: Source, function: Node, facts: str) -> list[Edit]:
    """A method of an object literal becomes a member with the same function."""
    member = _member(source, function)
    key = function.child_by_field_name("name")
    if not member or key is None:
        return []
    name = source.text(key).decode("utf-8", "replace")
    end = code_end(function)
    begun = Edit(function.start_byte, function.start_byte, f"{name}:{CALL}({{".encode())
    return [begun, Edit(end, end, f"}}{member}{facts}".encode())]


def _member(source: Source, function: Node) -> str:
    """How a method of an object literal is read off the object; empty for what is no such method."""
    key = function.child_by_field_name("name")
    if function.type != "method_definition" or key is None or function.parent is None:
        return ""
    if function.parent.type != "object" or any(one.type in ("get", "set") for one in function.children):
        return ""
    name = source.text(key).decode("utf-8", "replace")
    if key.type == "string":
        return f"[{name}]"
    return f".{name}" if key.type == "property_identifier" else ""


def _facts(source: Source, scopes: Scopes, imported: set[str], function: Node) -> str:
    """What follows the function in the call: its text, its line, what it takes, which members of `this` it names."""
    text = source.code[function.start_byte : code_end(function)].decode("utf-8", "replace")
    if member := _member(source, function):
        text = f"({{{text}}}){member}"
    names = sorted(_taken(source, scopes, imported, function))
    taken = "".join(f"{json.dumps(name, ensure_ascii=False)}:()=>{name}," for name in names)
    own = _own_members(source, function)
    if own is not None and function.type == "arrow_function":
        taken += '"this":()=>this,'
    members = "" if own is None else f",{json.dumps(own, ensure_ascii=False)}"
    return f",{json.dumps(text, ensure_ascii=False)},{function.start_point[0] + 1},{{{taken}}}{members})"


def _taken(source: Source, scopes: Scopes, imported: set[str], function: Node) -> set[str]:
    """The names that the function reads from around it, as far as the script binds them."""
    taken: set[str] = set()
    for node in _inside(function):
        if node.type not in _NAMES:
            continue
        name = source.text(node).decode("utf-8", "replace")
        if name not in taken and _is_taken(scopes, imported, function, node, name):
            taken.add(name)
    return taken


def _is_taken(scopes: Scopes, imported: set[str], function: Node, node: Node, name: str) -> bool:
    """Whether a name used in the function is bound by the script outside of it."""
    at, is_inside = node.parent, True
    while at is not None:
        if scopes.binds(at, name):
            return not is_inside
        if at.id == function.id:
            is_inside = False
        at = at.parent
    return name in imported


def _own_members(source: Source, function: Node) -> list[str] | None:
    """Members of `this` that the text names, `data.x` among them; None if it has no `this`, `*` in it for all."""
    found: set[str] = set()
    has_this = False
    for node in _inside(function):
        if node.type != "this":
            continue
        has_this = True
        parent = node.parent
        if parent is not None and parent.type == "member_expression":
            name = _property(source, parent)
            outer = parent.parent
            if name in _DATA and outer is not None and outer.type == "member_expression":
                name = f"{name}.{_property(source, outer)}"
            found.add(name)
        elif parent is not None and parent.type == "variable_declarator":
            found |= set(_destructured(source, parent))
        elif not _is_bound(source, parent):
            found.add("*")
    return sorted(found) if has_this else None


def _is_bound(source: Source, parent: Node | None) -> bool:
    """Whether `this` is only what a function is bound to: `this.f.bind(this)`."""
    call = parent.parent if parent is not None and parent.type == "arguments" else None
    function = call.child_by_field_name("function") if call is not None else None
    return function is not None and function.type == "member_expression" and _property(source, function) == "bind"


def _property(source: Source, member: Node) -> str:
    name = member.child_by_field_name("property")
    return "*" if name is None else source.text(name).decode("utf-8", "replace")


def _destructured(source: Source, declarator: Node) -> list[str]:
    pattern = declarator.child_by_field_name("name")
    if pattern is None or pattern.type != "object_pattern":
        return ["*"]
    keys = [one.child_by_field_name("key") or one.child_by_field_name("left") or one for one in pattern.named_children]
    return [source.text(key).decode("utf-8", "replace") for key in keys if key.type != "rest_pattern"]


def _inside(node: Node) -> Iterator[Node]:
    """All nodes of a function, without the keys and names of members, which are nodes of other types."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(one.named_children if one.type != "string" else ())
