"""Completion in WXSS: properties and their keywords, variables of the file, tags and classes in selectors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from runtime.language.answers import Completion, Suggestion
from runtime.language.documents import Documents, OpenText
from runtime.language.styles.classes import classes_of_sheet
from runtime.language.styles.tree import StyleTree
from runtime.platform.elements import Elements
from runtime.platform.platform import Platform

_WORD = re.compile(r"[@$.#&]?[\w\-\u0080-\uffff]*")
_VALUE_FOLLOWS = re.compile(r"[\w-]*[ \t]*:")
_FOR_ALL = ("inherit", "initial", "unset")
_AT_RULES = {
    "@import": '@import "$1";', "@media": "@media ($1) {\n\t$0\n}", "@keyframes": "@keyframes $1 {\n\t$0\n}",
    "@font-face": "@font-face {\n\t$0\n}",
}  # fmt: skip
_MAX_BACK = 2000


def complete_style(documents: Documents, platform: Platform, opened: OpenText, offset: int) -> Completion | None:
    """What may stand at an offset of a style file."""
    tree = documents.style(opened.path)
    if tree is None:
        return None
    start = offset
    while start > 0 and _WORD.fullmatch(tree.text, start - 1, offset):
        start -= 1
    statement = _statement_start(tree.text, start)
    written = tree.text[statement:start].strip()
    rule = tree.rule_at(statement)
    if rule is not None and not tree.prelude(rule).startswith(("@media", "@supports")):
        name, colon, _ = written.partition(":")
        properties = platform.style_properties
        if colon:
            found = list(_values(tree, properties, name.strip()))
        else:
            has_value = _VALUE_FOLLOWS.match(tree.text, offset) is not None
            found = list(_properties(properties, has_value=has_value)) if not written else []
    else:
        found = [*_selectors(documents, platform.elements, opened.path)] if not written.startswith("@") else []
    return Completion(opened.lines.range(start, offset), tuple(found)) if found else None


def _statement_start(text: str, offset: int) -> int:
    """Behind the brace or semicolon before an offset."""
    floor = max(0, offset - _MAX_BACK)
    return max(text.rfind(mark, floor, offset) + 1 for mark in "{};") or floor


def _properties(properties: Mapping[str, tuple[str, ...]], *, has_value: bool) -> Iterator[Suggestion]:
    for name in properties:
        rank = 1 if name.startswith("-") else 0
        if has_value:
            yield Suggestion(name, "property", name, rank=rank)
        else:
            yield Suggestion(name, "property", f"{name}: $0;", rank=rank, is_snippet=True, goes_on=True)


def _values(tree: StyleTree, properties: Mapping[str, tuple[str, ...]], name: str) -> Iterator[Suggestion]:
    for word in properties.get(name, ()):
        yield Suggestion(word, "value", word)
    for declaration in tree.declarations():
        value = tree.text[declaration.value_start : declaration.value_end]
        if declaration.name.startswith("--"):
            yield Suggestion(f"var({declaration.name})", "variable", f"var({declaration.name})", value, rank=1)
        elif declaration.name.startswith(("@", "$")):
            yield Suggestion(declaration.name, "variable", declaration.name, value, rank=1)
    for word in _FOR_ALL:
        yield Suggestion(word, "value", word, rank=2)


def _selectors(documents: Documents, elements: Elements, path: str) -> Iterator[Suggestion]:
    for name in dict.fromkeys(one.name for one in classes_of_sheet(documents, path)):
        yield Suggestion(f".{name}", "class", f".{name}")
    yield Suggestion("page", "tag", "page", rank=1)
    for tag in elements.tags.values():
        if tag.address:
            yield Suggestion(tag.name, "tag", tag.name, rank=1)
    for name, snippet in _AT_RULES.items():
        yield Suggestion(name, "directive", snippet, rank=2, is_snippet=True)
