"""A script on many lines, for reading one that was packed onto a few. Only for looking at: nobody runs or writes it.

The tokens stay as they are and in their order, line breaks where they are; between them stand other blanks. What is no
script is not laid out.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from runtime.compiler.script.syntax import parse_script

MAX_BYTES = 2 * 1024 * 1024
INDENT = "  "
LONG = 60
"""Characters from which on an object or a list takes a line for each of its parts."""
_BLOCKS = frozenset({"statement_block", "class_body", "switch_body"})
_LISTS = frozenset({"object", "array", "object_pattern"})
_WHOLE = frozenset({"string", "template_string", "regex", "comment", "jsx_text"})
_TIGHT_BEFORE = frozenset({",", ";", ")", "]", ".", "?.", ":"})
_TIGHT_AFTER = frozenset({"(", "[", ".", "?.", "!", "~", "...", "@"})
_SIGNS = frozenset({"-", "+", "--", "++"})
_CALLED = frozenset({"arguments", "formal_parameters", "subscript_expression"})


def pretty_script(text: str) -> str | None:
    """None if the text is no script, or too long."""
    if len(text) > MAX_BYTES:
        return None
    source = parse_script("", text, "javascript")
    if source.root.has_error:
        return None
    printer = _Printer(source.code)
    for token in _tokens(source.root):
        printer.add(token)
    return printer.text()


def _tokens(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.child_count and node.type not in _WHOLE:
            waiting.extend(reversed(node.children))
        elif node.end_byte > node.start_byte:
            yield node


class _Printer:
    def __init__(self, code: bytes) -> None:
        self._code = code
        self._parts: list[str] = []
        self._depth = 0
        self._breaks = False
        self._before: Node | None = None

    def text(self) -> str:
        """All of it."""
        return "".join(self._parts).strip("\n") + "\n"

    def add(self, token: Node) -> None:
        """The next token."""
        words = self._code[token.start_byte : token.end_byte].decode("utf-8", "replace")
        closes = words in ("}", "]") and _is_spread(token.parent)
        if closes:
            self._depth = max(0, self._depth - 1)
        if self._before is not None:
            had_break = b"\n" in self._code[self._before.end_byte : token.start_byte]
            if closes or had_break or (self._breaks and not _continues(words)):
                self._parts.append("\n" + INDENT * self._depth)
            elif self._has_blank(self._before, token, words):
                self._parts.append(" ")
        self._parts.append(words)
        opens = words in ("{", "[") and _is_spread(token.parent)
        self._depth += opens
        self._breaks = opens or self._ends_line(token, words)
        self._before = token

    def _ends_line(self, token: Node, words: str) -> bool:
        around = token.parent
        if token.type == "comment":
            return True
        if words == ";":
            return around is None or not (around.type == "for_statement" or _is_in(around, "for_statement"))
        if words == ",":
            return around is not None and around.type in _LISTS and _is_spread(around)
        if words == "}":
            return around is not None and around.type in _BLOCKS
        return words == ":" and around is not None and around.type in ("switch_case", "switch_default")

    def _has_blank(self, before: Node, token: Node, words: str) -> bool:
        last = self._code[before.start_byte : before.end_byte].decode("utf-8", "replace")
        if words in _TIGHT_BEFORE and not (words == ":" and _is_in(token, "ternary_expression")):
            return False
        if words in ("++", "--") and _is_in(token, "update_expression"):
            # In front of what it changes it stands apart from what is before: `1 - --a`.
            is_in_front = token.parent is not None and token.parent.children[0] == token
            return is_in_front and last not in _TIGHT_AFTER
        if last in _TIGHT_AFTER:
            return False
        if last in _SIGNS and _is_in(before, "unary_expression", "update_expression"):
            return words in _SIGNS or not _is_first(before)
        if last == ",":
            return True
        if words in ("(", "["):
            return not (token.parent is not None and token.parent.type in _CALLED)
        if words == "`" or token.type == "template_string":
            return not _is_in(token, "call_expression")
        if last == "{" or words == "}":
            return last + words != "{}"
        return True


def _continues(words: str) -> bool:
    """Whether a token stays on the line of what has ended before it: `} else`, `})`, `};`."""
    return words in (")", ",", ";", ".", "(", "]", "else", "catch", "finally", "while", "=>", ":", "?.")


def _is_spread(node: Node | None) -> bool:
    """Whether what is between the brackets takes lines of its own."""
    if node is None:
        return False
    is_empty = node.named_child_count == 0
    return not is_empty and (node.type in _BLOCKS or (node.type in _LISTS and node.end_byte - node.start_byte > LONG))


def _is_first(node: Node) -> bool:
    return node.parent is not None and node.parent.children[0] == node


def _is_in(node: Node, *kinds: str) -> bool:
    return node.parent is not None and node.parent.type in kinds
