"""Gives a class, a method, a key of the data, the tag of a component or a template another name, wherever it stands."""

from __future__ import annotations

import re
from typing import assert_never

from runtime.compiler.wxml.names import dashed
from runtime.language.answers import FileEdits, RenameTarget, Renaming, TextEdit
from runtime.language.components import definition_of, events_of, owners_of
from runtime.language.documents import Documents, OpenText
from runtime.language.life_cycle import LIFE_CYCLE
from runtime.language.occurrences.data import has_key, open_place
from runtime.language.occurrences.find import occurrences
from runtime.language.occurrences.loops import is_name_of_loop
from runtime.language.occurrences.occurrence import Occurrence
from runtime.language.occurrences.style_names import is_style_name
from runtime.language.occurrences.tags import owners_of_tag
from runtime.language.occurrences.wxs import exports_of, names_in
from runtime.language.styles.classes import classes_named
from runtime.language.subjects.find import subject_at
from runtime.language.subjects.subject import (
    ClassName,
    Component,
    ComponentEvent,
    ComponentTag,
    DataKey,
    LoopVariable,
    Method,
    Named,
    NamedTemplate,
    Spot,
    StyleName,
    Subject,
    WxsMember,
    WxsModule,
)
from runtime.language.words import Words
from runtime.language.wxml.scope import modules_of
from runtime.language.wxml.templates import named_in

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*")
_CLASS = re.compile(r"-?[_a-zA-Z\u0080-\uffff][\w\-\u0080-\uffff]*")
_STYLE_NAME = re.compile(r"[A-Za-z_\u0080-\uffff-][\w\-\u0080-\uffff]*")
_TEMPLATE = re.compile(r"[^\s\"'{}<>]+")
_TAG = re.compile(r"[A-Za-z][\w\-]*")
_EVENT = re.compile(r"[A-Za-z][\w\-]*")
Renamed = (
    ClassName | Method | DataKey | LoopVariable | StyleName | ComponentTag | ComponentEvent | NamedTemplate | WxsMember
    | WxsModule
)  # fmt: skip


def rename_target(documents: Documents, opened: OpenText, offset: int) -> RenameTarget | None:
    """What a rename would be about; None if nothing there can have another name."""
    named = subject_at(documents, opened, offset)
    subject = _renamed(opened, named)
    if named is None or subject is None:
        return None
    return RenameTarget(opened.lines.range(named.start, named.end), subject.name)


def rename(documents: Documents, words: Words, opened: OpenText, offset: int, name: str) -> Renaming:
    """The edits, or why there are none."""
    subject = _renamed(opened, subject_at(documents, opened, offset))
    if subject is None:
        return Renaming()
    if isinstance(subject, StyleName) and name and not name.startswith(_sign(subject.name)):
        name = f"{_sign(subject.name)}{name}"
    found = occurrences(documents, opened.project, subject)
    refusal = _refusal(documents, words, subject, name, found)
    if refusal:
        return Renaming(refusal=refusal)
    files: dict[str, list[TextEdit]] = {}
    for one in found if name != subject.name else ():
        place = documents.lines(one.path).range(one.start, one.end)
        files.setdefault(documents.outer(one.path), []).append(TextEdit(place, _text(one, subject.name, name)))
    return Renaming(tuple(FileEdits(path, tuple(sorted(edits))) for path, edits in files.items()))


def _renamed(opened: OpenText, named: Named | None) -> Renamed | None:
    """What would have another name; a component has its tag, where that is written."""
    if named is None or isinstance(named.subject, Spot):
        return None
    if isinstance(named.subject, Component):
        return ComponentTag(opened.text[named.start : named.end], named.subject.stem, opened.path)
    return named.subject


def _sign(name: str) -> str:
    """What tells a variable or placeholder of styles from a word; "" of mixins and functions."""
    return name[: len(name) - len(name.lstrip("@$%-"))]


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
        case "loop-item" | "loop-index":
            return f'wx:for-{occurrence.form[5:]}="{new}" wx:for'
        case "bare":
            return new.lstrip("@")
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
    if isinstance(subject, StyleName) and not any(one.is_definition for one in found):
        return words("rename.undeclared", name=subject.name)
    if isinstance(subject, DataKey) and (hidden := open_place(documents, subject)) is not None:
        path, offset = hidden
        line = documents.lines(path).position(offset).line + 1
        return words("rename.hidden", name=subject.name, path=documents.outer(path), line=line)
    return words("rename.taken", name=name) if _is_taken(documents, subject, name, found) else ""


def _is_name(subject: Subject, name: str) -> bool:
    match subject:
        case ClassName():
            return _CLASS.fullmatch(name) is not None
        case StyleName():
            sign = _sign(subject.name)
            return name.startswith(sign) and _STYLE_NAME.fullmatch(name[len(sign) :]) is not None
        case ComponentTag():
            return _TAG.fullmatch(name) is not None
        case ComponentEvent():
            return _EVENT.fullmatch(name) is not None
        case NamedTemplate():
            return _TEMPLATE.fullmatch(name) is not None
        case _:
            return _IDENTIFIER.fullmatch(name) is not None


def _is_foreign(documents: Documents, path: str) -> bool:
    project = documents.project
    return project is None or path in project.files.mounted or "miniprogram_npm/" in f"/{path}"


def _is_taken(documents: Documents, subject: Renamed, name: str, found: list[Occurrence]) -> bool:
    match subject:
        case DataKey(keys, stems) if len(keys) > 1:
            return any(has_key(documents, stem, (*keys[:-1], name)) for stem in stems)
        case StyleName():
            project = documents.project
            return project is None or is_style_name(documents, project, subject, name)
        case LoopVariable():
            return is_name_of_loop(documents, subject, name)
        case Method(_, stems) | DataKey(_, stems):
            definitions = [definition_of(documents, stem) for stem in stems]
            return any(name in one.methods or one.value(name) is not None for one in definitions)
        case ComponentEvent(_, stem):
            return name in events_of(documents, stem)
        case WxsMember(_, path, module):
            return name in exports_of(documents, path, module)[0] or name in names_in(documents, path, module).locals
        case WxsModule(_, path):
            document = documents.template(path)
            owners = [definition_of(documents, stem) for stem in owners_of(documents, path)]
            is_read = any(one.value(name) is not None for one in owners)
            return document is not None and (name in modules_of(document) or is_read)
        case ClassName():
            sheets = {one.path for one in found if one.is_definition}
            return any(classes_named(documents, path, name) for path in sheets)
        case ComponentTag():
            project = documents.project
            if project is None or name in project.platform.elements.tags:
                return True
            return any(name in project.components[stem].using for stem in owners_of_tag(documents, project, subject))
        case NamedTemplate(_, path):
            document = documents.template(path)
            return document is not None and any(True for _ in named_in(document, name))
        case _:
            assert_never(subject)
