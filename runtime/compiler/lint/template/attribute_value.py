"""A fixed value that is not among those that the attribute of a built-in component knows."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.rule import ElementRule
from runtime.compiler.lint.template_file import TemplateFile, is_plain_attribute
from runtime.compiler.wxml.names import camel_case
from runtime.compiler.wxml.syntax import Element
from runtime.diagnostics import Diagnostic
from runtime.project.paths import closest


def _check(element: Element, file: TemplateFile) -> Iterator[Diagnostic]:
    described = file.built_ins.described(element.tag) if file.is_built_in(element.tag) else None
    if described is None:
        return
    for attribute in element.attributes:
        if attribute.value is None or not is_plain_attribute(attribute.name):
            continue
        allowed = described.attributes.get(camel_case(attribute.name), ())
        value = attribute.value.static
        if not allowed or not value or value in allowed:
            continue
        args = {
            "name": attribute.name,
            "tag": element.tag,
            "value": value,
            "allowed": ", ".join(allowed),
            "meant": closest(value, list(allowed)) or "–",
        }
        yield Diagnostic("wxml/unknown-value", file.value_span(attribute), args)


RULE = ElementRule(("wxml/unknown-value",), "Source: component reference, legal values", _check)
