"""Answers of the language service in the words of the Language Server Protocol. Positions are the same in both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from lsprotocol import types

from runtime.diagnostics import Diagnostic, Language, Severity
from runtime.language.answers import (
    Colour,
    Completion,
    FileEdits,
    Fix,
    Fold,
    Hover,
    Location,
    Position,
    Range,
    Suggestion,
    SuggestionKind,
    Symbol,
    SymbolKind,
    TextEdit,
)
from runtime.language.position import Lines
from runtime.language.tokens.numbers import TOKEN_KINDS

_Kind = types.CompletionItemKind
_KINDS: Mapping[SuggestionKind, types.CompletionItemKind] = {
    "tag": _Kind.Property, "component": _Kind.Class, "attribute": _Kind.Field, "directive": _Kind.Keyword,
    "event": _Kind.Event, "property": _Kind.Field, "value": _Kind.Value, "method": _Kind.Method,
    "data": _Kind.Variable, "variable": _Kind.Variable, "class": _Kind.Constant, "template": _Kind.Module,
    "module": _Kind.Module, "function": _Kind.Function, "file": _Kind.File, "key": _Kind.Property,
    "snippet": _Kind.Snippet,
}  # fmt: skip
_SYMBOLS: Mapping[SymbolKind, types.SymbolKind] = {
    "element": types.SymbolKind.Field, "template": types.SymbolKind.Function, "module": types.SymbolKind.Module,
    "rule": types.SymbolKind.Class, "at-rule": types.SymbolKind.Namespace, "variable": types.SymbolKind.Variable,
    "mixin": types.SymbolKind.Function, "object": types.SymbolKind.Object, "list": types.SymbolKind.Array,
    "key": types.SymbolKind.Key,
}  # fmt: skip
_SEVERITIES: Mapping[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_STOP = re.compile(r"\\([\\$}])|\$(?:\d+|\{\d+(?::([^}]*))?\})")
SOURCE = "handset"
APPLY = "handset.applyEdit"
"""The command that carries out edits which a completion cannot hold: those of other files."""

Address = Callable[[str], str]
"""The address of a path in the project."""


def position(one: Position) -> types.Position:
    """A place."""
    return types.Position(one.line, one.character)


def text_range(one: Range) -> types.Range:
    """A stretch."""
    return types.Range(position(one.start), position(one.end))


def from_position(one: types.Position) -> Position:
    """A place that a client names."""
    return Position(one.line, one.character)


def from_range(one: types.Range) -> Range:
    """A stretch that a client names."""
    return Range(from_position(one.start), from_position(one.end))


def completion(
    answer: Completion, edit: Callable[[tuple[FileEdits, ...]], types.WorkspaceEdit], *, takes_snippets: bool
) -> types.CompletionList:
    """A completion list; `edit`: edits of several files as the client takes them."""
    place = text_range(answer.range)
    items = [_item(one, place, edit, takes_snippets=takes_snippets) for one in answer.suggestions]
    # What an abbreviation means changes with each of its characters.
    is_incomplete = any(one.kind == "snippet" for one in answer.suggestions)
    return types.CompletionList(is_incomplete=is_incomplete, items=items)


def _item(
    one: Suggestion,
    place: types.Range,
    edit: Callable[[tuple[FileEdits, ...]], types.WorkspaceEdit],
    *,
    takes_snippets: bool,
) -> types.CompletionItem:
    is_snippet = one.is_snippet and takes_snippets
    text = without_stops(one.insert) if one.is_snippet and not takes_snippets else one.insert
    return types.CompletionItem(
        label=one.label,
        kind=_KINDS[one.kind],
        detail=one.detail or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, one.documentation) if one.documentation else None,
        sort_text=f"{one.rank:03}{one.label}",
        filter_text=one.filter or None,
        insert_text_format=types.InsertTextFormat.Snippet if is_snippet else types.InsertTextFormat.PlainText,
        text_edit=types.TextEdit(place, text),
        command=types.Command(one.detail, APPLY, arguments=[edit(one.also)]) if one.also else None,
    )


def without_stops(snippet: str) -> str:
    """The text of a snippet for an editor that has none."""
    return _STOP.sub(lambda stop: stop[1] or stop[2] or "", snippet)


def hover(answer: Hover) -> types.Hover:
    """What is shown beside the pointer."""
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, answer.text), text_range(answer.range))


def locations(found: Iterable[Location], address: Address) -> list[types.Location]:
    """Places in files."""
    return [types.Location(address(one.path), text_range(one.range)) for one in found]


def edits(listed: Iterable[TextEdit]) -> list[types.TextEdit]:
    """Edits of one file."""
    return [types.TextEdit(text_range(one.range), one.text) for one in listed]


def workspace_edit(
    files: Iterable[FileEdits], address: Address, version: Callable[[str], int | None], *, takes_documents: bool
) -> types.WorkspaceEdit:
    """Edits of several files; `version`: of the text that an editor has open, by address."""
    if not takes_documents:
        return types.WorkspaceEdit(changes={address(file.path): edits(file.edits) for file in files})
    changes: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
    for file in files:
        uri = address(file.path)
        named = types.OptionalVersionedTextDocumentIdentifier(uri, version(uri))
        changes.append(types.TextDocumentEdit(named, list(edits(file.edits))))
    return types.WorkspaceEdit(document_changes=changes)


TOKENS = types.SemanticTokensLegend(token_types=list(TOKEN_KINDS), token_modifiers=[])
"""What the kinds of tokens are called."""


def symbols(found: Iterable[Symbol]) -> list[types.DocumentSymbol]:
    """The outline."""
    return [
        types.DocumentSymbol(
            name=one.name or "–",
            detail=one.detail or None,
            kind=_SYMBOLS[one.kind],
            range=text_range(one.range),
            selection_range=text_range(one.name_range),
            children=symbols(one.children),
        )
        for one in found
    ]


def folds(found: Iterable[Fold]) -> list[types.FoldingRange]:
    """Lines that can be folded."""
    return [
        types.FoldingRange(one.start, one.end, kind=types.FoldingRangeKind.Comment if one.is_comment else None)
        for one in found
    ]


def colours(found: Iterable[Colour]) -> list[types.ColorInformation]:
    """Colours in the text."""
    return [
        types.ColorInformation(text_range(one.range), types.Color(one.red, one.green, one.blue, one.alpha))
        for one in found
    ]


def quick_fix(fix: Fix, edit: types.WorkspaceEdit, about: Iterable[types.Diagnostic]) -> types.CodeAction:
    """A way to mend a finding."""
    return types.CodeAction(
        title=fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[one for one in about if one.code == fix.code] or None,
        is_preferred=fix.is_preferred,
        edit=edit,
    )


def diagnostics(found: Iterable[Diagnostic], lines: Lines, language: Language) -> list[types.Diagnostic]:
    """The findings of one file."""
    return [
        types.Diagnostic(
            range=text_range(lines.range(*lines.offsets(one.span))),
            message="\n".join(filter(None, (one.text(language), one.help(language)))),
            severity=_SEVERITIES[one.severity],
            code=one.code,
            source=SOURCE,
        )
        for one in found
    ]
