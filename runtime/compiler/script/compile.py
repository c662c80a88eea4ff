"""Compiles one script to a CommonJS body: TypeScript loses its types, ES modules become CommonJS, lines stay."""

from __future__ import annotations

from dataclasses import dataclass

from runtime.compiler.script.edits import Columns, apply_edits
from runtime.compiler.script.modules import rewrite_module
from runtime.compiler.script.references import Reference, find_references
from runtime.compiler.script.syntax import Dialect, Source, parse_script, syntax_errors
from runtime.compiler.script.typescript import strip_types
from runtime.diagnostics import Diagnostic

SCRIPT_ENDINGS = ("", ".js", ".ts", "/index.js", "/index.ts")


@dataclass(frozen=True, slots=True)
class CompiledScript:
    """A script as the logic layer evaluates it.

    `references` are the modules that it names; `dynamic` the beginnings of names that are computed at run time.
    `column_maps` lead back to the columns of the source, last step first (`edits.source_column`).
    """

    path: str
    code: str
    references: tuple[Reference, ...]
    dynamic: tuple[str, ...]
    column_maps: tuple[Columns, ...]
    diagnostics: tuple[Diagnostic, ...]


def compile_script(path: str, text: str, dialect: Dialect, *, is_strict: bool = True) -> CompiledScript:
    """Compiles the text of one file. Never raises; with a syntax error the text passes as it is.

    `is_strict`: ES modules run in strict mode, as the language says (the setting `disableUseStrict` ends that).
    """
    source = parse_script(path, text, dialect)
    errors = syntax_errors(source)
    if errors:
        found = find_references(source)
        return CompiledScript(path, text, found.named, found.dynamic, (), tuple(errors))
    maps: list[Columns] = []
    if dialect == "typescript":
        source = _without_types(source, maps)
    calls = find_references(source)
    references = list(calls.named)
    rewrite = rewrite_module(source, is_strict=is_strict, drop_unused=dialect == "typescript")
    code = source.code
    if rewrite is not None:
        code, columns = apply_edits(code, rewrite.edits)
        maps.insert(0, columns)
        references += rewrite.references
    return CompiledScript(path, code.decode("utf-8", "replace"), tuple(references), calls.dynamic, tuple(maps), ())


def _without_types(source: Source, maps: list[Columns]) -> Source:
    code, columns = apply_edits(source.code, strip_types(source))
    maps.append(columns)
    return parse_script(source.path, code.decode("utf-8", "replace"), "javascript")
