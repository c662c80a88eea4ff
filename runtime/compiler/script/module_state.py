"""What a script keeps outside the pages it makes: variables of the module that its functions set or fill.

Evaluating such a script anew loses what it has kept. What cannot be shown to stay as it was made counts as kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from runtime.compiler.script.imports import bound_names, read_import
from runtime.compiler.script.references import required_module
from runtime.compiler.script.scopes import FUNCTIONS, Scopes
from runtime.compiler.script.syntax import Source

_WRITES = """
(assignment_expression left: (_) @target)
(augmented_assignment_expression left: (_) @target)
(update_expression argument: (_) @target)
(unary_expression operator: "delete" argument: (_) @target)
(for_in_statement !kind left: (_) @target)
(call_expression function: (member_expression object: (_) @target property: (property_identifier) @name
    (#any-of? @name "push" "pop" "shift" "unshift" "splice" "sort" "reverse" "fill" "copyWithin" "set" "add" "delete"
    "clear")))
(call_expression function: (member_expression object: (identifier) @object property: (property_identifier) @assign)
    arguments: (arguments . (_) @target) (#eq? @object "Object") (#any-of? @assign "assign" "defineProperty"))
"""
_CONTAINERS = frozenset({"object", "array", "new_expression"})
_CHAIN = frozenset({"member_expression", "subscript_expression", "non_null_expression", "parenthesized_expression"})
# Where the value of a variable may stand without getting into hands that could fill it.
_READ_ONLY = frozenset({
    "member_expression", "subscript_expression", "spread_element", "template_substitution", "binary_expression",
    "unary_expression", "for_in_statement", "if_statement", "type_query",
})  # fmt: skip
_PASSES_ON = frozenset({"parenthesized_expression", "as_expression", "ternary_expression"})
_CHOOSES = frozenset({"||", "&&", "??"})
_READERS = frozenset({b"Object", b"JSON", b"Array", b"console", b"wx", b"String", b"Number", b"Math", b"Boolean"})
_DEFINERS = frozenset({b"Page", b"Component", b"Behavior"})
_GIVEN = """
(call_expression function: (identifier) @definer arguments: (arguments (identifier) @name)
    (#any-of? @definer "Page" "Component" "Behavior"))
"""


@dataclass(frozen=True, slots=True)
class ModuleState:
    """`kept`: the first variable (or `this.…` of an exported object) with state of its own, `""` if there is none;
    `changed`: names of other modules whose values the script changes."""

    kept: str
    changed: frozenset[str]


def module_state(source: Source) -> ModuleState:
    """Reads the state that a script keeps. Raises TooNested."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._scopes = Scopes(source)
        self._foreign: dict[str, str] = {}
        self._containers: set[str] = set()
        # Objects that become the options of a definition: their `this` is an instance.
        self._given = {self._text(node) for name, node in source.find(_GIVEN) if name == "name"}
        for statement in source.root.named_children:
            self._declare(statement)

    def read(self) -> ModuleState:
        kept = ""
        changed: set[str] = set()
        for target in self._targets():
            root = _root(target)
            if root is None or self._scopes.enclosing(target, FUNCTIONS) is None:
                continue
            if root.type == "this":
                kept = kept or (f"this.{self._member(root)}" if self._is_shared(root) else "")
                continue
            names = [one for one in bound_names(self._source, root) if self._scopes.is_of_module(one, root)]
            changed.update(self._foreign[one] for one in names if one in self._foreign)
            own = (one for one in names if one not in self._foreign and one in self._scopes.of_module)
            kept = kept or next(own, "")
        return ModuleState(kept or self._handed_on(), frozenset(changed))

    def _targets(self) -> Iterator[Node]:
        return (node for name, node in self._source.find(_WRITES) if name == "target")

    def _declare(self, statement: Node) -> None:
        if statement.type == "import_statement":
            item = read_import(self._source, statement)
            for local in filter(None, [*(name for name, _ in item.names), item.namespace]):
                self._foreign[local] = item.literal[1:-1].decode("utf-8", "replace")
            return
        declaration = statement.child_by_field_name("declaration") or statement
        if declaration.type not in ("lexical_declaration", "variable_declaration"):
            return
        for declarator in declaration.named_children:
            name, value = declarator.child_by_field_name("name"), declarator.child_by_field_name("value")
            if name is None or value is None:
                continue
            origin = self._origin(value)
            for bound in bound_names(self._source, name):
                if origin is not None:
                    self._foreign[bound] = origin
                elif value.type in _CONTAINERS:
                    self._containers.add(bound)

    def _origin(self, value: Node) -> str | None:
        """The module that a value belongs to, as in `require("module").member`; `""` for the App's and the platform's.

        None if it is the script's own.
        """
        while value.type in _CHAIN:
            inner = value.child_by_field_name("object") or (value.named_children[0] if value.named_children else None)
            if inner is None:
                return None
            value = inner
        if value.type == "identifier":
            return self._foreign.get(self._text(value))
        callee = value.child_by_field_name("function")
        if callee is None:
            return None
        is_given = self._source.text(callee) == b"getApp" or self._source.text(callee).startswith(b"wx.")
        return "" if is_given else required_module(value)

    def _handed_on(self) -> str:
        """The first object or list of the module that gets into other hands."""
        if not self._containers:
            return ""
        for _, node in self._source.find("(identifier) @use (shorthand_property_identifier) @use"):
            name = self._text(node)
            is_used = name in self._containers and self._scopes.is_of_module(name, node)
            if is_used and self._scopes.enclosing(node, FUNCTIONS) is not None and not self._is_read(node):
                return name
        return ""

    def _is_read(self, node: Node) -> bool:
        parent = node.parent
        while parent is not None and _passes_on(parent):
            if parent.child_by_field_name("condition") == node:
                return True
            node, parent = parent, parent.parent
        if parent is None or parent.type in _READ_ONLY:
            return True
        if parent.type == "arguments":
            return self._is_reader(parent)
        # A member of an object that is given to setData or to the definition is copied there.
        while parent is not None and parent.type in ("object", "pair", "array"):
            parent = parent.parent
        return parent is not None and parent.type == "arguments" and self._is_reader(parent)

    def _is_reader(self, arguments: Node) -> bool:
        call = arguments.parent
        callee = call.child_by_field_name("function") if call is not None else None
        if callee is None:
            return False
        name = callee.child_by_field_name("property")
        if name is not None and self._source.text(name) == b"setData":
            return True
        root = _root(callee)
        return root is not None and self._source.text(root) in _READERS | _DEFINERS

    def _is_shared(self, this: Node) -> bool:
        """Whether `this` is an object that the module itself made, and not a page, a component or an instance."""
        function = self._scopes.enclosing(this, FUNCTIONS)
        while function is not None and function.type == "arrow_function":
            function = self._scopes.enclosing(function, FUNCTIONS)
        if function is None or function.parent is None:
            return False
        holder = function.parent
        if holder.type == "class_body":
            return any(child.type == "static" for child in function.children)
        if holder.type == "pair":
            holder = holder.parent or holder
        if holder.type != "object":
            return False
        declared = holder.parent.child_by_field_name("name") if holder.parent is not None else None
        if declared is not None and self._text(declared) in self._given:
            return False
        return not any(self._source.text(name) in _DEFINERS for name in _callees_around(holder))

    def _member(self, this: Node) -> str:
        name = this.parent.child_by_field_name("property") if this.parent is not None else None
        return self._text(name) if name is not None else ""

    def _text(self, node: Node) -> str:
        return self._source.text(node).decode("utf-8", "replace")


def _root(target: Node) -> Node | None:
    """`a` of `a.b[c].d`; None where a call stands between. A pattern stands for itself."""
    while target.type in _CHAIN:
        inner = target.child_by_field_name("object") or (target.named_children[0] if target.named_children else None)
        if inner is None:
            return None
        target = inner
    return None if target.type == "call_expression" else target


def _passes_on(node: Node) -> bool:
    """Whether the value of a part may be the value of the whole."""
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    return node.type in _PASSES_ON or (operator is not None and operator.type in _CHOOSES)


def _callees_around(node: Node) -> Iterator[Node]:
    at: Node | None = node
    while at is not None:
        callee = at.child_by_field_name("function") if at.type == "call_expression" else None
        if callee is not None:
            yield callee
        at = at.parent
