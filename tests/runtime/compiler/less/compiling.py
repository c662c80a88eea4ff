"""Compiles Less from texts in memory."""

from __future__ import annotations

from collections.abc import Mapping

from runtime.compiler.style_compiler import DirectStyleCompiler
from runtime.compiler.stylesheet import CompiledCss
from tests.support.style_texts import StyleTexts


def compile_files(files: Mapping[str, str], path: str = "a.less", time_limit_s: float = 60) -> CompiledCss:
    """Compiles one of the files."""
    return DirectStyleCompiler(time_limit_s).compile(path, "Less", StyleTexts(files))


def css(source: str, **others: str) -> str:
    """The CSS of a text on one line; nothing may be wrong with it."""
    compiled = compile_files({"a.less": source, **{f"{name}.less": text for name, text in others.items()}})
    assert [(found.code, found.args) for found in compiled.diagnostics] == []
    return " ".join(compiled.css.split())


def codes(source: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong with a text."""
    return [(found.code, found.span.line, found.span.column) for found in compile_files({"a.less": source}).diagnostics]
