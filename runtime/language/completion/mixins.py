"""The mixins that a style file can call: those of Sass after `@include`, and what Less takes in a rule; what `@extend`
takes.

Whether one counts at a place, and what it is worth, is the compilers' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.language.answers import Suggestion
from runtime.language.documents import Documents
from runtime.language.styles.classes import classes_of_sheet, sheets_from
from runtime.language.styles.indented import INDENTED
from runtime.language.styles.names import words_of

SASS_ENDINGS = (".scss", INDENTED)
_PARAMETERS = re.compile(r"\s*(\([^{}]*?\))[ \t]*(?:when\b|\{|\r?\n|$)")
_LESS = re.compile(r"([.#][\w-]+)(?:\s*+(\((?:[^()]|\([^()]*\))*+\)))?(?:\s*+when\b.*)?\Z", re.DOTALL)


def sass_mixins(documents: Documents, path: str) -> Iterator[Suggestion]:
    """Those of the file and of the sheets that it reads."""
    for sheet in sheets_from(documents, path):
        tree = documents.style(sheet)
        for word in words_of(documents, sheet) if tree is not None else ():
            if tree is not None and word.kind == "mixin" and word.is_definition:
                found = _PARAMETERS.match(tree.text, word.end)
                parameters = found[1] if found is not None else ""
                yield _call(word.name, parameters, documents.outer(sheet), ends=not path.endswith(INDENTED))


def extended_by_sass(documents: Documents, path: str) -> Iterator[Suggestion]:
    """Placeholders and classes of the file and of the sheets that it reads."""
    for sheet in sheets_from(documents, path):
        for word in words_of(documents, sheet):
            if word.kind == "placeholder" and word.is_definition:
                yield Suggestion(word.name, "variable", word.name, "", documents.outer(sheet))
        for name in dict.fromkeys(f".{one.name}" for one in classes_of_sheet(documents, sheet)):
            yield Suggestion(name, "class", name, "", documents.outer(sheet), rank=1)


def less_mixins(documents: Documents, path: str) -> Iterator[Suggestion]:
    """Rules of one class or id, with parameters or without."""
    seen: set[str] = set()
    for sheet in sheets_from(documents, path):
        tree = documents.style(sheet)
        for rule, around in tree.rules() if tree is not None else ():
            found = _LESS.match(tree.prelude(rule)) if tree is not None and not around else None
            if found is not None and found[1] not in seen:
                seen.add(found[1])
                yield _call(found[1], found[2] or "()", documents.outer(sheet), ends=True)


def _call(name: str, parameters: str, file: str, *, ends: bool) -> Suggestion:
    takes_any = bool(parameters.strip("() \t\r\n"))
    shown, end = " ".join(parameters.split()), ";" if ends else ""
    if takes_any:
        return Suggestion(name, "function", f"{name}($1){end}", shown, file, is_snippet=True)
    return Suggestion(name, "function", f"{name}(){end}" if name[0] in ".#" else f"{name}{end}", shown, file)
