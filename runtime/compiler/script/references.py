"""Which other files a script names: `require`, `require.async`, `import()` with literal text, and with other values."""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from runtime.compiler.script.syntax import Source
from runtime.diagnostics import Span

_CALLS = """
(call_expression function: (identifier) @_callee (#eq? @_callee "require")) @require
(call_expression function: (member_expression
    object: (identifier) @_object (#eq? @_object "require")
    property: (property_identifier) @_property (#eq? @_property "async"))) @async
(call_expression function: (import)) @import
"""
_FUNCTIONS = frozenset({"function_expression", "function_declaration", "arrow_function", "method_definition"})
_GUARDS = frozenset({"try_statement", "if_statement", "ternary_expression", "binary_expression"})


@dataclass(frozen=True, slots=True)
class Reference:
    """One named module. `is_guarded`: the script copes with its absence (`try`, a condition, another package)."""

    name: str
    span: Span
    is_guarded: bool = False


@dataclass(frozen=True, slots=True)
class References:
    """`dynamic` holds, for calls whose argument is computed, the text that it surely starts with (`""`: anything)."""

    named: tuple[Reference, ...]
    dynamic: tuple[str, ...]


def find_references(source: Source) -> References:
    """Reads the calls of a script. Those of a bundle's own `require` parameter are not meant."""
    if b"require" not in source.code and b"import" not in source.code:
        return References((), ())
    named: list[Reference] = []
    dynamic: list[str] = []
    for capture, call in source.find(_CALLS):
        arguments = call.child_by_field_name("arguments") if not capture.startswith("_") else None
        if arguments is None or arguments.named_child_count == 0:
            continue
        argument = arguments.named_children[0]
        above = _above(call, source.root)
        if capture != "import" and any(_takes_require(node) for node in above):
            continue
        text = literal_text(argument)
        if text is not None:
            is_guarded = capture == "async" or arguments.named_child_count > 1
            is_guarded = is_guarded or any(node.type in _GUARDS for node in above)
            named.append(Reference(text, source.span(argument), is_guarded))
        elif capture != "import":
            dynamic.append(_known_start(argument))
    return References(tuple(named), tuple(dynamic))


def literal_text(node: Node) -> str | None:
    """The value of a string literal or of a template without substitutions."""
    if node.type not in ("string", "template_string"):
        return None
    if any(child.type in ("template_substitution", "escape_sequence") for child in node.children):
        return None
    return (node.text or b"")[1:-1].decode("utf-8", "replace")


def required_module(node: Node) -> str | None:
    """The name in `require("name")`."""
    if node.type != "call_expression":
        return None
    callee, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if callee is None or callee.text != b"require" or arguments is None or arguments.named_child_count != 1:
        return None
    return literal_text(arguments.named_children[0])


def _known_start(argument: Node) -> str:
    while argument.type == "binary_expression":
        left = argument.child_by_field_name("left")
        if left is None:
            return ""
        argument = left
    if argument.type == "template_string":
        first = argument.named_children[0] if argument.named_child_count else None
        if first is not None and first.type == "string_fragment":
            return (first.text or b"").decode("utf-8", "replace")
        return ""
    return literal_text(argument) or ""


def _above(node: Node, root: Node) -> list[Node]:
    """The nodes around one, from the root down: upwards, each step would be such a search from the root of its own."""
    found: list[Node] = []
    at: Node | None = root
    while at is not None and at.id != node.id:
        found.append(at)
        at = at.child_with_descendant(node)
    return found


def _takes_require(node: Node) -> bool:
    parameters = node.child_by_field_name("parameters") if node.type in _FUNCTIONS else None
    return parameters is not None and any(child.text == b"require" for child in parameters.named_children)
