"""What the template compiler of the older framework refuses in wxs, though it runs here.

wxs is a subset of ES5 with a parser of its own. The newer compiler takes wxs as JavaScript and refuses nothing.
Observed: official template compiler of 2020; what it was asked is in `tests/differential/wxs.json`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from tree_sitter import Node

from runtime.compiler.script.syntax import Source
from runtime.compiler.wxml.expressions.refusals import COMPILERS
from runtime.diagnostics import Diagnostic

CODE = "wxs/phone-refuses"
_FUNCTIONS = frozenset({"function_expression", "function_declaration", "method_definition", "arrow_function"})
# Whatever the node holds, it is refused.
_ALWAYS: Mapping[str, str] = {
    "lexical_declaration": "let / const",
    "arrow_function": "=>",
    "class_declaration": "class",
    "class": "class",
    "template_string": "`…`",
    "regex": "/…/",
    "import_statement": "import / export",
    "export_statement": "import / export",
    "generator_function": "function*",
    "generator_function_declaration": "function*",
    "yield_expression": "yield",
    "await_expression": "await",
    "new_expression": "new",
    "for_in_statement": "for … in / of",
    "try_statement": "try",
    "throw_statement": "throw",
    "labeled_statement": "a:",
    "with_statement": "with",
    "spread_element": "...",
    "rest_pattern": "...",
    "object_pattern": "{a} =",
    "array_pattern": "[a] =",
    "computed_property_name": "{[a]: b}",
    "method_definition": "{a() {…}}",
    "shorthand_property_identifier": "{a}",
    "optional_chain": "?.",
    "html_comment": "<!--",
    "hash_bang_line": "#!",
}
_OPERATORS = frozenset({"instanceof", "in", "**", "??", "**=", "??=", "||=", "&&="})
_NUMBER = re.compile(rb"\d+(?:\.\d*)?")
_NO_KEYS = frozenset(
    b"break case continue default delete do else false for function if null return switch this true typeof var void "
    b"while undefined NaN Infinity arguments".split()
)
_NO_NAMES = frozenset({b"undefined", b"NaN", b"Infinity", b"arguments"})
_DECLARES = frozenset({"variable_declarator", "formal_parameters", "function_declaration", "function_expression"})


def refusals(source: Source) -> list[Diagnostic]:
    """The first place of each form that the compiler refuses."""
    found: dict[str, Diagnostic] = {}
    for _, node in source.find(_SUSPECTS):
        form = _ALWAYS.get(node.type, "")
        judge = _JUDGES.get(node.type)
        if not form and judge is not None:
            form = judge(node)
        if form and form not in found:
            found[form] = Diagnostic(CODE, source.span(node), {"found": form, "compiler": COMPILERS["older"]})
    return sorted(found.values(), key=lambda one: one.span)


def _text(node: Node) -> bytes:
    return node.text or b""


def _number(node: Node) -> str:
    text = _text(node)
    if node.parent is not None and node.parent.type == "pair" and node.parent.child_by_field_name("key") == node:
        return "{1: a}"
    return "" if _NUMBER.fullmatch(text) else text.decode("utf-8", "replace")[:20]


def _operator(node: Node) -> str:
    operator = node.child_by_field_name("operator")
    text = _text(operator).decode() if operator is not None else ""
    return text if text in _OPERATORS else ""


def _sign(node: Node) -> str:
    operator, inner = node.child_by_field_name("operator"), node.child_by_field_name("argument")
    if operator is None or inner is None or inner.type != "unary_expression" or operator.type not in ("+", "-"):
        return ""
    return f"{operator.type} {operator.type}a" if _text(inner).startswith(operator.type.encode()) else ""


def _name(node: Node) -> str:
    text = _text(node)
    parent = node.parent
    if b"$" in text or not text.isascii():
        return text.decode("utf-8", "replace")[:20]
    if text == b"arguments" and not _is_in_function(node):
        return "arguments"
    if text in _NO_NAMES and parent is not None and parent.type in _DECLARES:
        return text.decode() if parent.child_by_field_name("value") != node else ""
    return ""


def _key(node: Node) -> str:
    text = _text(node)
    if b"$" in text or not text.isascii() or text in _NO_KEYS:
        return text.decode("utf-8", "replace")[:20]
    return ""


def _function(node: Node) -> str:
    return "async" if node.child_count and node.children[0].type == "async" else ""


def _return(node: Node) -> str:
    if not _is_in_function(node):
        return "return"
    return _unended(node, "return }") if node.named_child_count == 0 else ""


def _variable(node: Node) -> str:
    if node.parent is not None and node.parent.type == "for_statement":
        return "for (var a, b; …)" if node.named_child_count > 1 else ""
    return _unended(node, "var a }")


def _switch(node: Node) -> str:
    first = node.named_children[0].type if node.named_child_count else ""
    return "switch (a) {default: …}" if first == "switch_default" else ""


def _unended(node: Node, form: str) -> str:
    """A statement without semicolon that a closing brace follows on its line."""
    last = node
    if node.next_sibling is None and node.parent is not None and node.parent.type in ("switch_case", "switch_default"):
        last = node.parent
    following = last.next_sibling
    while following is not None and following.type == "comment":
        following = following.next_sibling
    if following is None or following.type != "}" or node.children[-1].type == ";":
        return ""
    return form if following.start_point[0] == node.end_point[0] else ""


def _call(node: Node) -> str:
    callee, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if callee is None or arguments is None or _text(callee) != b"require":
        return ""
    first = arguments.named_children[0].type if arguments.named_child_count else ""
    return "" if first == "string" else "require(a)"


def _is_in_function(node: Node) -> bool:
    above = node.parent
    while above is not None and above.type not in _FUNCTIONS:
        above = above.parent
    return above is not None


_JUDGES: Mapping[str, Callable[[Node], str]] = {
    "number": _number,
    "binary_expression": _operator,
    "augmented_assignment_expression": _operator,
    "unary_expression": _sign,
    "identifier": _name,
    "property_identifier": _key,
    "function_declaration": _function,
    "function_expression": _function,
    "return_statement": _return,
    "variable_declaration": _variable,
    "call_expression": _call,
    "switch_body": _switch,
}


def _any_of(words: Iterable[bytes]) -> str:
    return "|".join(sorted(word.decode() for word in words))


# What the judges have to look at; most of a text is none of it.
_SUSPECTS = f"""
[{" ".join(f"({kind})" for kind in _ALWAYS)}] @always
((number) @number (#not-match? @number "^[0-9]+([.][0-9]*)?$"))
(pair key: (number) @key)
(binary_expression operator: ["instanceof" "in" "**" "??"]) @operator
(augmented_assignment_expression operator: ["**=" "??=" "||=" "&&="]) @operator
(unary_expression argument: (unary_expression)) @sign
(function_declaration "async") @function
(function_expression "async") @function
[(return_statement) (variable_declaration) (switch_body)] @statement
(call_expression function: (identifier) @_callee (#eq? @_callee "require")) @call
((identifier) @name (#match? @name "[$]|[^ -~]|^({_any_of(_NO_NAMES)})$"))
((property_identifier) @key (#match? @key "[$]|[^ -~]|^({_any_of(_NO_KEYS)})$"))
"""
