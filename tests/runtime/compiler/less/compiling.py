"""Compiles Less from texts in memory."""

from __future__ import annotations

from collections.abc import Mapping

from runtime.compiler.less.compile import LessFiles, compile_less
from runtime.compiler.less.nodes import Stylesheet
from runtime.compiler.less.parse import parse_less
from runtime.compiler.stylesheet import CompiledCss
from runtime.project.resolve import candidates


def compile_files(files: Mapping[str, str], path: str = "a.less") -> CompiledCss:
    """Compiles one of the files."""

    def parsed(name: str) -> Stylesheet | None:
        return parse_less(name, files[name]) if name in files else None

    return compile_less(
        path, LessFiles(parsed, files.get, files.__contains__, lambda name, folder: candidates(name, folder, {}))
    )


def css(source: str, **others: str) -> str:
    """The CSS of a text on one line; nothing may be wrong with it."""
    compiled = compile_files({"a.less": source, **{f"{name}.less": text for name, text in others.items()}})
    assert [(found.code, found.args) for found in compiled.diagnostics] == []
    return " ".join(compiled.css.split())


def codes(source: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong with a text."""
    return [(found.code, found.span.line, found.span.column) for found in compile_files({"a.less": source}).diagnostics]
