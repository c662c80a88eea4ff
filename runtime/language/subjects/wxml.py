"""What stands at a place of a template."""

from __future__ import annotations

import re

from runtime.compiler.wxml.names import camel_case, event_name
from runtime.compiler.wxml.paths import resolve
from runtime.compiler.wxml.syntax import Attribute, Document, Element
from runtime.language.components import definition_of, events_of, owners_of, tags_of
from runtime.language.documents import Documents, OpenText
from runtime.language.scripts.data_paths import ITEM
from runtime.language.subjects.subject import (
    ClassName,
    Component,
    ComponentEvent,
    DataKey,
    LoopVariable,
    Method,
    Named,
    NamedTemplate,
    Spot,
    Subject,
    WxsMember,
    WxsModule,
)
from runtime.language.wxml.classes import classes_of, holds_classes
from runtime.language.wxml.data import DataScope
from runtime.language.wxml.place import Place, place_at
from runtime.language.wxml.reads import reads_of
from runtime.language.wxml.scope import chain_at, modules_of
from runtime.language.wxml.templates import template_named
from runtime.project.paths import folder_of, join

_LINKS = {"import": ".wxml", "include": ".wxml", "wxs": ".wxs"}
_ADDRESS_END = re.compile(r"[?#]")


def subject_in_template(documents: Documents, opened: OpenText, offset: int) -> Named | None:
    """The subject at an offset, or None."""
    document = documents.template(opened.path)
    if document is None:
        return None
    place = place_at(document, offset)
    element, attribute = place.element, place.attribute
    if place.kind in ("tag", "end-tag") and element is not None:
        stem = tags_of(documents, opened.path).get(element.tag)
        return Named(Component(stem), place.start, place.end) if stem is not None else None
    if place.kind == "attribute" and element is not None and attribute is not None:
        return _attribute(documents, opened.path, place, element, attribute)
    if attribute is not None and element is not None and holds_classes(attribute):
        found = next((one for one in classes_of(attribute, opened.text) if one.start <= offset <= one.end), None)
        if found is not None:
            return Named(ClassName(found.name, opened.path), found.start, found.end)
    if place.kind == "mustache":
        return _read(documents, opened.path, offset) or _name(documents, document, place, offset)
    if place.kind == "value" and element is not None and attribute is not None:
        if attribute.name == "wx:key":
            return _read(documents, opened.path, offset)
        subject = _value(documents, document, element, attribute)
        return Named(subject, place.start, place.end) if subject is not None else None
    return None


def _attribute(documents: Documents, path: str, place: Place, element: Element, attribute: Attribute) -> Named | None:
    """A property of one's own component, or an event of it."""
    stem = tags_of(documents, path).get(element.tag)
    name = camel_case(attribute.name)
    if stem is None:
        return None
    event = event_name(attribute.name)
    if event is not None and event.type in events_of(documents, stem):
        return Named(ComponentEvent(event.type, stem), place.end - len(event.type), place.end)
    if name not in definition_of(documents, stem).properties:
        return None
    return Named(DataKey((name,), (stem,)), place.start, place.end)


def _read(documents: Documents, path: str, offset: int) -> Named | None:
    """A key of the data or a variable of a loop."""
    for read in reads_of(documents, path):
        place = read.place
        if read.loop is not None and place is not None and place.start <= offset <= place.end:
            variable = LoopVariable(place.name, path, read.loop.start, read.loop.is_index)
            return Named(variable, place.start, place.end)
        for number, key in enumerate(read.keys, 1):
            if key.name != ITEM and key.start <= offset <= key.end:
                keys = tuple(one.name for one in read.keys[:number])
                return Named(DataKey(keys, tuple(owners_of(documents, path))), key.start, key.end)
    return None


def _name(documents: Documents, document: Document, place: Place, offset: int) -> Named | None:
    chain = chain_at(document.source.text, place.start, place.end, offset)
    value = DataScope(documents, document, place).find(chain) if chain and chain[-1].text else None
    if value is None or not value.path:
        return None
    start, end = chain[-1].start, chain[-1].end
    module = modules_of(document).get(chain[0].text)
    if module is not None and value.kind == "module":
        return Named(WxsModule(value.name, document.source.path), start, end)
    if module is not None and value.kind == "function":
        return Named(WxsMember(value.name, value.path, "" if module[1] else chain[0].text), start, end)
    return Named(Spot(value.path, value.start, value.end), start, end)


def _value(documents: Documents, document: Document, element: Element, attribute: Attribute) -> Subject | None:
    text = attribute.value.static if attribute.value is not None else None
    path = document.source.path
    if not text:
        return None
    if attribute.name in ("wx:for-item", "wx:for-index"):
        return LoopVariable(text.strip(), path, element.start, attribute.name == "wx:for-index")
    if event_name(attribute.name) is not None:
        return Method(text.strip(), tuple(owners_of(documents, path)))
    if element.tag == "wxs" and attribute.name == "module":
        return WxsModule(text.strip(), path)
    if element.tag == "template" and attribute.name in ("is", "name"):
        return template_named(documents, document, text) if attribute.name == "is" else NamedTemplate(text, path)
    if attribute.name == "src":
        ending = _LINKS.get(element.tag)
        target = resolve(path, text, ending) if ending is not None else join(folder_of(path), text)
        return Spot(target) if target is not None and documents.exists(target) else None
    if element.tag == "navigator" and attribute.name == "url":
        target = join(folder_of(path), _ADDRESS_END.split(text)[0].removesuffix(".html"))
        return Spot(f"{target}.wxml") if target is not None and documents.exists(f"{target}.wxml") else None
    return None
