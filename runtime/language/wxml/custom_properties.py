"""Custom properties of styles (`--a`) in the `style` attributes of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.wxml.syntax import Document

_NAME = re.compile(r"(?<![\w-])--[\w-]+")


def custom_properties_in(document: Document) -> Iterator[tuple[str, int]]:
    """Names, each with its offset."""
    text = document.source.text
    for element in document.elements():
        for attribute in element.attributes:
            value = attribute.value
            if value is not None and (attribute.name == "style" or attribute.name.endswith("-style")):
                yield from ((match[0], match.start()) for match in _NAME.finditer(text, value.start, value.end))
