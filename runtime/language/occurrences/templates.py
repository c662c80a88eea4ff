"""A named template: its definition, and its uses in the files that see it."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.language.components import linked_files, templates_of
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Occurrence
from runtime.language.subjects.subject import NamedTemplate
from runtime.language.wxml.templates import named_in
from runtime.project.model import Project


def occurrences_of_template(documents: Documents, project: Project, subject: NamedTemplate) -> Iterator[Occurrence]:
    """Every place of the template."""
    for path in templates_of(project):
        document = documents.template(path) if subject.name in (documents.text(path) or "") else None
        if document is None or (path != subject.path and subject.path not in linked_files(document)):
            continue
        own = list(named_in(document, subject.name))
        if path == subject.path:
            yield from (Occurrence(path, value.start, value.end, True) for _, value in own)
        elif own:
            continue  # it uses its own template of that name
        for _, value in named_in(document, subject.name, "is"):
            yield Occurrence(path, value.start, value.end)
