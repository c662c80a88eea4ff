"""An event that neither the built-in component nor anything inside it can send."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.built_ins import COMMON_EVENTS
from runtime.compiler.lint.rule import ElementRule
from runtime.compiler.lint.template_file import TemplateFile
from runtime.compiler.wxml.names import event_name
from runtime.compiler.wxml.syntax import Element
from runtime.diagnostics import Diagnostic
from runtime.project.paths import closest


def _check(element: Element, file: TemplateFile) -> Iterator[Diagnostic]:
    described = file.built_ins.described(element.tag) if file.is_built_in(element.tag) else None
    if described is None:
        return
    for attribute in element.attributes:
        event = event_name(attribute.name)
        if event is None or event.type.lower() in COMMON_EVENTS | described.events:
            continue
        if not _may_come_from_inside(element, event.type.lower(), file):
            known = sorted(described.events | COMMON_EVENTS)
            meant = closest(event.type, known) or ("tap" if event.type == "click" else "–")
            args = {"event": event.type, "tag": element.tag, "meant": meant}
            yield Diagnostic("wxml/unknown-event", file.name_span(attribute), args)


def _may_come_from_inside(element: Element, event: str, file: TemplateFile) -> bool:
    """Components, slots and templates may send anything, and some events of built-in components bubble."""
    for child in element.children:
        if not isinstance(child, Element):
            continue
        if child.tag in ("slot", "template", "include"):
            return True
        described = file.built_ins.described(child.tag)
        if child.tag != "block" and (not file.is_built_in(child.tag) or described is None):
            return True
        if (described is not None and event in described.events) or _may_come_from_inside(child, event, file):
            return True
    return False


RULE = ElementRule(("wxml/unknown-event",), "Source: event reference page; component reference, event tables", _check)
