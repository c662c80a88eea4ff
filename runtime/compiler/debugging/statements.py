"""What a script's syntax tree says of statements and of the expressions in them: where each may stand, which of them
do nothing that one could stop at."""

from __future__ import annotations

from tree_sitter import Node

from runtime.compiler.script.syntax import Source, code_end

STATEMENTS = frozenset({
    "expression_statement", "lexical_declaration", "variable_declaration", "if_statement", "for_statement",
    "for_in_statement", "while_statement", "do_statement", "switch_statement", "return_statement", "throw_statement",
    "break_statement", "continue_statement", "labeled_statement", "with_statement", "class_declaration",
    "debugger_statement",
})  # fmt: skip
LISTS = frozenset({"program", "statement_block", "switch_case", "switch_default"})
SINGLE = {
    "if_statement": "consequence", "else_clause": "", "while_statement": "body", "for_statement": "body",
    "for_in_statement": "body", "do_statement": "body", "with_statement": "body",
}  # fmt: skip
_PARTS = {
    "pair": ("value",), "arguments": (), "array": (), "parenthesized_expression": (),
    "assignment_expression": ("right",), "ternary_expression": ("consequence", "alternative"),
    "binary_expression": ("right",), "variable_declarator": ("value",), "return_statement": (),
}  # fmt: skip
"""Where an expression may stand that begins on a line of its own; the fields, if it is not any child."""
UNWRAPPED = frozenset({"statement_block", "function_declaration"})


def is_part(parent: Node, node: Node) -> bool:
    """Whether a node is an expression that may stand on a line of its own."""
    fields = _PARTS.get(parent.type)
    return fields is not None and (not fields or any(parent.child_by_field_name(field) == node for field in fields))


def is_single(parent: Node, node: Node, field: str) -> bool:
    """Whether a node is the one statement under a condition or a loop, `field` of which it may be."""
    if not field:
        return node.is_named and node.type != "comment"
    return parent.child_by_field_name(field) == node


def declares_nothing(node: Node) -> bool:
    """`let a;` does nothing to stop at."""
    if node.type not in ("lexical_declaration", "variable_declaration"):
        return False
    declarators = [child for child in node.named_children if child.type == "variable_declarator"]
    return all(child.child_by_field_name("value") is None for child in declarators)


def expression_of(node: Node) -> Node:
    """What a statement throws."""
    return next(child for child in node.named_children if child.type != "comment")


def directives(block: Node) -> list[Node]:
    """The texts that a function or a script begins with, such as "use strict"."""
    found: list[Node] = []
    for node in block.named_children if block.type in ("program", "statement_block") else ():
        if node.type == "comment":
            continue
        if node.type != "expression_statement" or node.named_children[0].type != "string":
            break
        found.append(node)
    return found


def after_directives(source: Source, block: Node) -> tuple[int, str]:
    """Where code may be put so that directives stay the first: the offset, and what must come before."""
    found = directives(block)
    if not found:
        return (block.start_byte + 1 if block.type == "statement_block" else 0), ""
    end = code_end(found[-1])
    return end, "" if source.code[end - 1 : end] == b";" else ";"


def inside_wrapper(function: Node) -> list[Node]:
    """The function that `async_functions` has put inside, and a computed name."""
    body = function.child_by_field_name("body")
    if body is not None and body.type == "statement_block":
        body = body.named_children[-1].named_children[0]
    arguments = body.child_by_field_name("arguments") if body is not None else None
    name = function.child_by_field_name("name")
    inner = arguments.named_children[:1] if arguments is not None else []
    return ([name] if name is not None else []) + inner
