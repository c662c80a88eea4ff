"""Compiles one script to a CommonJS body: TypeScript loses its types, ES modules become CommonJS, lines stay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from runtime.compiler.script.async_functions import watch_async_functions
from runtime.compiler.script.early_access import forgive_early_access
from runtime.compiler.script.edits import Columns, Edit, apply_edits, source_column
from runtime.compiler.script.modules import rewrite_module
from runtime.compiler.script.plugins import rewrite_plugins
from runtime.compiler.script.references import Reference, find_references
from runtime.compiler.script.syntax import Dialect, Source, parse_script, syntax_errors
from runtime.compiler.script.typescript import strip_types
from runtime.compiler.script.worklets import mark_worklets
from runtime.diagnostics import Diagnostic, Span

_EVALS = '(call_expression function: (identifier) @eval (#eq? @eval "eval"))'
_EVAL = re.compile(rb"\beval\b")
NO_PLUGINS: Mapping[str, str] = MappingProxyType({})
SCRIPT_ENDINGS = ("", ".js", ".ts", "/index.js", "/index.ts")


@dataclass(frozen=True, slots=True)
class CompiledScript:
    """A script as the logic layer evaluates it.

    `references` are the modules that it names; `dynamic` the beginnings of names that are computed at run time.
    `evals` are the calls of `eval`, which a phone does not have. `column_maps` lead back to the columns of the source,
    last step first (`edits.source_column`). `imports`: names that are imported, and the code that reads them.
    """

    path: str
    code: str
    references: tuple[Reference, ...]
    dynamic: tuple[str, ...]
    evals: tuple[Span, ...]
    column_maps: tuple[Columns, ...]
    diagnostics: tuple[Diagnostic, ...]
    imports: tuple[tuple[str, str], ...] = ()


def compile_script(
    path: str,
    text: str,
    dialect: Dialect,
    *,
    is_strict: bool = True,
    makes_es5: bool = False,
    plugins: Mapping[str, str] = NO_PLUGINS,
) -> CompiledScript:
    """Compiles the text of one file. Never raises; with a syntax error the text passes as it is.

    `is_strict`: ES modules run in strict mode, as the language says (the setting `disableUseStrict` ends that).
    `makes_es5`: a phone gets the script made into ES5, which forgives what `early_access` says (the setting `es6`).
    `plugins`: main scripts of local plug-ins by name.
    """
    if text.startswith("#!"):
        # For the shell; in the function that the script becomes it would be no comment.
        text = "//" + text[2:]
    source = parse_script(path, text, dialect)
    errors = syntax_errors(source)
    if errors:
        found = find_references(source)
        return CompiledScript(path, text, found.named, found.dynamic, (), (), tuple(errors))
    may_eval = _EVAL.search(source.code) is not None
    evals = tuple(source.span(node) for _, node in source.find(_EVALS)) if may_eval else ()
    maps: list[Columns] = []
    if dialect == "typescript":
        written = source
        source = _without_types(source, maps)
        errors = [replace(error, span=_placed_back(error.span, maps)) for error in syntax_errors(source)]
        if errors:
            # The grammar of TypeScript lets pass what is none.
            found = find_references(written)
            return CompiledScript(path, text, found.named, found.dynamic, (), (), tuple(errors))
    told: list[Diagnostic] = []
    worklets = mark_worklets(source)
    if worklets:
        source = _edited(source, worklets, maps)
    if makes_es5:
        source = _forgiving(source, told, maps)
    edits, found_plugins = rewrite_plugins(source, plugins)
    if edits:
        source = _edited(source, edits, maps)
    steps = list(maps)
    calls = find_references(source)
    references = list(calls.named)
    rewrite = rewrite_module(source, is_strict=is_strict, drop_unused=dialect == "typescript")
    code = source.code
    watching = watch_async_functions(source)
    last = [*watching.end, *watching.begin]
    if rewrite is not None:
        last = [*watching.end, *rewrite.edits, *watching.begin]
        references += rewrite.references
    if last:
        code, columns = apply_edits(code, last)
        maps.insert(0, columns)
    references = [replace(reference, span=_placed_back(reference.span, steps)) for reference in references]
    return CompiledScript(
        path,
        code.decode("utf-8", "replace"),
        tuple(references),
        calls.dynamic,
        evals,
        tuple(maps),
        (*told, *found_plugins),
        tuple((name, value.decode()) for name, value in rewrite.members.items()) if rewrite is not None else (),
    )


def _without_types(source: Source, maps: list[Columns]) -> Source:
    return _edited(source, strip_types(source), maps)


def _forgiving(source: Source, told: list[Diagnostic], maps: list[Columns]) -> Source:
    if b"let" not in source.code and b"const" not in source.code and b"class" not in source.code:
        return source
    forgiven = forgive_early_access(source)
    told += (replace(one, span=_placed_back(one.span, maps)) for one in forgiven.found)
    if forgiven.moved:
        return _edited(source, [*forgiven.same, *forgiven.moved], maps)
    # With every offset as it was, the tree stays true.
    return replace(source, code=apply_edits(source.code, forgiven.same)[0])


def _placed_back(span: Span, maps: list[Columns]) -> Span:
    """The span with the columns of the text that was written."""
    column, end_column = span.column, span.end_column
    for columns in maps:
        column = source_column(columns, span.line, column)
        end_column = source_column(columns, span.end_line, end_column)
    return Span(span.file, span.line, column, span.end_line, end_column)


def _edited(source: Source, edits: list[Edit], maps: list[Columns]) -> Source:
    code, columns = apply_edits(source.code, edits)
    maps.insert(0, columns)
    return parse_script(source.path, code.decode("utf-8", "replace"), "javascript")
