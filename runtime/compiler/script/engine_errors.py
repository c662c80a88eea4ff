"""What an error of the engine is about: it says "not a function" and a place, the parser knows the expression there.

The engine notes the places of few things: of a name that is read, of the beginning of a statement, of the first token
behind the bracket of a call, behind `new`, `throw` and a binary operator; and it takes for the place of a token that of
the last word, or of the last token behind white space, up to it. An error carries the last note before it, so the
expression is the one whose parts were noted up to there. Where several fit (a call whose last argument ends with
another), all are named.

Observed: quickjs-ng 0.17.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from runtime.compiler.script.syntax import Source, parse_script

MAX_CODE = 3_000_000
MAX_TEXT = 80
MAX_NAMED = 2

_NOT_A_FUNCTION = "not a function"
_MEMBER = re.compile(r"cannot (?:read|set) property '(?P<name>.*)' of (?:undefined|null)", re.DOTALL)
_ITERATOR = "Symbol.iterator"
_NOT_ITERABLE = "value is not iterable"
_SCOPES = frozenset(
    {
        "arrow_function", "class_static_block", "function_declaration", "function_expression", "generator_function",
        "generator_function_declaration", "method_definition",
    }
)  # fmt: skip
_BINARY = frozenset(
    [
        "+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "&", "|", "^", "==", "!=", "===", "!==", "<", ">", "<=", ">=",
        "instanceof", "in",
    ]
)  # fmt: skip
_SINGLE_TOKENS = frozenset({"string", "template_string", "regex", "number"})
_READ = frozenset({"identifier", "shorthand_property_identifier"})
_PROBE = re.compile(rb"__h[a-z]")
_IMPORTED = re.compile(r"\(\s*0\s*,\s*(?:__mod\d+\.)?(?P<name>[\w$.]+)\s*\)\Z")


def described(code: str, line: int, column: int, message: str) -> str:
    """The engine's message with the expression in it; as it is if that is not certain.

    `line` and `column` (in bytes) count from 1; they are where the topmost frame of the stack stands in this code.
    """
    is_call = message == _NOT_A_FUNCTION
    member = _MEMBER.fullmatch(message)
    if not (is_call or member or message == _NOT_ITERABLE) or len(code) > MAX_CODE:
        return message
    source = _parsed(code)
    place = (line - 1, column - 1)
    scope = _scope_at(source.root, place)
    if is_call:
        return _about_calls(source, scope, place, message)
    if member is None or member["name"] == _ITERATOR:
        return _about_iteration(source, scope, place, message)
    return _about_member(source, scope, place, member["name"], message)


def _about_calls(source: Source, scope: Node, place: Place, message: str) -> str:
    found = [node for node in _inside(scope) if _is_call(node) and _last_note(source, node) == place]
    texts = list(dict.fromkeys(_text(source, _callee(node)) for node in found))
    if not texts or len(texts) > MAX_NAMED or any(not text or text.endswith("Error") for text in texts):
        # With a class of errors, the program has used the engine's words.
        return message
    kind = "constructor" if all(node.type == "new_expression" for node in found) else "function"
    return f"{' or '.join(texts)} is not a {kind}"


def _about_member(source: Source, scope: Node, place: Place, name: str, message: str) -> str:
    for node in _inside(scope):
        owner = node.child_by_field_name("object")
        if node.type not in ("member_expression", "subscript_expression") or owner is None:
            continue
        key = node.child_by_field_name("property")
        if key is not None and source.text(key).decode("utf-8", "replace") != name:
            continue
        if place in _notes_of_read(source, scope, node, owner):
            text = _text(source, owner)
            return f"{message} ({text})" if text and text not in ("undefined", "null") else message
    return message


def _about_iteration(source: Source, scope: Node, place: Place, message: str) -> str:
    for node in _inside(scope):
        over: Node | None = None
        if node.type == "for_in_statement":
            over = node.child_by_field_name("right")
        elif node.type == "spread_element":
            over = node.named_children[0]
        if over is not None and _note_up_to(source, scope, over) == place and (text := _text(source, over)):
            return f"{text} is not iterable"
    return message


Place = tuple[int, int]
"""A row and a byte in it, both from 0, as the parser counts."""


@lru_cache(maxsize=4)
def _parsed(code: str) -> Source:
    return parse_script("", code, "javascript")


def _scope_at(root: Node, place: Place) -> Node:
    """The innermost function around a place."""
    node = root.descendant_for_point_range(place, place) or root
    while node.parent is not None and not (node.type in _SCOPES and node.start_point < place):
        node = node.parent
    return node


def _inside(scope: Node) -> Iterator[Node]:
    """The nodes of a function in the order of the text, without those of functions in it."""
    waiting = list(reversed(scope.children))
    while waiting:
        node = waiting.pop()
        if node.type in _SCOPES:
            continue
        yield node
        waiting += reversed(node.children)


def _is_call(node: Node) -> bool:
    """Of the program; the debugger's probes are no part of it."""
    if node.type not in ("call_expression", "new_expression"):
        return False
    callee = _callee(node)
    return callee is None or callee.text is None or _PROBE.fullmatch(callee.text) is None


def _callee(call: Node) -> Node | None:
    return call.child_by_field_name("function") or call.child_by_field_name("constructor")


def _last_note(source: Source, node: Node) -> Place | None:
    """The place that the engine has noted last in an expression when its value is there; None if nothing in it is."""
    last: Place | None = None
    for _, place in _notes(source, node):
        last = place
    return last


def _note_up_to(source: Source, scope: Node, node: Node) -> Place | None:
    """The same, or what was noted last before the expression."""
    last = _last_note(source, node)
    if last is None:
        for child in scope.children:
            for offset, place in _notes(source, child):
                if offset > node.start_byte:
                    return last
                last = place
    return last


def _notes(source: Source, node: Node) -> Iterator[tuple[int, Place]]:
    """What the engine notes, in its order: the offsets of the tokens, and the places that it takes for theirs."""
    if node.type in _SCOPES:
        return
    if node.type in _READ:
        yield node.start_byte, node.start_point
        return
    arguments = node.child_by_field_name("arguments") if node.type == "call_expression" else None
    noted = _noted_child(node)
    if node.type == "expression_statement":
        yield node.start_byte, _mark(source, node)
    for child in node.children:
        if child == arguments:
            first = _first_token(child)
            yield first.start_byte, _mark(source, first)
        elif child == noted:
            yield child.start_byte, _mark(source, child)
        yield from _notes(source, child)


def _noted_child(node: Node) -> Node | None:
    """The part of an expression whose beginning is noted."""
    if node.type == "binary_expression" and _operator(node) in _BINARY:
        return node.child_by_field_name("right")
    if node.type == "throw_statement":
        return node.named_children[0]
    return node.child_by_field_name("constructor") if node.type == "new_expression" else None


def _operator(node: Node) -> str:
    operator = node.child_by_field_name("operator")
    return operator.type if operator is not None else ""


def _first_token(arguments: Node) -> Node:
    """Of a call, the first token behind the bracket; of a tagged template, the template."""
    if arguments.type != "arguments":
        return arguments
    return next(child for child in arguments.children[1:] if child.type != "comment")


def _mark(source: Source, node: Node) -> Place:
    """What the engine takes for the place of the first token of a node."""
    token = _leaf(node)
    while token.start_byte > 0:
        before, first = source.code[token.start_byte - 1], source.code[token.start_byte]
        if chr(before).isspace() or chr(first).isalpha() or first in b"$_#" or first >= 0x80:
            break
        previous = source.root.descendant_for_byte_range(token.start_byte - 1, token.start_byte)
        if previous is None or previous.type == "comment" or previous.start_byte >= token.start_byte:
            break
        token = previous
        while token.parent is not None and token.parent.type in _SINGLE_TOKENS:
            token = token.parent
    return token.start_point


def _leaf(node: Node) -> Node:
    while node.children and node.type not in _SINGLE_TOKENS:
        node = node.children[0]
    return node


def _notes_of_read(source: Source, scope: Node, node: Node, owner: Node) -> tuple[Place | None, ...]:
    """What may have been noted last when a member is read or set: behind its owner, its key, the value given to it."""
    key = node.child_by_field_name("index")
    after_key = _last_note(source, key) if key is not None else None
    parent = node.parent
    is_assigned = parent is not None and parent.type == "assignment_expression"
    value = parent.child_by_field_name("right") if parent is not None and is_assigned else None
    after_value = _last_note(source, value) if value is not None and value != node else None
    return (_note_up_to(source, scope, owner), after_key, after_value)


def _text(source: Source, node: Node | None) -> str:
    """The expression on one line, without what calls in it are given if it is long; empty if it is too long even so."""
    if node is None or node.type in _SCOPES:
        return ""
    text = _on_one_line(source.text(node))
    imported = _IMPORTED.match(text)
    text = imported["name"] if imported else text.removesuffix("?.")
    if len(text) > MAX_TEXT:
        text = _on_one_line(_without_arguments(source, node))
    return text if len(text) <= MAX_TEXT and "__async(" not in text else ""


def _on_one_line(text: bytes) -> str:
    return re.sub(r" (?=\.)", "", " ".join(text.decode("utf-8", "replace").split()))


def _without_arguments(source: Source, node: Node) -> bytes:
    """`load(…).then(…).error` of a chain of calls."""
    inner = node.child_by_field_name("object") or node.child_by_field_name("function")
    if inner is None:
        return source.text(node)
    rest = source.code[inner.end_byte : node.end_byte]
    arguments = node.child_by_field_name("arguments")
    if arguments is not None and len(arguments.children) > 2:
        rest = source.code[inner.end_byte : arguments.start_byte] + "(…)".encode()
    return _without_arguments(source, inner) + rest
