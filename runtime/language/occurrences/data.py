"""A key of the data or a property: declared, read and set in scripts, read in templates, given as an attribute."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.wxml.names import camel_case
from runtime.language.components import definition_of, scripts_of, templates_below
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Form, Occurrence
from runtime.language.subjects.subject import DataKey
from runtime.language.wxml.scope import names_in
from runtime.project.model import Project


def occurrences_of_data(documents: Documents, project: Project, subject: DataKey) -> Iterator[Occurrence]:
    """Every place of the key."""
    name = subject.name
    for stem in subject.stems:
        definition = definition_of(documents, stem)
        for found in (definition.data.get(name), definition.properties.get(name)):
            if found is not None and found.member.detail != "setData":
                form: Form = "shorthand" if found.member.is_shorthand else "name"
                yield Occurrence(found.path, found.member.start, found.member.end, True, form)
        for path in scripts_of(documents, stem):
            yield from _in_script(documents, path, name)
        if name in definition.properties:
            yield from _given(documents, project, stem, name)
    for path in templates_below(documents, subject.stems):
        document = documents.template(path) if name in (documents.text(path) or "") else None
        for use in names_in(document) if document is not None else ():
            if use.name == name:
                yield Occurrence(path, use.start, use.end, form="key" if use.is_key else "name")


def _in_script(documents: Documents, path: str, name: str) -> Iterator[Occurrence]:
    facts = documents.script(path)
    if facts is None:
        return
    for use in facts.uses:
        if use.kind == "data" and use.name == name:
            yield Occurrence(path, use.start, use.end, form=use.form)
    for one in facts.declared.main.observed if facts.declared.main is not None else ():
        if one.name == name:
            yield Occurrence(path, one.start, one.end)


def _given(documents: Documents, project: Project, stem: str, name: str) -> Iterator[Occurrence]:
    """The attributes that hand the property over."""
    for owner in project.components.values():
        tags = {tag for tag, target in owner.using.items() if target == stem}
        for path in templates_below(documents, (owner.path,)) if tags else ():
            document = documents.template(path)
            for element in document.elements() if document is not None else ():
                for attribute in element.attributes if element.tag in tags else ():
                    if camel_case(attribute.name) == name:
                        end = attribute.start + len(attribute.name)
                        yield Occurrence(path, attribute.start, end, form="attribute")
