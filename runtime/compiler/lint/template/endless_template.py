"""A template that always uses itself: showing it never ends."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.rule import ElementRule
from runtime.compiler.lint.template_file import TemplateFile, certain_elements
from runtime.compiler.wxml.syntax import Element
from runtime.diagnostics import Diagnostic


def _check(element: Element, file: TemplateFile) -> Iterator[Diagnostic]:
    name = element.attribute("name") if element.tag == "template" else None
    if name is None or name.value is None or not name.value.static:
        return
    for inner in certain_elements(element.children, file):
        used = inner.attribute("is") if inner.tag == "template" else None
        if used is not None and used.value is not None and used.value.static == name.value.static:
            span = file.source.span(inner.start, inner.open_end)
            yield Diagnostic("wxml/endless-template", span, {"name": name.value.static})


RULE = ElementRule(("wxml/endless-template",), "Observed: the depth of templates is limited", _check)
