"""Which methods a script calls on the objects that `wx` hands out (`VideoContext.play`).

What an object is follows from the functions that return one, through variables and members of the same file. A name
that holds objects of two kinds, and what comes from another file, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from runtime.compiler.script.syntax import Source
from runtime.diagnostics import Span
from runtime.platform.catalogue import Catalogue

_PASSES = 4
"""So often values are handed on from one name to the next."""
_BINDINGS = """
(variable_declarator name: (identifier) value: (_)) @binding
(assignment_expression left: [(identifier) (member_expression)] right: (_)) @binding
(pair key: (property_identifier) value: (_)) @binding
"""
_MEMBERS = "(member_expression property: (property_identifier)) @member"
_WRAPPERS = frozenset({"parenthesized_expression", "await_expression", "as_expression", "non_null_expression"})


@dataclass
class _Objects:
    """What the names of one script hold. `kinds`: object types by name; empty for a name that holds several."""

    source: Source
    known: Catalogue
    kinds: dict[str, str] = field(default_factory=dict)

    def learn(self) -> None:
        bindings = [node for _, node in self.source.find(_BINDINGS)]
        for _ in range(_PASSES):
            before = dict(self.kinds)
            for node in bindings:
                self._bind(node)
            if self.kinds == before:
                return

    def _bind(self, node: Node) -> None:
        target = node.child_by_field_name("name") or node.child_by_field_name("left") or node.child_by_field_name("key")
        value = node.child_by_field_name("value") or node.child_by_field_name("right")
        if target is None or value is None or not (kind := self.kind(value)):
            return
        name = self._last_name(target)
        self.kinds[name] = kind if self.kinds.get(name, kind) == kind else ""

    def kind(self, node: Node) -> str:
        """The object type of an expression; empty if it is none, or not known."""
        if node.type in _WRAPPERS and node.named_children:
            return self.kind(node.named_children[0])
        if node.type == "call_expression":
            called = node.child_by_field_name("function")
            return self._returned(called) if called is not None and called.type == "member_expression" else ""
        if node.type == "member_expression" and self._is_wx(node.child_by_field_name("object")):
            return self._namespace(self._last_name(node))
        if node.type in ("identifier", "member_expression"):
            return self.kinds.get(self._last_name(node), "")
        return ""

    def _returned(self, called: Node) -> str:
        owner, name = called.child_by_field_name("object"), self._last_name(called)
        if owner is None:
            return ""
        if self._is_wx(owner):
            api = self.known.apis.get(f"wx.{name}") or self.known.legacy.get(f"wx.{name}")
        else:
            described = self.known.objects.get(self.kind(owner))
            api = described.methods.get(name) if described is not None else None
        return api.returns if api is not None and api.returns in self.known.objects else ""

    def _namespace(self, name: str) -> str:
        namespace = self.known.namespaces.get(f"wx.{name}")
        return namespace.type if namespace is not None and namespace.type in self.known.objects else ""

    def _is_wx(self, node: Node | None) -> bool:
        return node is not None and node.type == "identifier" and self.source.text(node) == b"wx"

    def _last_name(self, node: Node) -> str:
        last = node.child_by_field_name("property") or node
        return self.source.text(last).decode("utf-8", "replace")


def object_uses(source: Source, known: Catalogue) -> Iterator[tuple[str, Span]]:
    """The documented methods that a script uses, as `Object.method`, each with its place."""
    if b"wx" not in source.code:
        return
    objects = _Objects(source, known)
    objects.learn()
    for _, node in source.find(_MEMBERS):
        owner, member = node.child_by_field_name("object"), node.child_by_field_name("property")
        if owner is None or member is None or not (kind := objects.kind(owner)):
            continue
        name = source.text(member).decode("utf-8", "replace")
        if name in known.objects[kind].methods:
            yield f"{kind}.{name}", source.span(member)
