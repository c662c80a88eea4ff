"""An attribute that a built-in component does not have: the platform ignores it."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.rule import ElementRule
from runtime.compiler.lint.template_file import TemplateFile, is_plain_attribute
from runtime.compiler.wxml.names import camel_case
from runtime.compiler.wxml.syntax import Element
from runtime.diagnostics import Diagnostic
from runtime.project.spelling import mistyped


def _check(element: Element, file: TemplateFile) -> Iterator[Diagnostic]:
    described = file.built_ins.described(element.tag) if file.is_built_in(element.tag) else None
    if described is None:
        return
    for attribute in element.attributes:
        name = attribute.name
        if not is_plain_attribute(name) or camel_case(name) in described.attributes:
            continue
        args = {"name": name, "tag": element.tag}
        meant = mistyped(name, described.written) if len(name) > 3 else ""
        if meant:
            yield Diagnostic("wxml/misspelt-attribute", file.name_span(attribute), {**args, "meant": meant})
        else:
            yield Diagnostic("wxml/unknown-attribute", file.name_span(attribute), args)


RULE = ElementRule(
    ("wxml/misspelt-attribute", "wxml/unknown-attribute"), "Source: component reference, attribute tables", _check
)
