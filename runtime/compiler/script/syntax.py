"""Parses JavaScript and TypeScript with tree-sitter, and says where in the text a node stands."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import Literal

import tree_sitter
import tree_sitter_javascript
import tree_sitter_typescript
from tree_sitter import Node

from runtime.compiler.script.semicolons import cast_ends, missed_semicolons
from runtime.diagnostics import Diagnostic, Span

# Far more than any script needs, so that only hopeless texts are cut short.
_PARSE_S = 2.0
_PARSED_BYTES_PER_S = 50_000
_CHUNK_BYTES = 1024
_REPAIRS = 4

_COUNTED_BYTES = 1024
_CONTINUATIONS = bytes(range(0x80, 0xC0))
"""Bytes of UTF-8 that begin no character."""

Dialect = Literal["javascript", "typescript"]


@dataclass(frozen=True, eq=False)
class Source:
    """A parsed file. Offsets are of UTF-8 bytes, as in the tree."""

    path: str
    code: bytes
    root: Node
    dialect: Dialect

    def span(self, node: Node) -> Span:
        """The span of a node; columns count code points."""
        (first, start), (last, end) = node.start_point, node.end_point
        return Span(
            self.path, first + 1, self._column(node.start_byte, start), last + 1, self._column(node.end_byte, end)
        )

    def text(self, node: Node) -> bytes:
        """The source text of a node."""
        return self.code[node.start_byte : node.end_byte]

    def find(self, pattern: str) -> Iterator[tuple[str, Node]]:
        """All captures of a query in the order of the text, as (capture name, node)."""
        cursor = tree_sitter.QueryCursor(_query(self.dialect, pattern))
        captures = cursor.captures(self.root)
        found = [(name, node) for name, nodes in captures.items() for node in nodes]
        found.sort(key=lambda item: (item[1].start_byte, -item[1].end_byte))
        yield from found

    def _column(self, offset: int, byte_column: int) -> int:
        if byte_column < _COUNTED_BYTES:
            return _characters(self.code[offset - byte_column : offset]) + 1
        return self._before(offset) - self._before(offset - byte_column) + 1

    def _before(self, offset: int) -> int:
        """The characters before a place: a bundle's line may be all of it."""
        block = offset // _COUNTED_BYTES
        return self._counts[block] + _characters(self.code[block * _COUNTED_BYTES : offset])

    @cached_property
    def _counts(self) -> list[int]:
        blocks = range(0, len(self.code), _COUNTED_BYTES)
        return [0, *accumulate(_characters(self.code[at : at + _COUNTED_BYTES]) for at in blocks)]


def _characters(code: bytes) -> int:
    return len(code.translate(None, _CONTINUATIONS))


def parse_script(path: str, text: str, dialect: Dialect) -> Source:
    """Parses the text; never raises. Errors are nodes of the tree."""
    code = text.encode("utf-8", "replace")
    root = _parse(code, dialect)
    ends = cast_ends(code, root) if dialect == "typescript" else []
    if ends:
        code = _with_semicolons(code, ends)
        root = _parse(code, dialect)
    return Source(path, *(_repaired(code, root, dialect) or (code, root)), dialect)


def _repaired(code: bytes, root: Node, dialect: Dialect) -> tuple[bytes, Node] | None:
    """The text with the semicolons written out whose absence the grammar takes for an error; None if it is one."""
    for _ in range(_REPAIRS):
        ends = missed_semicolons(code, root) if root.has_error else []
        if not ends:
            break
        code = _with_semicolons(code, ends)
        root = _parse(code, dialect)
    return None if root.has_error else (code, root)


def _with_semicolons(code: bytes, ends: list[int]) -> bytes:
    """The text with a semicolon at each place; ends of lines, so that no column in use moves."""
    starts = [0, *ends]
    return b";".join(code[start:end] for start, end in zip(starts, [*ends, len(code)], strict=True))


def _parse(code: bytes, dialect: Dialect) -> Node:
    """Parses in chunks: recovery from thousands of errors takes quadratic time and ends by running out of text."""
    deadline = time.monotonic() + _PARSE_S + len(code) / _PARSED_BYTES_PER_S
    is_parsed = False

    def chunk(offset: int, _: object) -> bytes:
        # Nodes read their text here for as long as they live; without an end, if there is none.
        return code[offset : offset + _CHUNK_BYTES] if is_parsed or time.monotonic() < deadline else b""

    root = tree_sitter.Parser(_language(dialect)).parse(chunk).root_node
    is_parsed = True
    return root


def code_end(node: Node) -> int:
    """Where the last token of a node ends. Without a semicolon, a comment behind it counts as part of the node."""
    while True:
        last = next((child for child in reversed(node.children) if child.type != "comment"), None)
        if last is None:
            return node.end_byte
        node = last


def syntax_errors(source: Source) -> list[Diagnostic]:
    """The first syntax error of the file: what follows it is mostly its consequence."""
    if not source.root.has_error:
        return _default_declarations(source) or _decorators(source)
    for name, node in source.find("(ERROR) @error (MISSING) @missing"):
        if name == "missing":
            return [Diagnostic("script/missing-token", source.span(node), {"wanted": node.type})]
        culprit = _culprit(node)
        found = source.text(culprit).decode("utf-8", "replace").split("\n")[0].strip()[:40]
        return [Diagnostic("script/syntax-error", source.span(culprit), {"found": found or "end of file"})]
    return [Diagnostic("script/syntax-error", source.span(source.root), {"found": "?"})]


def _default_declarations(source: Source) -> list[Diagnostic]:
    """`export default const a`, which the grammar lets pass."""
    if b"default" not in source.code:
        return []
    return [
        Diagnostic("script/syntax-error", source.span(node), {"found": source.text(node).decode("utf-8", "replace")})
        for statement in source.root.named_children
        if statement.type == "export_statement" and any(child.type == "default" for child in statement.children)
        for declaration in statement.named_children
        if declaration.type in ("lexical_declaration", "variable_declaration")
        for node in declaration.children[:1]
    ][:1]


def _decorators(source: Source) -> list[Diagnostic]:
    """`@name` before a class or a member, which no engine of a phone takes."""
    if b"@" not in source.code:
        return []
    found = (Diagnostic("script/decorator", source.span(node)) for _, node in source.find("(decorator) @decorator"))
    return [first] if (first := next(found, None)) else []


def _culprit(error: Node) -> Node:
    """The error node holds what was skipped; its last token is nearest to the mistake."""
    for child in error.children:
        if child.type == "ERROR":
            return child
    return error.children[-1] if error.child_count else error


@cache
def _language(dialect: Dialect) -> tree_sitter.Language:
    if dialect == "typescript":
        return tree_sitter.Language(tree_sitter_typescript.language_typescript())
    return tree_sitter.Language(tree_sitter_javascript.language())


@cache
def _query(dialect: Dialect, pattern: str) -> tree_sitter.Query:
    return tree_sitter.Query(_language(dialect), pattern)
