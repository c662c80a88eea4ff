"""A method of pages or components: where it is declared, called as `this.name`, and bound by templates."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.wxml.names import event_name
from runtime.language.components import definition_of, scripts_of, templates_below
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Form, Occurrence
from runtime.language.subjects.subject import Method


def occurrences_of_method(documents: Documents, subject: Method) -> Iterator[Occurrence]:
    """Every place of the method."""
    name = subject.name
    for stem in subject.stems:
        found = definition_of(documents, stem).methods.get(name)
        if found is not None:
            form: Form = "shorthand" if found.member.is_shorthand else "name"
            yield Occurrence(found.path, found.member.start, found.member.end, True, form)
        for path in scripts_of(documents, stem):
            facts = documents.script(path)
            for use in facts.uses if facts is not None else ():
                if use.kind == "member" and use.name == name:
                    yield Occurrence(path, use.start, use.end, form=use.form)
    for path in templates_below(documents, subject.stems):
        document = documents.template(path) if name in (documents.text(path) or "") else None
        for element in document.elements() if document is not None else ():
            for attribute in element.attributes:
                value = attribute.value
                if value is not None and value.static == name and event_name(attribute.name) is not None:
                    yield Occurrence(path, value.start, value.end)
