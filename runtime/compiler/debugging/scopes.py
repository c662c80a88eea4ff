"""The scopes of a compiled script, with the names that each binds, as a debugger shows them.

A loop's head and its body count as one scope, and so do the parameters and the body of a function. Which code is put
into the script is for `instrument`; the text of a scope's names is read by `accessor`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from tree_sitter import Node

from runtime.compiler.script.async_functions import CALL
from runtime.compiler.script.imports import bound_names
from runtime.compiler.script.syntax import Source

ScopeKind = Literal["module", "function", "block", "catch"]

FUNCTIONS = frozenset({
    "function_declaration", "generator_function_declaration", "function_expression", "generator_function",
    "arrow_function", "method_definition", "class_static_block",
})  # fmt: skip
CALLS = frozenset({"call_expression", "new_expression", "await_expression", "yield_expression"})
LOOPS = frozenset({"for_statement", "for_in_statement", "while_statement", "do_statement"})
_SUSPENDING = frozenset({"await_expression", "yield_expression"})
_BUSY = CALLS | LOOPS | FUNCTIONS | {"class", "class_declaration", "try_statement", "throw_statement"}
_READING = frozenset({"member_expression", "subscript_expression"})
_VALUES = {"field_definition": "value", "assignment_pattern": "right", "object_assignment_pattern": "right"}
_NAMED = FUNCTIONS | {"class"}
"""What gets the name of that which it is the value of."""
_OWN = re.compile(r"__(?:mod\d|default|all|get|star|import|parameters?\d*)\b|undefined\Z|__mod\d+_*d?\Z")
"""Names that compiling has brought in."""
_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*\Z")


@dataclass
class Scope:
    """A stretch of code with names of its own. `node`: the code in which they count.

    `function`: the innermost function or module around it, itself if it is one. `calls`: code of somebody else may run
    in it; `holds`: functions are made in it. `is_busy`: it does more than to compute (functions alone).
    `is_initializer`: a function that the engine makes of the value of a class field, or of a parameter's default value.
    """

    index: int
    kind: ScopeKind
    node: Node
    parent: Scope | None
    names: dict[str, None] = field(default_factory=dict)
    calls: bool = False
    holds: bool = False
    is_busy: bool = False
    suspends: bool = False
    has_arguments: bool = False
    is_initializer: bool = False

    @property
    def function(self) -> Scope:
        """The function, or the module, whose code this is."""
        at = self
        while at.kind not in ("module", "function") and at.parent is not None:
            at = at.parent
        return at

    @property
    def is_kept(self) -> bool:
        """Whether its variables can be read while other code runs: by a record of its own, made where it begins."""
        if self.kind == "module":
            return True
        if self.kind == "function":
            return self.is_busy and not self.is_initializer
        # Before the first case of a switch there is no room for a record.
        return bool(self.names) and (self.calls or self.holds) and self.node.type != "switch_body"


class ScopeTree:
    """All scopes of a script in the order of the text, the module first; `of_node` finds that of a node. `calling`:
    the expressions in which code of somebody else may run."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.all: list[Scope] = [Scope(0, "module", source.root, None)]
        self.of_node: dict[int, Scope] = {source.root.id: self.all[0]}
        self.wrappers: set[int] = set()
        self.calling: set[int] = set()
        self._collect()

    def _collect(self) -> None:
        waiting: list[tuple[Node, Scope]] = [
            (child, self.all[0]) for child in reversed(self._source.root.named_children)
        ]
        while waiting:
            node, scope = waiting.pop()
            inner = self._entered(node, scope)
            self._note(node, inner if inner.is_initializer else scope)
            for child in reversed(node.named_children):
                waiting.append((child, self._scope_of_child(node, child, scope, inner)))

    def _scope_of_child(self, node: Node, child: Node, scope: Scope, inner: Scope) -> Scope:
        """Of a function only the body is inside: its frame is made there."""
        is_outside = node.type in FUNCTIONS and inner is not scope and child != node.child_by_field_name("body")
        return scope if is_outside else inner

    def _entered(self, node: Node, scope: Scope) -> Scope:
        """The scope of what is in a node: a new one, or that around it."""
        kind = node.type
        if kind in FUNCTIONS:
            if is_wrapper(self._source, node):
                self.wrappers.add(node.id)
                return scope
            return self._function(node, scope)
        known = self.of_node.get(node.id)
        if known is not None:
            return known
        if kind in LOOPS and (body := node.child_by_field_name("body")) is not None:
            self._loop(node, body, scope)
        elif kind == "catch_clause" and (body := node.child_by_field_name("body")) is not None:
            made = self._made("catch", body, scope)
            self._bind(made, node.child_by_field_name("parameter"))
        elif kind in ("statement_block", "switch_body"):
            return self._made("block", node, scope)
        elif is_initializer(node):
            return self._initializer(node, scope)
        return scope

    def _function(self, node: Node, scope: Scope) -> Scope:
        made = self._made("function", node, scope)
        for at in _upwards(scope):
            at.holds = True
        self._bind_parameters(made, node)
        if node.type in ("function_expression", "generator_function"):
            self._bind(made, node.child_by_field_name("name"))
        body = node.child_by_field_name("body")
        if body is not None:
            self.of_node[body.id] = made
        return made

    def _bind_parameters(self, scope: Scope, function: Node) -> None:
        parameters = function.child_by_field_name("parameters")
        for parameter in parameters.named_children if parameters else [function.child_by_field_name("parameter")]:
            self._bind(scope, parameter)

    def _initializer(self, node: Node, scope: Scope) -> Scope:
        made = self._made("function", node, scope)
        made.is_initializer = True
        for at in _upwards(scope):
            at.holds = True
        function = _function_of_default(node)
        if function is not None:
            self._bind_parameters(made, function)
        return made

    def _loop(self, node: Node, body: Node, scope: Scope) -> None:
        made = self._made("block", body, scope)
        head = node.child_by_field_name("initializer")
        if head is not None and head.type == "lexical_declaration":
            self._bind(made, head)
        kind = node.child_by_field_name("kind")
        if kind is not None and kind.type != "var":
            self._bind(made, node.child_by_field_name("left"))

    def _made(self, kind: ScopeKind, node: Node, parent: Scope) -> Scope:
        made = Scope(len(self.all), kind, node, parent)
        self.all.append(made)
        self.of_node[node.id] = made
        return made

    def _bind(self, scope: Scope, pattern: Node | None) -> None:
        if pattern is None or pattern.type == "comment":
            return
        for name in bound_names(self._source, pattern):
            if _IDENTIFIER.match(name) and not _OWN.match(name):
                scope.names[name] = None

    def _note(self, node: Node, scope: Scope) -> None:
        """What a node says of the scopes around it."""
        kind = node.type
        function = scope.function
        if kind in CALLS:
            for at in _upwards(scope):
                at.calls = True
            self._note_call(node)
        if kind in _BUSY or (kind in _READING and _is_deep(node)):
            function.is_busy = True
        if is_suspending(node, function) or misread_await(self._source, node) is not None:
            function.suspends = True
        elif kind == "identifier" and node.end_byte - node.start_byte == 9 and self._source.text(node) == b"arguments":
            function.has_arguments = True
        elif kind == "variable_declaration":
            self._bind(function, node)
        elif kind == "lexical_declaration":
            if node.parent is not None and node.parent.type not in LOOPS:
                self._bind(scope, node)
        elif kind == "for_in_statement":
            declared = node.child_by_field_name("kind")
            if declared is not None and declared.type == "var":
                self._bind(function, node.child_by_field_name("left"))
        elif kind in ("function_declaration", "generator_function_declaration", "class_declaration"):
            self._bind(scope, node.child_by_field_name("name"))

    def _note_call(self, node: Node) -> None:
        at: Node | None = node
        while at is not None and at.id not in self.calling and at.type not in FUNCTIONS:
            self.calling.add(at.id)
            at = at.parent


def is_initializer(node: Node) -> bool:
    """Whether a node is the value of a class field, or a parameter's default value that is more than one word.
    Functions and classes are not counted, which run later and get their names from where they stand."""
    parent = node.parent
    field = _VALUES.get(parent.type) if parent is not None else None
    if parent is None or field is None or parent.child_by_field_name(field) != node or takes_a_name(node):
        return False
    if parent.type == "field_definition":
        return True
    return node.named_child_count > 0 and node.type != "string" and _function_of_default(node) is not None


def takes_a_name(node: Node) -> bool:
    """Whether an expression, in parentheses or not, is a function or a class."""
    while node.type == "parenthesized_expression" and node.named_children:
        node = node.named_children[-1]
    return node.type in _NAMED


def _function_of_default(node: Node) -> Node | None:
    """The function among whose parameters a value stands; None if there is none."""
    at = node.parent
    while at is not None and (at.type.endswith("_pattern") or at.type == "rest_pattern"):
        at = at.parent
    return at.parent if at is not None and at.type == "formal_parameters" else None


def is_suspending(node: Node, function: Scope) -> bool:
    """Whether a node is an `await` or a `yield`, which elsewhere are names like others."""
    if node.type not in _SUSPENDING:
        return False
    mark = "async" if node.type == "await_expression" else "*"
    return any(child.type == mark for child in function.node.children)


def misread_await(source: Source, node: Node) -> Node | None:
    """The expression that begins with `await (a, b)…`, which the grammar takes for a call of a function of that name;
    None if the node is no such `await`."""
    if node.type != "identifier" or node.end_byte - node.start_byte != 5 or source.text(node) != b"await":
        return None
    at, parent = node, node.parent
    if parent is None or parent.type != "call_expression" or parent.child_by_field_name("function") != node:
        return None
    while parent is not None and at in (parent.child_by_field_name("function"), parent.child_by_field_name("object")):
        at, parent = parent, parent.parent
    around = parent
    while around is not None and around.type not in FUNCTIONS:
        around = around.parent
    is_async = around is not None and any(child.type == "async" for child in around.children)
    return at if is_async else None


def function_name(source: Source, function: Node) -> str:
    """The name of a function, or of what it is the value of; empty if it has none."""
    if function.type not in FUNCTIONS:
        return ""
    if function.type == "class_static_block":
        return "static"
    name = function.child_by_field_name("name")
    parent = function.parent
    if name is None and parent is not None:
        field = {"pair": "key", "variable_declarator": "name", "field_definition": "property"}.get(parent.type)
        name = parent.child_by_field_name(field or "left")
    return source.text(name).decode("utf-8", "replace").strip("\"'") if name is not None else ""


def is_wrapper(source: Source, function: Node) -> bool:
    """Whether a function is what `async_functions` puts around one."""
    body = function.child_by_field_name("body")
    if body is None:
        return False
    if body.type == "call_expression":
        return _calls_async(source, body)
    last = body.named_children[-1] if body.type == "statement_block" and body.named_children else None
    if last is None or last.type != "return_statement" or not last.named_children:
        return False
    return _calls_async(source, last.named_children[0])


def _calls_async(source: Source, node: Node) -> bool:
    callee = node.child_by_field_name("function")
    return callee is not None and source.text(callee) == CALL.encode()


def _is_deep(node: Node) -> bool:
    """`this.a` fails nowhere; `a.b` may."""
    owner = node.child_by_field_name("object")
    return owner is not None and owner.type != "this"


def _upwards(scope: Scope) -> list[Scope]:
    """A scope and those around it up to its function."""
    found = [scope]
    while found[-1].kind not in ("module", "function") and (parent := found[-1].parent) is not None:
        found.append(parent)
    return found
