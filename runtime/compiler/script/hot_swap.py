"""Whether a script can be evaluated anew in a running program without anything being lost.

It can if its top level only defines: nothing there has an effect elsewhere, and nothing is kept in the module. What
cannot be shown to be so is an obstacle; the program is then started anew. Bundles, whose modules stand in a cache of
their own, never pass. Whether the script then registers its page or component anew shows when it runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tree_sitter import Node

from runtime.compiler.script.module_state import module_state
from runtime.compiler.script.scopes import FUNCTIONS, TooNested
from runtime.compiler.script.syntax import Dialect, Source, parse_script

MAX_CHARACTERS = 200_000
"""Longer scripts are bundles."""

_DEFINERS = frozenset({b"Page", b"Component"})
_DECLARATIONS = frozenset({
    "function_declaration", "generator_function_declaration", "interface_declaration", "type_alias_declaration",
    "enum_declaration", "ambient_declaration", "import_statement", "export_statement", "empty_statement", "comment",
})  # fmt: skip
_CONTROL = frozenset({"statement_block", "internal_module", "module"})
_CHANGES = frozenset({
    "assignment_expression", "augmented_assignment_expression", "update_expression", "await_expression",
    "yield_expression",
})  # fmt: skip
# Calls that give an equal value each time and touch nothing.
_PURE_FUNCTIONS = frozenset(
    b"require requirePlugin getApp Behavior String Number Boolean Symbol BigInt parseInt parseFloat isNaN".split()
)
_PURE_OWNERS = frozenset(b"Object Array Math JSON Number String Date Symbol console".split())
_PURE_METHODS = frozenset(
    b"map filter slice concat join split includes indexOf find findIndex reduce keys values entries flat flatMap"
    b" toString toFixed replace replaceAll trim padStart padEnd repeat toUpperCase toLowerCase getTime getFullYear"
    b" getMonth getDate toISOString".split()
)
_PURE_CLASSES = frozenset(b"Date RegExp Map Set WeakMap WeakSet Array Object Error".split())
_PURE_API = re.compile(rb"wx\.(get\w+|canIUse|cloud\.database)\Z")
_EXPORTS = re.compile(rb"(module\.)?exports\b")
# Members of a definition that are copied into each instance: what they are made by keeps nothing.
_COPIED = frozenset({b"data", b"properties", b"options", b"externalClasses"})


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a script cannot be evaluated anew. `name`: the variable or the code in question."""

    code: Literal["bundle", "too-nested", "runs-code", "keeps-state"]
    name: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class SwapFacts:
    """`obstacle`: None if the script can be evaluated anew; `changed`: other modules whose values it changes."""

    obstacle: Obstacle | None
    changed: frozenset[str] = frozenset()


def swap_facts(path: str, text: str, dialect: Dialect) -> SwapFacts:
    """Judges the text of a script."""
    if len(text) > MAX_CHARACTERS:
        return SwapFacts(Obstacle("bundle"))
    source = parse_script(path, text, dialect)
    for statement in _statements(source):
        culprit = _culprit_of_statement(source, statement)
        if culprit is not None:
            return SwapFacts(Obstacle("runs-code", _excerpt(source, culprit), culprit.start_point.row + 1))
    try:
        state = module_state(source)
    except (TooNested, RecursionError):
        return SwapFacts(Obstacle("too-nested"))
    return SwapFacts(Obstacle("keeps-state", state.kept) if state.kept else None, state.changed)


def _statements(source: Source) -> Iterator[Node]:
    for statement in source.root.named_children:
        if statement.type == "export_statement":
            statement = (
                statement.child_by_field_name("declaration") or statement.child_by_field_name("value") or statement
            )
        yield statement


def _culprit_of_statement(source: Source, statement: Node) -> Node | None:
    """What stands in the way in a statement of the top level; None if it only defines."""
    if statement.type in _DECLARATIONS:
        return None
    if statement.type in ("lexical_declaration", "variable_declaration"):
        values = (declarator.child_by_field_name("value") for declarator in statement.named_children)
        return next((found for value in values if value and (found := _culprit(source, value))), None)
    if statement.type != "expression_statement":
        return (
            statement
            if statement.type in _CONTROL or statement.type.endswith("_statement")
            else _culprit(source, statement)
        )
    definition = _definition(source, statement)
    if definition is not None:
        return _culprit_of_definition(source, definition)
    expression = statement.named_children[0]
    if expression.type == "assignment_expression":
        return _culprit_of_assignment(source, expression)
    return _culprit(source, expression)


def _definition(source: Source, statement: Node) -> Node | None:
    """The arguments of `Page(…)` or `Component(…)`."""
    call = statement.named_children[0]
    callee = call.child_by_field_name("function") if call.type == "call_expression" else None
    if callee is None or source.text(callee) not in _DEFINERS:
        return None
    return call.child_by_field_name("arguments")


def _culprit_of_definition(source: Source, arguments: Node) -> Node | None:
    for argument in arguments.named_children:
        if argument.type != "object":
            found = _culprit(source, argument)
            if found is not None:
                return found
            continue
        for member in argument.named_children:
            key = member.child_by_field_name("key")
            is_copied = key is not None and source.text(key) in _COPIED
            found = None if is_copied else _culprit(source, member)
            if found is not None:
                return found
    return None


def _culprit_of_assignment(source: Source, expression: Node) -> Node | None:
    """`module.exports = …`, `exports.a = …`, `Own.prototype.a = …` define."""
    left, right = expression.child_by_field_name("left"), expression.child_by_field_name("right")
    if left is None or right is None:
        return expression
    while right.type == "assignment_expression":
        inner = right.child_by_field_name("right")
        if inner is None:
            return expression
        right = inner
    text = source.text(left)
    is_own = _EXPORTS.match(text) is not None or b".prototype" in text
    return _culprit(source, right) if is_own else expression


def _culprit(source: Source, expression: Node) -> Node | None:
    """The first part of an expression that does more than to make a value."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if _does_more(source, node):
            return node
        is_of_instance = node.type.endswith("field_definition") and all(part.type != "static" for part in node.children)
        if node.type not in FUNCTIONS and not is_of_instance:
            waiting += reversed(node.named_children)
    return None


def _does_more(source: Source, node: Node) -> bool:
    if node.type == "class_static_block" or node.type in _CHANGES:
        return True
    if node.type == "unary_expression":
        return source.text(node).startswith(b"delete")
    if node.type == "call_expression":
        return not _is_pure_call(source, node)
    if node.type == "new_expression":
        constructor = node.child_by_field_name("constructor")
        return constructor is None or source.text(constructor) not in _PURE_CLASSES
    return False


def _is_pure_call(source: Source, call: Node) -> bool:
    callee = call.child_by_field_name("function")
    if callee is None:
        return False
    text = source.text(callee)
    if callee.type == "identifier":
        return text in _PURE_FUNCTIONS
    if callee.type != "member_expression":
        return False
    owner, name = callee.child_by_field_name("object"), callee.child_by_field_name("property")
    if owner is not None and source.text(owner) in _PURE_OWNERS:
        return True
    if name is not None and source.text(name) in _PURE_METHODS:
        return True
    arguments = call.child_by_field_name("arguments")
    takes_texts = arguments is not None and all(child.type == "string" for child in arguments.named_children)
    return takes_texts and _PURE_API.match(text) is not None


def _excerpt(source: Source, node: Node) -> str:
    return source.text(node).decode("utf-8", "replace").split("\n")[0].strip()[:40]
