"""Completion in styles: properties and keywords, variables and colours in use, tags and classes in selectors, files to
import."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from runtime.language.answers import Completion, Range, Suggestion
from runtime.language.colours.find import TAKES_COLOURS, colours_of
from runtime.language.completion.mixins import SASS_ENDINGS, less_mixins, sass_mixins
from runtime.language.documents import Documents, OpenText
from runtime.language.styles.classes import app_sheets, classes_of_sheet, sheets_from
from runtime.platform.elements import Elements
from runtime.platform.platform import Platform
from runtime.project.paths import folder_of

_WORD = re.compile(r"[@$.#&]?[\w\-\u0080-\uffff]*")
_VALUE_FOLLOWS = re.compile(r"[\w-]*[ \t]*:")
_FOR_ALL = ("inherit", "initial", "unset")
_AT_RULES = {
    "@import": '@import "$1";', "@media": "@media ($1) {\n\t$0\n}", "@keyframes": "@keyframes $1 {\n\t$0\n}",
    "@font-face": "@font-face {\n\t$0\n}",
}  # fmt: skip
_IMPORTED = re.compile(r"""@(?:import|use|forward)[ \t]+(?:\([\w, ]*\)[ \t]*)?["']([^"'\r\n]*)\Z""")
_INCLUDED = re.compile(r"@include[ \t]+[\w-]*\Z")
_MAX_BACK = 2000
_MAX_COLOURS = 30
_MAX_FILES = 500


def complete_style(documents: Documents, platform: Platform, opened: OpenText, offset: int) -> Completion | None:
    """What may stand at an offset of a style file."""
    tree = documents.style(opened.path)
    if tree is None:
        return None
    start = offset
    while start > 0 and _WORD.fullmatch(tree.text, start - 1, offset):
        start -= 1
    imported = _IMPORTED.search(opened.text, opened.text.rfind("\n", 0, offset) + 1, offset)
    if imported is not None:
        files = tuple(_sheets(opened))
        return Completion(opened.lines.range(imported.start(1), offset), files) if files else None
    if opened.ending in SASS_ENDINGS and _INCLUDED.search(opened.text, opened.text.rfind("\n", 0, offset) + 1, offset):
        mixins = tuple(sass_mixins(documents, opened.path))
        return Completion(opened.lines.range(start, offset), mixins) if mixins else None
    statement = _statement_start(tree.text, start)
    written = tree.text[statement:start].strip()
    rule = tree.rule_at(statement)
    if rule is not None and not tree.prelude(rule).startswith(("@media", "@supports")):
        name, colon, _ = written.partition(":")
        properties = platform.style_properties
        if colon:
            found = list(_values(documents, opened, properties, name.strip()))
        else:
            has_value = _VALUE_FOLLOWS.match(tree.text, offset) is not None
            found = list(_properties(properties, has_value=has_value)) if not written else []
            if opened.ending == ".less" and not written:
                found += less_mixins(documents, opened.path)
    else:
        found = [*_selectors(documents, platform.elements, opened.path)] if not written.startswith("@") else []
    return Completion(opened.lines.range(start, offset), tuple(found)) if found else None


def _statement_start(text: str, offset: int) -> int:
    """Behind the brace or semicolon before an offset."""
    floor = max(0, offset - _MAX_BACK)
    return max(text.rfind(mark, floor, offset) + 1 for mark in "{};") or floor


def _properties(properties: Mapping[str, tuple[str, ...]], *, has_value: bool) -> Iterator[Suggestion]:
    for name in properties:
        rank = 1 if name.startswith("-") else 0
        if has_value:
            yield Suggestion(name, "property", name, rank=rank)
        else:
            yield Suggestion(name, "property", f"{name}: $0;", rank=rank, is_snippet=True, goes_on=True)


def _values(
    documents: Documents, opened: OpenText, properties: Mapping[str, tuple[str, ...]], name: str
) -> Iterator[Suggestion]:
    for word in properties.get(name, ()):
        yield Suggestion(word, "value", word)
    seen: set[str] = set()
    for sheet in (*sheets_from(documents, opened.path), *app_sheets(documents)):
        tree = documents.style(sheet)
        for declaration in tree.declarations() if tree is not None else ():
            written = declaration.name
            is_custom = written.startswith("--")
            if written in seen or not (is_custom or written.startswith(("@", "$"))):
                continue
            seen.add(written)
            value = tree.text[declaration.value_start : declaration.value_end] if tree is not None else ""
            shown = f"var({written})" if is_custom else written
            yield Suggestion(shown, "variable", shown, value, documents.outer(sheet), rank=1)
    if TAKES_COLOURS.search(name):
        texts = (opened.text[slice(*_offsets(opened, one.range))] for one in colours_of(documents, opened))
        for colour in list(dict.fromkeys(one for one in texts if one.startswith(("#", "rgb"))))[:_MAX_COLOURS]:
            yield Suggestion(colour, "value", colour, rank=2)
    for word in _FOR_ALL:
        yield Suggestion(word, "value", word, rank=3)


def _offsets(opened: OpenText, place: Range) -> tuple[int, int]:
    return opened.lines.offset(place.start) or 0, opened.lines.offset(place.end) or 0


def _sheets(opened: OpenText) -> Iterator[Suggestion]:
    """The style files of the program as seen from this one, the nearest first."""
    folder, ending = folder_of(opened.path), opened.ending
    paths = (path for path in opened.project.files.paths if path.endswith(ending) and path != opened.path)
    names = [posixpath.relpath(path, folder or ".") for path in paths if "miniprogram_npm/" not in path]
    for name in sorted(names, key=lambda name: (name.count("../"), name))[:_MAX_FILES]:
        written = name if name.startswith("../") else f"./{name}"
        yield Suggestion(written, "file", written, rank=written.count("../"))


def _selectors(documents: Documents, elements: Elements, path: str) -> Iterator[Suggestion]:
    for name in dict.fromkeys(one.name for one in classes_of_sheet(documents, path)):
        yield Suggestion(f".{name}", "class", f".{name}")
    yield Suggestion("page", "tag", "page", rank=1)
    for tag in elements.tags.values():
        if tag.address:
            yield Suggestion(tag.name, "tag", tag.name, rank=1)
    for name, snippet in _AT_RULES.items():
        yield Suggestion(name, "directive", snippet, rank=2, is_snippet=True)
