"""Completion in the `style` attributes of templates: properties and their values, as in a sheet of the same page."""

from __future__ import annotations

import re

from runtime.compiler.wxml.syntax import Document
from runtime.language.answers import Suggestion
from runtime.language.completion.style_values import Written, property_suggestions, values_of
from runtime.language.components import owners_of
from runtime.language.documents import Documents
from runtime.language.styles.classes import app_sheets, own_sheets
from runtime.language.wxml.place import Place

_WORD = re.compile(r"[#$@!]?[\w-]*\Z")


def inline_style_suggestions(
    documents: Documents, document: Document, place: Place, offset: int
) -> tuple[int, int, list[Suggestion]]:
    """What may stand at an offset of the value, and the stretch that it takes the place of."""
    project, text = documents.project, document.source.text
    word = _WORD.search(text, place.start, offset)
    start = word.start() if word is not None else offset
    declaration = text[max(place.start, text.rfind(";", place.start, start) + 1) : start]
    name, colon, before = declaration.partition(":")
    if project is None or "}}" in name:
        return offset, offset, []
    if not colon:
        if name.strip():
            return offset, offset, []
        properties = project.platform.style_properties
        return start, offset, list(property_suggestions(properties, has_value=False, ends=True))
    sheets = [sheet for stem in owners_of(documents, document.source.path) for sheet in own_sheets(documents, stem)]
    written = Written(name.strip(), before, text[start:offset])
    return start, offset, list(values_of(documents, project.platform, written, [*sheets, *app_sheets(documents)]))
