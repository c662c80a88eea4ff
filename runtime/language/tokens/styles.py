"""The stretches of a style file, alike in WXSS, Less and Sass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.language.answers import TokenKind
from runtime.language.documents import Documents
from runtime.language.styles.names import words_of
from runtime.language.styles.tree import Declaration, Item, Rule, StyleTree
from runtime.language.tokens.stretch import Stretch

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|//[^\n]*", re.DOTALL)
_SELECTOR = re.compile(
    r"(?P<string>\"[^\"\n]*\"|'[^'\n]*')|(?P<keyword>@[\w-]+|::?[\w-]+)|(?P<class>[.#][\w\-\u0080-\uffff]+|&[\w-]*)"
    r"|(?P<number>\d[\w.%]*)|(?P<type>[A-Za-z][\w-]*)"
)
_VALUE = re.compile(
    r"(?P<string>\"[^\"\n]*\"|'[^'\n]*'|url\([^)\n]*\))|(?P<keyword>![a-z]+)|(?P<function>[A-Za-z][\w-]*(?=\())"
    r"|(?P<number>#[\da-fA-F]{3,8}\b|(?<![\w-])-?\.?\d[\w.%]*)"
)
_STATEMENT = re.compile(r"(?P<keyword>@[\w-]+)|(?P<string>\"[^\"\n]*\"|'[^'\n]*')|(?P<class>\.[\w\-\u0080-\uffff]+)")
_KINDS: dict[str, TokenKind] = {
    "string": "string", "keyword": "keyword", "class": "class", "number": "number", "type": "type",
    "function": "function",
}  # fmt: skip


def style_stretches(documents: Documents, path: str, text: str) -> Iterator[Stretch]:
    """All of them, in no order."""
    tree = documents.style(path)
    if tree is None:
        return
    named = {}
    for word in words_of(documents, path):
        named[word.start] = word.end
        kind: TokenKind = "variable" if word.kind in ("variable", "placeholder") else "function"
        yield Stretch(word.start, word.end, kind)
    for match in _COMMENT.finditer(text):
        # Where the reader of the language saw none, it is a part of a text.
        if not tree.text[match.start() : match.end()].strip():
            yield Stretch(match.start(), match.end(), "comment")
    waiting: list[Item] = list(tree.items)
    while waiting:
        item = waiting.pop()
        if isinstance(item, Rule):
            waiting += item.children
        yield from (one for one in _in_item(tree, item) if one.start not in named)


def _in_item(tree: StyleTree, item: Item) -> Iterator[Stretch]:
    if isinstance(item, Rule):
        return _matched(_SELECTOR, tree.text, item.start, item.prelude_end)
    if isinstance(item, Declaration):
        return _in_declaration(tree, item)
    return _matched(_STATEMENT, tree.text, item.start, item.end)


def _in_declaration(tree: StyleTree, one: Declaration) -> Iterator[Stretch]:
    yield Stretch(one.start, one.name_end, "property")
    yield from _matched(_VALUE, tree.text, one.value_start, one.value_end)


def _matched(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Stretch]:
    for match in pattern.finditer(text, start, end):
        yield Stretch(match.start(), match.end(), _KINDS[str(match.lastgroup)])
