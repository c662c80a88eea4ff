"""The outline of a style file: rules, what is nested in them, variables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runtime.language.answers import Symbol, SymbolKind
from runtime.language.position import Lines
from runtime.language.styles.tree import Declaration, Item, Rule, StyleTree


def style_symbols(tree: StyleTree, lines: Lines) -> tuple[Symbol, ...]:
    """The rules as a tree."""
    return tuple(_symbols(tree, tree.items, lines))


def _symbols(tree: StyleTree, items: Iterable[Item], lines: Lines) -> Iterator[Symbol]:
    for item in items:
        if isinstance(item, Rule):
            name = " ".join(tree.prelude(item).split())[:120] or "{}"
            kind: SymbolKind = "at-rule" if name.startswith("@") else "rule"
            whole, named = lines.range(item.start, item.end), lines.range(item.start, item.prelude_end)
            yield Symbol(name, "", kind, whole, named, tuple(_symbols(tree, item.children, lines)))
        elif isinstance(item, Declaration) and item.name.startswith(("@", "$", "--")):
            value = " ".join(tree.text[item.value_start : item.value_end].split())[:60]
            whole, named = lines.range(item.start, item.end), lines.range(item.start, item.name_end)
            yield Symbol(item.name, value, "variable", whole, named)
