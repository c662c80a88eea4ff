"""Reading a variable before its declaration has run, in projects whose setting `es6` has scripts made into ES5.

There `let` and `const` have become `var` when a phone runs the script, so that what the language forbids reads as
undefined. The declarations of functions and of the top level become `var` here as well; those of blocks only where
something reads them early, for each block has its own. What reads early for certain is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from runtime.compiler.script.edits import Edit
from runtime.compiler.script.imports import bound_names
from runtime.compiler.script.scopes import FUNCTIONS, Scopes
from runtime.compiler.script.syntax import Source, code_end
from runtime.diagnostics import Diagnostic

MAX_CHARACTERS = 200_000
"""Longer scripts are bundles: only what their functions and top level declare is changed, and nothing is told."""

_LEXICAL = "(lexical_declaration) @declaration (class_declaration name: (identifier)) @class"
_ASSIGNED = """
(assignment_expression left: (_) @target)
(augmented_assignment_expression left: (_) @target)
(update_expression argument: (_) @target)
(for_in_statement !kind left: (_) @target)
(statement_block (function_declaration name: (_) @target))
"""
_NAMES = frozenset({"identifier", "array_pattern", "object_pattern"})
_READS = frozenset({"identifier", "shorthand_property_identifier"})
_NAMED_ELSEWHERE = frozenset({"import_specifier", "export_specifier", "import_clause", "namespace_import"})
_NAMES_ITSELF = FUNCTIONS | {"class", "class_declaration", "variable_declarator"}
_CASES = frozenset({"switch_case", "switch_default"})


@dataclass
class Forgiven:
    """What to change. `same` keeps every offset, `moved` does not."""

    same: list[Edit] = field(default_factory=list)
    moved: list[Edit] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


def forgive_early_access(source: Source) -> Forgiven:
    """Finds the declarations of a script, whose types have been taken out."""
    return _Forgiving(source).run()


class _Forgiving:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._out = Forgiven()
        self._is_bundle = len(source.code) > MAX_CHARACTERS
        self._assigned: set[str] | None = None
        self._scopes: Scopes | None = None

    def run(self) -> Forgiven:
        for kind, node in self._source.find(_LEXICAL):
            scope = node.parent
            if scope is not None and scope.type == "export_statement":
                scope = scope.parent
            if scope is None or (self._is_bundle and (kind == "class" or not _is_of_function(scope))):
                continue
            if kind == "class":
                self._class(node, scope)
            elif not self._is_fixed(node):
                self._declaration(node, scope)
        return self._out

    def _declaration(self, node: Node, scope: Node) -> None:
        if _is_of_function(scope):
            keyword = node.children[0]
            word = b"var" + b" " * (keyword.end_byte - keyword.start_byte - 3)
            self._out.same.append(Edit(keyword.start_byte, keyword.end_byte, word))
            if not self._is_bundle:
                self._tell(node, scope)
        elif scope.type == "statement_block":
            if self._tell(node, scope):
                self._hoist(node, Edit(scope.start_byte + 1, scope.start_byte + 1, self._let(node)))
        elif scope.type in _CASES and scope.parent is not None and self._tell(node, scope.parent):
            switch = scope.parent.parent or scope.parent
            self._hoist(node, Edit(switch.start_byte, switch.start_byte, b"{" + self._let(node)))
            self._out.moved.append(Edit(switch.end_byte, switch.end_byte, b"}"))

    def _class(self, node: Node, scope: Node) -> None:
        """A class that is named before it is defined."""
        is_default = node.parent is not None and any(child.type == "default" for child in node.parent.children)
        name = node.child_by_field_name("name")
        if not _is_of_function(scope) or is_default or name is None:
            return
        if any(True for _ in self._reads(name, scope, scope.start_byte, node.start_byte)):
            self._out.moved.append(Edit(node.start_byte, node.start_byte, b"var %s=" % self._source.text(name)))
            self._out.moved.append(Edit(node.end_byte, node.end_byte, b";"))

    def _is_fixed(self, node: Node) -> bool:
        """Whether a constant is assigned to: that stays a mistake."""
        if node.children[0].type != "const":
            return False
        if self._assigned is None:
            targets = (target for _, target in self._source.find(_ASSIGNED) if target.type in _NAMES)
            self._assigned = {name for target in targets for name in bound_names(self._source, target)}
        return not self._assigned.isdisjoint(bound_names(self._source, node))

    def _tell(self, node: Node, scope: Node) -> bool:
        """Whether something reads a name of the declaration early; told once, where that is certain."""
        is_read = False
        for declarator in node.named_children:
            target = declarator.child_by_field_name("name")
            for name in _identifiers(target) if target is not None else ():
                for read, is_certain in self._early_reads(name, declarator, scope):
                    is_read = True
                    if is_certain:
                        shown = self._source.text(name).decode("utf-8", "replace")
                        self._out.found.append(
                            Diagnostic("script/early-access", self._source.span(read), {"name": shown})
                        )
                        return True
        return is_read

    def _early_reads(self, name: Node, declarator: Node, scope: Node) -> Iterator[tuple[Node, bool]]:
        end = code_end(declarator)
        value = declarator.child_by_field_name("value")
        yield from self._reads(name, scope, scope.start_byte, declarator.start_byte)
        if value is not None:
            # A function in it is called later.
            yield from ((read, True) for read, certain in self._reads(name, scope, value.start_byte, end) if certain)
        if scope.type == "switch_body":
            own = declarator.parent.parent if declarator.parent is not None else None
            if own is not None:
                yield from self._reads(name, scope, own.end_byte, scope.end_byte)

    def _reads(self, name: Node, scope: Node, start: int, end: int) -> Iterator[tuple[Node, bool]]:
        """Where the variable is named between two offsets, and whether that runs before any function is called."""
        text = self._source.text(name)
        if self._source.code.find(text, start, end) < 0:
            return
        pattern = re.compile(rb"(?<![\w$.])" + re.escape(text) + rb"(?![\w$])")
        for match in pattern.finditer(self._source.code, start, end):
            node = self._source.root.descendant_for_byte_range(match.start(), match.end())
            if node is not None and node != name and self._source.text(node) == text and _is_read(node):
                certain = self._certainty(node, scope, text.decode("utf-8", "replace"))
                if certain is not None:
                    yield node, certain

    def _certainty(self, node: Node, scope: Node, name: str) -> bool | None:
        """None if another variable of that name is meant."""
        if self._scopes is None:
            self._scopes = Scopes(self._source)
        is_certain = True
        at = node.parent
        while at is not None and at.id != scope.id:
            own = at.child_by_field_name("name") if at.type == "class" else None
            if self._scopes.binds(at, name) or (own is not None and self._source.text(own) == name.encode()):
                return None
            is_certain = is_certain and at.type not in FUNCTIONS
            at = at.parent
        return is_certain

    def _let(self, node: Node) -> bytes:
        return b"let %s;" % ",".join(bound_names(self._source, node)).encode()

    def _hoist(self, node: Node, head: Edit) -> None:
        """The names of a declaration are declared at the head of their block; it becomes an assignment."""
        first = node.named_children[0]
        self._out.moved += [head, Edit(node.start_byte, first.start_byte, b";(")]
        for declarator in node.named_children:
            if declarator.child_by_field_name("value") is None:
                end = code_end(declarator)
                self._out.moved.append(Edit(end, end, b"=void 0"))
        end = code_end(node.named_children[-1])
        self._out.moved.append(Edit(end, end, b");"))


def _is_of_function(scope: Node) -> bool:
    if scope.type == "program":
        return True
    return scope.type == "statement_block" and scope.parent is not None and scope.parent.type in FUNCTIONS


def _is_read(node: Node) -> bool:
    parent = node.parent
    if node.type not in _READS or parent is None or parent.type in _NAMED_ELSEWHERE:
        return False
    return not (parent.type in _NAMES_ITSELF and parent.child_by_field_name("name") == node)


def _identifiers(target: Node) -> list[Node]:
    """The identifiers that a target binds."""
    if target.type in ("identifier", "shorthand_property_identifier_pattern"):
        return [target]
    if target.type in ("pair_pattern", "assignment_pattern", "object_assignment_pattern"):
        inner = target.child_by_field_name("value" if target.type == "pair_pattern" else "left")
        return _identifiers(inner) if inner is not None else []
    if target.type in ("object_pattern", "array_pattern", "rest_pattern"):
        return [found for child in target.named_children for found in _identifiers(child)]
    return []
