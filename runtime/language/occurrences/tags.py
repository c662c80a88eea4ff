"""The tag of a component, as one configuration file declares it: there, and in the templates that go by it."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.languages import TEMPLATE_ENDINGS
from runtime.compiler.wxml.syntax import Attribute, Document
from runtime.language.components import owners_of, templates_below
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Occurrence
from runtime.language.subjects.subject import ComponentTag
from runtime.language.wxml.place import end_tag_of
from runtime.project.model import Project

_DECLARING = ("usingComponents", "componentPlaceholder")


def occurrences_of_tag(documents: Documents, project: Project, subject: ComponentTag) -> Iterator[Occurrence]:
    """Every place of the tag."""
    owners, declaring = _owners(documents, project, subject)
    for path in sorted(declaring):
        parsed = documents.json(path)
        for key in _DECLARING if parsed is not None else ():
            span = parsed.key_spans.get((key, subject.tag)) if parsed is not None else None
            if span is not None:
                start, end = documents.lines(path).offsets(span)
                yield Occurrence(path, start + 1, end - 1, key == "usingComponents")
    for path in templates_below(documents, owners):
        document = documents.template(path) if subject.tag in (documents.text(path) or "") else None
        if document is not None:
            yield from _in_template(document, subject.tag)


def owners_of_tag(documents: Documents, project: Project, subject: ComponentTag) -> list[str]:
    """The pages and components whose templates have the tag from the same file."""
    return _owners(documents, project, subject)[0]


def _owners(documents: Documents, project: Project, subject: ComponentTag) -> tuple[list[str], set[str]]:
    """Those pages and components, and the files that declare the tag for them."""
    if subject.path.endswith(TEMPLATE_ENDINGS):
        declaring = {_declares(documents, stem, subject.tag) for stem in owners_of(documents, subject.path)}
    else:
        declaring = {subject.path}
    owners = [
        owner.path
        for owner in project.components.values()
        if owner.using.get(subject.tag) == subject.stem and _declares(documents, owner.path, subject.tag) in declaring
    ]
    return owners, declaring


def _declares(documents: Documents, stem: str, tag: str) -> str:
    """The file that declares a tag for a page or component: its own before that of the app."""
    parsed = documents.json(f"{stem}.json")
    return f"{stem}.json" if parsed is not None and ("usingComponents", tag) in parsed.key_spans else "app.json"


def _in_template(document: Document, tag: str) -> Iterator[Occurrence]:
    path, text = document.source.path, document.source.text
    for element in document.elements():
        if element.tag == tag:
            yield Occurrence(path, element.name_end - len(tag), element.name_end)
            end_tag = end_tag_of(element, text)
            if end_tag is not None:
                yield Occurrence(path, *end_tag.span(1))
        for attribute in element.attributes:
            if _is_generic(attribute, tag) and attribute.value is not None:
                yield Occurrence(path, attribute.value.start, attribute.value.end)


def _is_generic(attribute: Attribute, tag: str) -> bool:
    return attribute.name.startswith("generic:") and attribute.value is not None and attribute.value.raw == tag
