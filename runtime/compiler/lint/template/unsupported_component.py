"""A built-in component, or an attribute, event or value of one, that has no effect in Handset."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.rule import ElementRule
from runtime.compiler.lint.template_file import TemplateFile
from runtime.compiler.wxml.names import camel_case, event_name
from runtime.compiler.wxml.syntax import Attribute, Element
from runtime.diagnostics import Diagnostic
from runtime.platform.components import Support, SupportTable

TAG = "wxml/tag-unsupported-here"
ATTRIBUTE = "wxml/attribute-unsupported-here"


def _check(element: Element, file: TemplateFile) -> Iterator[Diagnostic]:
    support = file.built_ins.support.components.get(element.tag)
    if support is None or not file.is_built_in(element.tag):
        return
    if not support.is_drawn:
        span = file.source.span(element.start, element.name_end)
        yield Diagnostic(TAG, span, {"tag": element.tag})
        return
    for attribute in element.attributes:
        idle = _idle(attribute, support, file.built_ins.support)
        if idle is not None:
            yield Diagnostic(ATTRIBUTE, file.name_span(attribute), {"tag": element.tag, "name": idle})


def _idle(attribute: Attribute, support: Support, table: SupportTable) -> str | None:
    """What of the attribute has no effect: its name, the event, or the name with the value."""
    event = event_name(attribute.name)
    if event is not None:
        return None if table.sends(support, event.type) else event.type
    written = camel_case(attribute.name)
    if any(camel_case(name) == written for name in support.attributes):
        return attribute.name
    value = attribute.value.static if attribute.value is not None else None
    for name in support.values:
        if value is not None and camel_case(name) == written and not support.has_value(name, value):
            return f'{attribute.name}="{value}"'
    return None


RULE = ElementRule((TAG, ATTRIBUTE), "Observed: the table of built-in components", _check)
