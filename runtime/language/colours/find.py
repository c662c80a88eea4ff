"""Colours of a file: values of declarations in styles, `style` attributes, texts of configuration files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.languages import STYLE_LANGUAGES, TEMPLATE_ENDINGS
from runtime.language.answers import Colour
from runtime.language.colours.text import colours_in
from runtime.language.documents import Documents, OpenText

# Words are colours where a colour can stand: `animation: red 1s` names an animation.
TAKES_COLOURS = re.compile(r"color|background|border|outline|shadow|fill|stroke|^(?:@|\$|--)", re.IGNORECASE)
_MAX_COLOURS = 2000


def colours_of(documents: Documents, opened: OpenText) -> tuple[Colour, ...]:
    """The colours in the order of the text; of very many the first."""
    found: list[Colour] = []
    for colour in _find(documents, opened):
        found.append(colour)
        if len(found) == _MAX_COLOURS:
            break
    return tuple(found)


def _find(documents: Documents, opened: OpenText) -> Iterator[Colour]:
    if opened.ending in STYLE_LANGUAGES:
        tree = documents.style(opened.path)
        for one in tree.declarations() if tree is not None else ():
            names = TAKES_COLOURS.search(one.name) is not None
            yield from colours_in(opened.text, one.value_start, one.value_end, opened.lines, names=names)
    elif opened.ending in TEMPLATE_ENDINGS:
        document = documents.template(opened.path)
        for element in document.elements() if document is not None else ():
            for attribute in element.attributes:
                if attribute.value is not None and attribute.name.endswith(("style", "color")):
                    yield from colours_in(opened.text, attribute.value.start, attribute.value.end, opened.lines)
    elif opened.ending == ".json":
        parsed = documents.json(opened.path)
        for key, span in parsed.spans.items() if parsed is not None else ():
            if parsed is not None and isinstance(parsed.at(*key), str):
                start, end = opened.lines.offsets(span)
                yield from colours_in(opened.text, start + 1, end - 1, opened.lines, names=False)
