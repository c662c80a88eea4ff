"""Which names a script binds where: enough to tell a variable of the module from one of the same name in a function."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tree_sitter import Node

from runtime.compiler.script.imports import bound_names
from runtime.compiler.script.syntax import Source

FUNCTIONS = frozenset({
    "function_declaration", "generator_function_declaration", "function_expression", "generator_function",
    "arrow_function", "method_definition", "class_static_block",
})  # fmt: skip
_BLOCKS = FUNCTIONS | {"program", "statement_block", "switch_body", "for_statement", "for_in_statement", "catch_clause"}
_DECLARED = """
(variable_declaration (variable_declarator name: (_) @var))
(lexical_declaration (variable_declarator name: (_) @block))
(function_declaration name: (_) @outer)
(generator_function_declaration name: (_) @outer)
(class_declaration name: (_) @outer)
(function_expression name: (_) @inner)
(formal_parameters (_) @inner)
(arrow_function parameter: (_) @inner)
(catch_clause parameter: (_) @inner)
(for_in_statement kind: _ left: (_) @inner)
"""


LONGEST_S = 1.0
"""Far more than any script needs: a step up from a deep place of the tree takes as long as the place is deep."""


class TooNested(Exception):
    """The script is nested beyond measure."""


class Scopes:
    """The names that each block and function of a script binds. The methods raise TooNested."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._deadline = time.monotonic() + LONGEST_S
        self._names: dict[int, set[str]] = {}
        for kind, node in source.find(_DECLARED):
            scope = self._scope_of(kind, node)
            if scope is not None:
                self._names.setdefault(scope.id, set()).update(self._bound(node))

    @property
    def of_module(self) -> frozenset[str]:
        """What the top level binds by declarations; what it imports is left out."""
        return frozenset(self._names.get(self._source.root.id, ()))

    def binds(self, scope: Node, name: str) -> bool:
        """Whether a block or function binds a name itself."""
        return name in self._names.get(scope.id, ())

    def is_of_module(self, name: str, node: Node) -> bool:
        """Whether a name used at `node` is not bound by anything between there and the top level."""
        return not any(at.type != "program" and name in self._names.get(at.id, ()) for at in self._above(node))

    def enclosing(self, node: Node, kinds: frozenset[str]) -> Node | None:
        """The nearest node above that is of one of these kinds."""
        return next((at for at in self._above(node) if at.type in kinds), None)

    def _above(self, node: Node) -> Iterator[Node]:
        at = node.parent
        while at is not None:
            if time.monotonic() > self._deadline:
                raise TooNested
            yield at
            at = at.parent

    def _scope_of(self, kind: str, node: Node) -> Node | None:
        if kind == "inner":
            return self.enclosing(node, _BLOCKS)
        if kind == "outer":
            declaration = node.parent
            return self.enclosing(declaration, _BLOCKS) if declaration is not None else None
        return self.enclosing(node, FUNCTIONS | {"program"} if kind == "var" else _BLOCKS)

    def _bound(self, node: Node) -> list[str]:
        if node.type in ("required_parameter", "optional_parameter"):
            pattern = node.child_by_field_name("pattern")
            return bound_names(self._source, pattern) if pattern is not None else []
        if node.type == "type_identifier":
            return [self._source.text(node).decode("utf-8", "replace")]
        return bound_names(self._source, node)
