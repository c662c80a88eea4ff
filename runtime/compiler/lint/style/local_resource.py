"""A local file in `url()`: shown here and in previews, but not loaded on a phone."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.rule import StyleFile, StyleFileRule
from runtime.compiler.wxss.sheet import UrlMark
from runtime.diagnostics import Diagnostic


def _check(file: StyleFile) -> Iterator[Diagnostic]:
    for piece in file.unit.pieces:
        if isinstance(piece, UrlMark):
            yield Diagnostic("wxss/local-resource", piece.span, {"path": piece.name})


RULE = StyleFileRule(
    ("wxss/local-resource",), "Source: WXSS questions page, background-image cannot take local resources", _check
)
