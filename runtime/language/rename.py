"""Gives a class, a method, a key of the data or a template another name, everywhere it is written."""

from __future__ import annotations

import re
from typing import assert_never

from runtime.compiler.wxml.names import dashed
from runtime.language.answers import FileEdits, RenameTarget, Renaming, TextEdit
from runtime.language.components import definition_of
from runtime.language.documents import Documents, OpenText
from runtime.language.life_cycle import LIFE_CYCLE
from runtime.language.occurrences.find import occurrences
from runtime.language.occurrences.occurrence import Occurrence
from runtime.language.styles.classes import classes_named
from runtime.language.subjects.find import subject_at
from runtime.language.subjects.subject import ClassName, Component, DataKey, Method, NamedTemplate, Spot, Subject
from runtime.language.words import Words
from runtime.language.wxml.templates import named_in

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*")
_CLASS = re.compile(r"-?[_a-zA-Z\u0080-\uffff][\w\-\u0080-\uffff]*")
_TEMPLATE = re.compile(r"[^\s\"'{}<>]+")
Renamed = ClassName | Method | DataKey | NamedTemplate


def rename_target(documents: Documents, opened: OpenText, offset: int) -> RenameTarget | None:
    """What a rename would be about; None if nothing there can have another name."""
    named = subject_at(documents, opened, offset)
    if named is None or isinstance(named.subject, Component | Spot):
        return None
    return RenameTarget(opened.lines.range(named.start, named.end), named.subject.name)


def rename(documents: Documents, words: Words, opened: OpenText, offset: int, name: str) -> Renaming:
    """The edits, or why there are none."""
    named = subject_at(documents, opened, offset)
    if named is None or isinstance(named.subject, Component | Spot):
        return Renaming()
    subject = named.subject
    found = occurrences(documents, opened.project, subject)
    refusal = _refusal(documents, words, subject, name, found)
    if refusal:
        return Renaming(refusal=refusal)
    files: dict[str, list[TextEdit]] = {}
    for one in found if name != subject.name else ():
        place = documents.lines(one.path).range(one.start, one.end)
        files.setdefault(documents.outer(one.path), []).append(TextEdit(place, _text(one, subject.name, name)))
    return Renaming(tuple(FileEdits(path, tuple(sorted(edits))) for path, edits in files.items()))


def _text(occurrence: Occurrence, old: str, new: str) -> str:
    match occurrence.form:
        case "name":
            return new
        case "shorthand" | "picked":
            return f"{new}: {old}"
        case "key":
            return f"{old}: {new}"
        case "attribute":
            return dashed(new)
        case "part":
            raise AssertionError("refused before")
        case _:
            assert_never(occurrence.form)


def _refusal(documents: Documents, words: Words, subject: Renamed, name: str, found: list[Occurrence]) -> str:
    if name == subject.name:
        return ""
    if not _is_name(subject, name):
        return words("rename.wrong_name", name=name)
    if isinstance(subject, Method) and subject.name in LIFE_CYCLE:
        return words("rename.life_cycle", name=subject.name)
    if any(one.form == "part" for one in found):
        return words("rename.composed", name=subject.name)
    foreign = next((one.path for one in found if _is_foreign(documents, one.path)), None)
    if foreign is not None:
        return words("rename.foreign", name=subject.name, path=foreign)
    return words("rename.taken", name=name) if _is_taken(documents, subject, name, found) else ""


def _is_name(subject: Subject, name: str) -> bool:
    match subject:
        case ClassName():
            return _CLASS.fullmatch(name) is not None
        case NamedTemplate():
            return _TEMPLATE.fullmatch(name) is not None
        case _:
            return _IDENTIFIER.fullmatch(name) is not None


def _is_foreign(documents: Documents, path: str) -> bool:
    project = documents.project
    return project is None or path in project.files.mounted or "miniprogram_npm/" in f"/{path}"


def _is_taken(documents: Documents, subject: Renamed, name: str, found: list[Occurrence]) -> bool:
    match subject:
        case Method(_, stems) | DataKey(_, stems):
            definitions = [definition_of(documents, stem) for stem in stems]
            return any(name in one.methods or one.value(name) is not None for one in definitions)
        case ClassName():
            sheets = {one.path for one in found if one.is_definition}
            return any(classes_named(documents, path, name) for path in sheets)
        case NamedTemplate(_, path):
            document = documents.template(path)
            return document is not None and any(True for _ in named_in(document, name))
        case _:
            assert_never(subject)
