"""A variable, mixin, function or placeholder of styles: in its block, or in all files that see its definition.

Custom properties (`--a`) are inherited by elements and not imported by files: they count in the whole program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runtime.compiler.languages import STYLE_LANGUAGES, ending_of
from runtime.language.components import templates_of
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Form, Occurrence
from runtime.language.styles.classes import sheets_from
from runtime.language.styles.imports import with_importers
from runtime.language.styles.names import EVERYWHERE, StyleWord, words_of
from runtime.language.subjects.subject import StyleName
from runtime.language.wxml.custom_properties import custom_properties_in
from runtime.project.model import Project


def occurrences_of_style_name(documents: Documents, project: Project, subject: StyleName) -> Iterator[Occurrence]:
    """Every place of the name."""
    sheets = _sheets(documents, project, subject)
    owner = _owner(documents, subject)
    for path in sorted(sheets):
        for word in words_of(documents, path) if subject.name.lstrip("@") in (documents.text(path) or "") else ():
            is_own = word.block == subject.block and (path == subject.path or subject.block == EVERYWHERE)
            if (
                word.name == subject.name
                and word.kind == subject.kind
                and (word.argument_of == owner if word.argument_of else is_own)
            ):
                form: Form = "bare" if word.is_bare else "name"
                yield Occurrence(path, word.start, word.end, word.is_definition, form)
    if subject.name.startswith("--"):
        yield from _in_templates(documents, project, subject.name)


def is_style_name(documents: Documents, project: Project, subject: StyleName, name: str) -> bool:
    """Whether a name means something else already where the subject counts."""
    words = (word for path in _sheets(documents, project, subject) for word in words_of(documents, path))
    return any(
        word.name == name and word.kind == subject.kind and word.block in (subject.block, EVERYWHERE) for word in words
    )


def _sheets(documents: Documents, project: Project, subject: StyleName) -> set[str]:
    """The files that may have the name."""
    if subject.name.startswith("--"):
        return {path for path in project.files.paths if ending_of(path) in STYLE_LANGUAGES}
    if subject.block != EVERYWHERE and not _owner(documents, subject):
        return {subject.path}
    if subject.block != EVERYWHERE:
        return with_importers(documents, project, (subject.path,))
    defining = _defining(documents, sheets_from(documents, subject.path), subject)
    if not defining:
        # A file may read what those that import it declare.
        defining = _defining(documents, with_importers(documents, project, (subject.path,)), subject)
    below = {path for one in defining for path in sheets_from(documents, one)}
    return below | with_importers(documents, project, defining)


def _defining(documents: Documents, paths: Iterable[str], subject: StyleName) -> set[str]:
    return {path for path in paths if any(_is_definition(word, subject) for word in words_of(documents, path))}


def _is_definition(word: StyleWord, subject: StyleName) -> bool:
    is_same = word.name == subject.name and word.kind == subject.kind
    return word.is_definition and is_same and word.block == EVERYWHERE


def _owner(documents: Documents, subject: StyleName) -> str:
    """The mixin or function that a name is a parameter of; "" if it is none."""
    if subject.block == EVERYWHERE:
        return ""
    tree = documents.style(subject.path)
    rule = next((one for one, _ in tree.rules() if one.start == subject.block[0]), None) if tree is not None else None
    if (
        tree is None
        or rule is None
        or not any(
            word.is_definition and word.name == subject.name and rule.start < word.start < rule.prelude_end
            for word in words_of(documents, subject.path)
        )
    ):
        return ""
    words = (word for word in words_of(documents, subject.path) if word.kind in ("mixin", "function"))
    named = next((word.name for word in words if rule.start < word.start < rule.prelude_end), None)
    return named or tree.prelude(rule).partition("(")[0].strip()


def _in_templates(documents: Documents, project: Project, name: str) -> Iterator[Occurrence]:
    for path in templates_of(project):
        document = documents.template(path) if name in (documents.text(path) or "") else None
        for found, start in custom_properties_in(document) if document is not None else ():
            if found == name:
                yield Occurrence(path, start, start + len(name))
