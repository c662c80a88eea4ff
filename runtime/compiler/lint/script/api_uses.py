"""Which functions of `wx` a script uses, and where it makes sure first that they exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tree_sitter import Node

from runtime.compiler.script.syntax import Dialect, Source
from runtime.diagnostics import Span

_MEMBERS = """
(member_expression object: (identifier) @wx (#eq? @wx "wx") property: (property_identifier) @name)
"""
_PARAMETERS: Mapping[Dialect, str] = {
    "javascript": '(formal_parameters (identifier) @wx (#eq? @wx "wx"))',
    "typescript": '(required_parameter pattern: (identifier) @wx (#eq? @wx "wx"))',
}
_OWN_WX = """
(variable_declarator name: (identifier) @wx (#eq? @wx "wx"))
(import_clause (identifier) @wx (#eq? @wx "wx"))
"""
# A script that compares versions or asks wx.canIUse knows what it does.
_VERSION_CHECKS = (b"SDKVersion", b"compareVersion", b"canIUse")
_CONDITIONS = frozenset({"if_statement", "ternary_expression", "while_statement"})


@dataclass(frozen=True, slots=True)
class ApiUse:
    """`wx.name` at a place. `is_guarded`: the script copes with its absence."""

    name: str
    span: Span
    is_guarded: bool


def api_uses(source: Source) -> tuple[ApiUse, ...]:
    """All uses in the order of the text; none if the script has a `wx` of its own."""
    if b"wx." not in source.code and b"wx?." not in source.code and b"wx\n" not in source.code:
        return ()
    if next(source.find(_OWN_WX + _PARAMETERS[source.dialect]), None) is not None:
        return ()
    checks_versions = any(word in source.code for word in _VERSION_CHECKS)
    members = [node for capture, node in source.find(_MEMBERS) if capture == "name"]
    tested = {source.text(node) for node in members if _is_test(node)}
    uses = []
    for node in members:
        name = source.text(node)
        member = node.parent
        if member is None or _is_assigned(member):
            continue
        is_guarded = checks_versions or name in tested or _is_in_try(node)
        uses.append(ApiUse(name.decode("utf-8", "replace"), source.span(node), is_guarded))
    return tuple(uses)


def _is_test(name: Node) -> bool:
    """Whether `wx.name` is looked at without being called: in a condition, an operator, with `?.` or `in`."""
    member = name.parent
    outer = member.parent if member is not None else None
    while outer is not None and outer.type in ("parenthesized_expression", "unary_expression"):
        member, outer = outer, outer.parent
    if member is None or outer is None:
        return False
    if outer.type in ("binary_expression", "assignment_expression", "variable_declarator"):
        return True
    if outer.type in _CONDITIONS:
        condition = outer.child_by_field_name("condition")
        return condition is not None and condition.start_byte <= member.start_byte < condition.end_byte
    is_optional = any(child.type == "optional_chain" for child in outer.children)
    return is_optional or (outer.type == "call_expression" and any(child.type == "?." for child in outer.children))


def _is_assigned(member: Node) -> bool:
    outer = member.parent
    return outer is not None and outer.type == "assignment_expression" and outer.child_by_field_name("left") == member


def _is_in_try(node: Node) -> bool:
    ancestor = node.parent
    while ancestor is not None:
        if ancestor.type == "try_statement":
            return True
        ancestor = ancestor.parent
    return False
