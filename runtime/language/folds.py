"""Which lines of a file can be folded: elements and long tags, rules, comments, objects and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from runtime.compiler.languages import STYLE_LANGUAGES, TEMPLATE_ENDINGS
from runtime.compiler.wxml.syntax import Comment, Document, Element, Node
from runtime.language.answers import Fold
from runtime.language.documents import Documents, OpenText
from runtime.language.styles.indented import INDENTED
from runtime.language.wxml.place import end_tag_of

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BRACKETS = re.compile(r'"(?:[^"\\\n]|\\.)*+"?|[\[\]{}]')
_CLOSING = {"]": "[", "}": "{"}

# What stays in sight of a folded stretch besides its first line: the line that closes it, or none.
_Kind = Literal["closed", "open", "comment"]
# Offsets of the first and the last character.
_Stretch = tuple[int, int, _Kind]


def folds_of(documents: Documents, opened: OpenText) -> tuple[Fold, ...]:
    """The folds of a file in the order of its text; those of scripts are every editor's own."""
    found = set()
    for start, end, kind in _stretches(documents, opened):
        first, last = opened.lines.position(start).line, opened.lines.position(end).line
        if kind == "closed":
            last -= 1  # the end tag or the brace stays in sight
        if last > first:
            found.add((first, last, kind == "comment"))
    return tuple(Fold(*one) for one in sorted(found))


def _stretches(documents: Documents, opened: OpenText) -> Iterator[_Stretch]:
    if opened.ending in TEMPLATE_ENDINGS:
        document = documents.template(opened.path)
        return _in_template(document) if document is not None else iter(())
    if opened.ending in STYLE_LANGUAGES:
        return _in_style(documents, opened)
    return _in_json(opened.text) if opened.ending == ".json" else iter(())


def _in_template(document: Document) -> Iterator[_Stretch]:
    text = document.source.text
    waiting: list[Node] = list(document.children)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Comment):
            yield node.start, node.end - 1, "comment"
        elif isinstance(node, Element):
            end_tag = end_tag_of(node, text)
            yield node.start, node.end - 1 if end_tag is None else end_tag.start(), "closed"
            yield node.start, node.open_end - 1, "closed"
            waiting += node.children


def _in_style(documents: Documents, opened: OpenText) -> Iterator[_Stretch]:
    tree = documents.style(opened.path)
    for rule, _ in tree.rules() if tree is not None else ():
        if opened.ending == INDENTED:
            yield rule.start, rule.start + len(opened.text[rule.start : rule.end].rstrip()), "open"
        else:
            yield rule.start, max(rule.start, rule.end - 1), "closed"
    for match in _COMMENT.finditer(opened.text):
        yield match.start(), match.end() - 1, "comment"


def _in_json(text: str) -> Iterator[_Stretch]:
    opening: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(text):
        mark = match[0]
        if mark in "[{":
            opening.append((mark, match.start()))
        elif mark in _CLOSING and opening and opening[-1][0] == _CLOSING[mark]:
            yield opening.pop()[1], match.start(), "closed"
