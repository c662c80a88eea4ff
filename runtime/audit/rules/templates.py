"""Templates that make a page large: nodes, depth and children as far as they are written; lists without a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtime.audit.rule import AuditedProgram, AuditRule
from runtime.compiler.wxml.syntax import Document, Element, Node
from runtime.diagnostics import Diagnostic, Span

MOST_NODES, MOST_DEPTH, MOST_CHILDREN = 1000, 30, 60
_NO_NODES = frozenset({"block", "template", "import", "include", "wxs"})


def _large(program: AuditedProgram) -> Iterator[Diagnostic]:
    for path, document in program.own_templates.items():
        nodes = sum(1 for one in document.elements() if one.tag not in _NO_NODES)
        if nodes > MOST_NODES:
            yield Diagnostic("audit/many-nodes", Span(path), {"count": str(nodes), "most": str(MOST_NODES)})
        yield from _deep_or_wide(document)


def _deep_or_wide(document: Document) -> Iterator[Diagnostic]:
    """The first place of either."""
    waiting: list[tuple[Sequence[Node], int]] = [(document.children, 0)]
    is_deep = False
    while waiting:
        children, depth = waiting.pop()
        for one in children:
            if not isinstance(one, Element):
                continue
            own = depth + (one.tag not in _NO_NODES)
            place = document.source.span(one.start, one.name_end)
            if own > MOST_DEPTH and not is_deep:
                is_deep = True
                yield Diagnostic("audit/deep-nodes", place, {"depth": str(own), "most": str(MOST_DEPTH)})
            if (count := sum(isinstance(child, Element) for child in one.children)) > MOST_CHILDREN:
                yield Diagnostic("audit/many-children", place, {"count": str(count), "most": str(MOST_CHILDREN)})
            waiting.append((one.children, own))


def _without_key(program: AuditedProgram) -> Iterator[Diagnostic]:
    for document in program.own_templates.values():
        for one in document.elements():
            if one.attribute("wx:for") is not None and one.attribute("wx:key") is None:
                yield Diagnostic("audit/for-without-key", document.source.span(one.start, one.name_end))


LARGE = AuditRule(
    ("audit/many-nodes", "audit/deep-nodes", "audit/many-children"), "performance", 4,
    "Source: audits of the platform, performance: fewer than 1000 nodes, depth under 30, 60 children at most", _large,
)  # fmt: skip
KEYS = AuditRule(("audit/for-without-key",), "performance", 2, "Source: list rendering, wx:key", _without_key)
