"""What stands at a place of a style file: a class, an import, a variable."""

from __future__ import annotations

import re

from runtime.language.documents import Documents, OpenText
from runtime.language.styles.classes import classes_of_sheet, imported_files, sheets_from
from runtime.language.styles.names import StyleWord, words_of
from runtime.language.subjects.subject import ClassName, Named, Spot, StyleName

_OWNER = re.compile(r"(?:@(?:mixin|function)\s+|=\s*)?([.#]?[\w-]+)")


def subject_in_style(documents: Documents, opened: OpenText, offset: int) -> Named | None:
    """The subject at an offset, or None."""
    for name, target in imported_files(documents, opened.path):
        if name.start <= offset <= name.end:
            return Named(Spot(target), name.start, name.end)
    for one in classes_of_sheet(documents, opened.path):
        if one.start - 1 <= offset <= one.end:
            return Named(ClassName(one.name, opened.path), one.start, one.end)
    word = next((one for one in words_of(documents, opened.path) if one.start <= offset <= one.end), None)
    return _named(documents, opened.path, word) if word is not None else None


def _named(documents: Documents, path: str, word: StyleWord) -> Named | None:
    """A name that is declared somewhere, or could be; the names of parameters belong to the mixin that is called."""
    block = word.block
    if word.argument_of:
        owner = _parameter(documents, path, word)
        return Named(owner, word.start, word.end) if owner is not None else None
    if word.kind == "function" and not any(
        one.is_definition and one.kind == "function" and one.name == word.name
        for sheet in sheets_from(documents, path)
        for one in words_of(documents, sheet)
    ):
        return None  # one of CSS or Sass itself
    return Named(StyleName(word.kind, word.name, path, block), word.start, word.end)


def _parameter(documents: Documents, path: str, word: StyleWord) -> StyleName | None:
    for sheet in sheets_from(documents, path):
        tree = documents.style(sheet)
        for rule, _ in tree.rules() if tree is not None else ():
            block = (rule.start, rule.end)
            is_owner = _OWNER.match(tree.prelude(rule)) if tree is not None else None
            if is_owner is not None and is_owner[1] == word.argument_of:
                words = words_of(documents, sheet)
                if any(one.name == word.name and one.block == block and one.is_definition for one in words):
                    return StyleName("variable", word.name, sheet, block)
    return None
