"""Texts to be put into a script, in the order that nesting asks for: at one place, what ends comes before what begins,
inner ends before outer ones, outer beginnings before inner ones."""

from __future__ import annotations

from tree_sitter import Node

from runtime.compiler.script.edits import Edit
from runtime.compiler.script.syntax import code_end

_Key = tuple[int, int, int, int, int]


class Insertions:
    """`depth` is that of the node in the tree."""

    def __init__(self) -> None:
        self._texts: list[tuple[_Key, str]] = []

    def before(self, node: Node, depth: int, text: str) -> None:
        """Before its first token."""
        self.at(node.start_byte, node, depth, text)

    def after(self, node: Node, depth: int, text: str) -> None:
        """Behind its last token."""
        self._add((code_end(node), 0, -node.start_byte, -depth), text)

    def after_brace(self, block: Node, depth: int, text: str) -> None:
        """At the beginning of a block."""
        self.at(block.start_byte + 1, block, depth, text)

    def before_brace(self, block: Node, depth: int, text: str) -> None:
        """At the end of a block."""
        self._add((block.end_byte - 1, 0, -block.start_byte, -depth), text)

    def at(self, offset: int, node: Node, depth: int, text: str) -> None:
        """At a place inside a node."""
        self._add((offset, 1, -node.end_byte, depth), text)

    def at_end(self, offset: int, text: str) -> None:
        """Behind everything."""
        self._add((offset, 2, 0, 0), text)

    def _add(self, key: tuple[int, int, int, int], text: str) -> None:
        if text:
            self._texts.append(((*key, len(self._texts)), text))

    def edits(self) -> list[Edit]:
        """In order."""
        return [Edit(key[0], key[0], text.encode()) for key, text in sorted(self._texts)]
