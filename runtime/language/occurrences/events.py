"""An event that a component triggers: there, and in the attributes of templates that listen to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.wxml.names import event_name
from runtime.language.components import scripts_of, templates_below
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Occurrence
from runtime.language.subjects.subject import ComponentEvent
from runtime.project.model import Project


def triggered(documents: Documents, stem: str) -> Iterator[tuple[str, str, int, int]]:
    """What the scripts of a component trigger: the script, the name and its place."""
    for path in scripts_of(documents, stem):
        text = documents.text(path) or ""
        for match in _TRIGGER.finditer(text):
            yield path, match[2], match.start(2), match.end(2)


def occurrences_of_event(documents: Documents, project: Project, subject: ComponentEvent) -> Iterator[Occurrence]:
    """Every place of the event."""
    for path, name, start, end in triggered(documents, subject.stem):
        if name == subject.name:
            yield Occurrence(path, start, end, True)
    for owner in project.components.values():
        tags = {tag for tag, stem in owner.using.items() if stem == subject.stem}
        for path in templates_below(documents, (owner.path,)) if tags else ():
            document = documents.template(path) if subject.name in (documents.text(path) or "") else None
            for element in document.elements() if document is not None else ():
                for attribute in element.attributes if element.tag in tags else ():
                    event = event_name(attribute.name)
                    if event is not None and event.type == subject.name:
                        end = attribute.start + len(attribute.name)
                        yield Occurrence(path, end - len(subject.name), end)


_TRIGGER = re.compile(r"""\.triggerEvent\(\s*(["'`])([^"'`\n${}]+)\1""")
