"""Asks a language service everything about a place or a file, and holds what every answer keeps."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from runtime.language.answers import FileEdits, Location, Position, Range, Symbol
from runtime.language.position import Lines
from runtime.language.service import LanguageService


def ask_at(service: LanguageService, path: str, position: Position) -> None:
    """Every question about a place; what comes back lies in the texts that it names and can be sent."""
    completion = service.completion(path, position)
    hover = service.hover(path, position)
    definition = service.definition(path, position)
    target = service.rename_target(path, position)
    renaming = service.rename(path, position, "anotherName")
    fixes = service.fixes(path, Range(position, position))
    references = service.references(path, position)
    own = [one.range for one in (completion, hover, definition, target) if one is not None]
    _hold(service, path, [*own, *(fix.range for fix in fixes), *service.linked(path, position)])
    _hold_locations(service, [*references, *(definition.locations if definition is not None else ())])
    _hold_edits(service, [*renaming.files, *(file for fix in fixes for file in fix.files)])
    if completion is not None:
        lines = Lines(service.text(path))
        offset = lines.offset(position)
        assert offset is not None
        assert completion.range.start <= lines.position(offset) <= completion.range.end
        assert completion.range.start.line == completion.range.end.line
    msgspec.json.encode([completion, hover, definition, target, renaming, fixes, references])


def ask_about(service: LanguageService, path: str) -> None:
    """Every question about a whole file."""
    symbols, colours, fix_all = service.symbols(path), service.colours(path), service.fix_all(path)
    _hold(service, path, [*_ranges(symbols), *(one.range for one in colours)])
    _hold_edits(service, fix_all.files if fix_all is not None else ())
    formatting = service.format(path)
    _hold_edits(service, [FileEdits(path, formatting.edits)])
    last = Lines(service.text(path)).position(len(service.text(path))).line
    tokens = service.tokens(path)
    _hold(service, path, [one.range for one in tokens])
    assert all(one.range.start.line == one.range.end.line for one in tokens)
    assert all(a.range.end <= b.range.start for a, b in pairwise(tokens))
    folds = service.folds(path)
    assert all(0 <= fold.start < fold.end <= last for fold in folds)
    assert all(0 <= channel <= 1 for one in colours for channel in (one.red, one.green, one.blue, one.alpha))
    msgspec.json.encode([symbols, colours, fix_all, formatting, folds, tokens])


def _ranges(symbols: Iterable[Symbol]) -> Iterable[Range]:
    for one in symbols:
        assert one.range.start <= one.name_range.start <= one.name_range.end <= one.range.end
        yield one.range
        yield from _ranges(one.children)


def _hold(service: LanguageService, path: str, ranges: Iterable[Range]) -> None:
    lines = Lines(service.text(path))
    for one in ranges:
        start, end = lines.offset(one.start), lines.offset(one.end)
        assert start is not None
        assert end is not None
        assert start <= end
        assert lines.range(start, end) == one


def _hold_locations(service: LanguageService, locations: Iterable[Location]) -> None:
    for one in locations:
        if one.range != Range(Position(0, 0), Position(0, 0)):
            _hold(service, one.path, [one.range])


def _hold_edits(service: LanguageService, files: Iterable[FileEdits]) -> None:
    for file in files:
        _hold(service, file.path, [edit.range for edit in file.edits])
        pairs = zip(file.edits, file.edits[1:], strict=False)
        assert all(before.range.end <= after.range.start for before, after in pairs), file
