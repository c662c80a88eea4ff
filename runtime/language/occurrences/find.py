"""Asks the module for the kind of subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from runtime.language.components import definition_of
from runtime.language.documents import Documents
from runtime.language.occurrences.classes import definitions_of_class, occurrences_of_class
from runtime.language.occurrences.components import definition_of_component, occurrences_of_component
from runtime.language.occurrences.data import definitions_of_data, occurrences_of_data
from runtime.language.occurrences.events import occurrences_of_event
from runtime.language.occurrences.loops import occurrences_of_loop_variable
from runtime.language.occurrences.methods import occurrences_of_method
from runtime.language.occurrences.occurrence import Occurrence
from runtime.language.occurrences.style_names import occurrences_of_style_name
from runtime.language.occurrences.tags import occurrences_of_tag
from runtime.language.occurrences.templates import occurrences_of_template
from runtime.language.occurrences.wxs import (
    definitions_of_wxs_module,
    occurrences_of_wxs_member,
    occurrences_of_wxs_module,
)
from runtime.language.subjects.subject import (
    ClassName,
    Component,
    ComponentEvent,
    ComponentTag,
    DataKey,
    LoopVariable,
    Method,
    NamedTemplate,
    Spot,
    StyleName,
    Subject,
    WxsMember,
    WxsModule,
)
from runtime.project.model import Project


def occurrences(documents: Documents, project: Project, subject: Subject) -> list[Occurrence]:
    """Where a subject is written, each place once, in the order of files and texts."""
    return sorted(set(_find(documents, project, subject)))


def definitions(documents: Documents, project: Project, subject: Subject) -> list[Occurrence]:
    """Where a subject is defined, without a look at where it is used."""
    match subject:
        case ClassName():
            return list(definitions_of_class(documents, project, subject))
        case WxsModule():
            return list(definitions_of_wxs_module(documents, subject))
        case Component():
            return [definition_of_component(project, subject)]
        case DataKey():
            return list(definitions_of_data(documents, subject))
        case Method(name, stems):
            found = [one for stem in stems if (one := definition_of(documents, stem).methods.get(name)) is not None]
            return [Occurrence(one.path, one.member.start, one.member.end, True) for one in found]
        case _:
            return [one for one in occurrences(documents, project, subject) if one.is_definition]


def _find(documents: Documents, project: Project, subject: Subject) -> Iterator[Occurrence]:
    match subject:
        case ClassName():
            yield from occurrences_of_class(documents, project, subject)
        case Method():
            yield from occurrences_of_method(documents, subject)
        case DataKey():
            yield from occurrences_of_data(documents, project, subject)
        case LoopVariable():
            yield from occurrences_of_loop_variable(documents, subject)
        case StyleName():
            yield from occurrences_of_style_name(documents, project, subject)
        case ComponentEvent():
            yield from occurrences_of_event(documents, project, subject)
        case WxsMember():
            yield from occurrences_of_wxs_member(documents, project, subject)
        case WxsModule():
            yield from occurrences_of_wxs_module(documents, subject)
        case Component():
            yield from occurrences_of_component(documents, project, subject)
        case ComponentTag():
            yield from occurrences_of_tag(documents, project, subject)
        case NamedTemplate():
            yield from occurrences_of_template(documents, project, subject)
        case Spot(path, start, end):
            yield Occurrence(path, start, end, True)
        case _:
            assert_never(subject)
