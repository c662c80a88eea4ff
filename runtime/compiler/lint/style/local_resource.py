"""A local file in `url()`: shown here and in previews, but not loaded on a phone."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.rule import StyleFileRule
from runtime.compiler.wxss.sheet import StyleUnit, UrlMark
from runtime.diagnostics import Diagnostic


def _check(unit: StyleUnit) -> Iterator[Diagnostic]:
    for piece in unit.pieces:
        if isinstance(piece, UrlMark):
            yield Diagnostic("wxss/local-resource", piece.span, {"path": piece.name})


RULE = StyleFileRule(
    ("wxss/local-resource",), "Source: WXSS questions page, background-image cannot take local resources", _check
)
