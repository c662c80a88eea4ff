"""Named templates: where one is defined that a file uses."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.wxml.syntax import Document, Element, Value
from runtime.language.components import linked_files
from runtime.language.documents import Documents
from runtime.language.subjects.subject import NamedTemplate


def template_named(documents: Documents, document: Document, name: str) -> NamedTemplate | None:
    """The template that `is` means in a file: its own ones come first, then those that it imports."""
    for path in (document.source.path, *linked_files(document)):
        found = documents.template(path)
        if found is not None and any(True for _ in named_in(found, name)):
            return NamedTemplate(name, path)
    return None


def named_in(document: Document, name: str, attribute: str = "name") -> Iterator[tuple[Element, Value]]:
    """The templates of a name in a file; with `is`, their uses."""
    for element in document.elements():
        if element.tag == "template" and element.static(attribute) == name:
            written = element.attribute(attribute)
            if written is not None and written.value is not None:
                yield element, written.value
