"""A component of the project: its script and template, the tags that use it, the keys that declare the tags."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.languages import TEMPLATE_ENDINGS
from runtime.compiler.script_units import script_of
from runtime.language.components import templates_below
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Occurrence
from runtime.language.subjects.subject import Component
from runtime.project.model import Project


def occurrences_of_component(documents: Documents, project: Project, subject: Component) -> Iterator[Occurrence]:
    """Every place of the component."""
    yield definition_of_component(project, subject)
    for owner in project.components.values():
        tags = {tag for tag, stem in owner.using.items() if stem == subject.stem}
        if not tags:
            continue
        yield from _declared(documents, f"{owner.path}.json", tags)
        for path in templates_below(documents, (owner.path,)):
            document = documents.template(path)
            for element in document.elements() if document is not None else ():
                if element.tag in tags:
                    yield Occurrence(path, element.start + 1, element.name_end)
    yield from _declared(documents, "app.json", {subject.stem.rpartition("/")[2]})


def definition_of_component(project: Project, subject: Component) -> Occurrence:
    """Its script; its template, if it has none."""
    script = script_of(project, subject.stem)
    return Occurrence(script if script is not None else subject.stem + TEMPLATE_ENDINGS[0], 0, 0, True)


def _declared(documents: Documents, path: str, tags: set[str]) -> Iterator[Occurrence]:
    parsed = documents.json(path)
    for tag in sorted(tags) if parsed is not None else ():
        span = parsed.key_spans.get(("usingComponents", tag)) if parsed is not None else None
        if span is not None:
            start, end = documents.lines(path).offsets(span)
            yield Occurrence(path, start + 1, end - 1)
