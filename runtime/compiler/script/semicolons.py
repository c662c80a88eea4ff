"""Automatic semicolons: those that the grammar misses, and those that a rewriting has to write out.

A statement ends at a line break if the next token cannot go on with it. The grammar knows this of most tokens, not of
all (`missed_semicolons`, `cast_ends`); and a rewritten statement may begin with a token that goes on with the line
before (`separator`). What a statement is rewritten to is left to the rewriting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

_GAP = re.compile(rb"(?:\s|//[^\n]*+|/\*(?>.*?\*/))*+", re.DOTALL)
_JOINING = (b"(", b"[", b"`")
_LISTS = frozenset({"program", "statement_block", "switch_case", "switch_default"})
_CAST = re.compile(rb"\b(?:as|satisfies)\b")
_TYPE_TOKEN = re.compile(
    rb"""(?P<gap>(?:\s|//[^\n]*+|/\*(?>.*?\*/))++)|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`[^`]*`|=>|\|\||&&|[\w$.]+|.""",
    re.DOTALL,
)
_TYPE_PREFIXES = frozenset({b"keyof", b"typeof", b"readonly", b"unique", b"infer", b"new", b"abstract"})
_TYPE_OPERATORS = frozenset({b"|", b"&", b"=>"})
_ENDS_NO_TYPE = frozenset({b"in", b"instanceof"})
_OPENING, _CLOSING = b"([{<", b")]}>"


def separator(node: Node) -> bytes:
    """What keeps a node apart from the line before once it begins with a bracket: nothing or a semicolon."""
    parent = node.parent
    while parent is not None and parent.type not in _LISTS and parent.start_byte == node.start_byte:
        node, parent = parent, parent.parent
    if parent is None or parent.type not in _LISTS or node.type != "expression_statement":
        return b""
    previous = node.prev_named_sibling
    while previous is not None and previous.type == "comment":
        previous = previous.prev_named_sibling
    is_apart = previous is None or any(child.type == ";" for child in previous.children[-1:])
    return b"" if is_apart else b";"


def joins_next_line(code: bytes, end: int, tokens: tuple[bytes, ...] = _JOINING) -> bool:
    """Whether code that ends at an offset goes on in a later line, as far as its first token lets it."""
    gap = _GAP.match(code, end)
    return gap is not None and b"\n" in gap[0] and code[gap.end() : gap.end() + 1] in tokens


def missed_semicolons(code: bytes, root: Node) -> list[int]:
    """Where a semicolon may be missing by the grammar's fault: before a token on a new line that it did not expect."""
    ends = {_code_before(node) for node in _errors(root) if node.type in ("ERROR", ";")}
    return sorted(end for end in ends if joins_next_line(code, end, (*_JOINING, b"*")))


def _code_before(error: Node) -> int:
    """The end of what the error stands behind: a missing token is put behind comments."""
    before = error.prev_sibling if error.is_missing else error
    while before is not None and before.type == "comment":
        before = before.prev_sibling
    return before.end_byte if before is not None else error.end_byte


def _errors(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            yield node
        elif node.has_error:
            waiting += node.children


def cast_ends(code: bytes, root: Node) -> list[int]:
    """Where casts (`x as T`) end before a line with a bracket or a template, which the grammar takes for their type."""
    ends: set[int] = set()
    for match in _CAST.finditer(code):
        end = _type_end(code, match.end())
        if end is not None:
            token = root.descendant_for_byte_range(match.start(), match.end())
            if token is not None and token.type in ("as", "satisfies"):
                ends.add(end)
    return sorted(ends)


def _type_end(code: bytes, start: int) -> int | None:
    """The end of the type that starts here, if the statement ends with it and the next line could go on with it."""
    depth, end, is_complete, is_new_line = 0, start, False, False
    for token in _TYPE_TOKEN.finditer(code, start):
        text = token[0]
        if token["gap"] is not None:
            is_new_line = b"\n" in text
            continue
        if depth == 0 and is_complete:
            if is_new_line and text[:1] in _JOINING:
                return end
            if text in _ENDS_NO_TYPE or (is_new_line and text not in _TYPE_OPERATORS):
                return None
        if len(text) == 1 and text in _OPENING:
            depth += 1
        elif len(text) == 1 and text in _CLOSING:
            depth -= 1
            if depth < 0:
                return None
        elif depth == 0 and not (text[:1].isalnum() or text[:1] in b"_$'\"`" or text in _TYPE_OPERATORS):
            return None
        end, is_new_line = token.end(), False
        is_complete = text not in _TYPE_PREFIXES and text not in _TYPE_OPERATORS
    return None
