"""Completion in templates: asks the module for the kind of place that the cursor is at."""

from __future__ import annotations

from runtime.language.answers import Completion
from runtime.language.completion.wxml_attributes import attribute_suggestions
from runtime.language.completion.wxml_data import data_suggestions
from runtime.language.completion.wxml_tags import end_tag_suggestions, tag_suggestions
from runtime.language.completion.wxml_text import text_suggestions
from runtime.language.completion.wxml_values import value_suggestions
from runtime.language.documents import Documents, OpenText
from runtime.language.words import Words
from runtime.language.wxml.place import place_at
from runtime.platform.elements import Elements


def complete_wxml(
    documents: Documents, words: Words, elements: Elements, opened: OpenText, offset: int
) -> Completion | None:
    """What may stand at an offset of a template."""
    document = documents.template(opened.path)
    if document is None:
        return None
    place = place_at(document, offset)
    start, end = place.start, max(place.end, offset)
    match place.kind:
        case "tag":
            found = tag_suggestions(documents, words, elements, opened, place)
        case "end-tag":
            found = end_tag_suggestions(place, opened.text)
        case "attribute":
            found = attribute_suggestions(documents, elements, opened, place)
        case "value":
            start, end, found = value_suggestions(documents, words, elements, document, place, offset)
        case "mustache":
            start, end, found = data_suggestions(documents, document, place, offset)
        case "text":
            start, end, found = text_suggestions(documents, words, elements, opened, place, offset)
        case "none":
            found = []
    taken = opened.lines.range(start, end)
    # Editors complete within a line; a value of several lines is nothing that could be offered.
    return Completion(taken, tuple(found)) if found and taken.start.line == taken.end.line else None
