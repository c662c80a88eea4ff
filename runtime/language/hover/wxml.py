"""What is said about a place of a template: type, default, version and words of the reference; where it is declared."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.wxml.names import camel_case, event_name
from runtime.compiler.wxml.syntax import Document, Element
from runtime.language.answers import Hover
from runtime.language.components import Found, definition_of, events_of, owners_of, tags_of
from runtime.language.documents import Documents, OpenText
from runtime.language.hover.markdown import code, plain
from runtime.language.hover.styles import class_hover
from runtime.language.words import Words
from runtime.language.wxml.classes import classes_of, holds_classes
from runtime.language.wxml.data import DataScope
from runtime.language.wxml.place import Place, place_at
from runtime.language.wxml.scope import chain_at
from runtime.platform.elements import Attribute, Event, Tag

_MAX_PROPERTIES = 30


def hover_in_template(documents: Documents, words: Words, opened: OpenText, offset: int) -> Hover | None:
    """Markdown about an offset."""
    document = documents.template(opened.path)
    if document is None:
        return None
    place = place_at(document, offset)
    start, end = place.start, place.end
    parts: list[str] = []
    if place.kind in ("tag", "end-tag") and place.element is not None:
        parts = list(_tag(documents, words, opened, place.element))
    elif place.kind == "attribute" and place.element is not None and place.attribute is not None:
        parts = list(_attribute(documents, words, opened, place.element, place.attribute.name))
    elif place.attribute is not None and holds_classes(place.attribute):
        found = next((one for one in classes_of(place.attribute, opened.text) if one.start <= offset <= one.end), None)
        if found is not None:
            start, end = found.start, found.end
            parts = class_hover(documents, found.name, owners_of(documents, opened.path))
    if not parts and place.kind == "mustache":
        start, end, parts = _name(documents, words, document, place, offset)
    elif not parts and place.kind == "value":
        parts = _handler(documents, opened, place)
    return Hover("\n\n".join(parts), opened.lines.range(start, end)) if parts else None


def _tag(documents: Documents, words: Words, opened: OpenText, element: Element) -> Iterator[str]:
    stem = tags_of(documents, opened.path).get(element.tag)
    if stem is None:
        tag = opened.project.platform.elements.tags.get(element.tag)
        if tag is not None:
            yield from _built_in(words, opened, tag)
        return
    yield code("wxml", f"<{element.tag}>")
    yield words("hover.component", path=documents.outer(stem))
    properties = definition_of(documents, stem).properties
    if properties:
        listed = list(properties.items())[:_MAX_PROPERTIES]
        lines = [f"- `{name}`: {plain(found.member.detail) or 'any'}" for name, found in listed]
        yield "\n".join([words("hover.properties"), "", *lines])


def _built_in(words: Words, opened: OpenText, tag: Tag) -> Iterator[str]:
    yield code("wxml", f"<{tag.name}>")
    if tag.summary:
        yield plain(tag.summary)
    support = opened.project.platform.support.components.get(tag.name)
    if support is not None and not support.is_drawn:
        yield words("hover.not_here")
    facts = [words("hover.since", version=tag.since)] if tag.since else []
    facts += [f"[{words('hover.reference')}]({tag.address})"] if tag.address else []
    if facts:
        yield " · ".join(facts)


def _attribute(documents: Documents, words: Words, opened: OpenText, element: Element, name: str) -> Iterator[str]:
    elements = opened.project.platform.elements
    stem = tags_of(documents, opened.path).get(element.tag)
    event = event_name(name)
    if event is not None:
        own = events_of(documents, stem).get(event.type) if stem is not None else None
        if own is not None:
            yield code("wxml", f'{name}=""')
            yield words("hover.component", path=documents.outer(own.path))
            return
        known_event = elements.event(element.tag, event.type)
        if known_event is not None:
            yield from _event(words, known_event)
        return
    found = definition_of(documents, stem).properties.get(camel_case(name)) if stem is not None else None
    if found is not None:
        yield code("ts", f"{name}: {found.member.detail or 'any'}")
        yield words("hover.component", path=documents.outer(found.path))
        return
    known = elements.attribute(element.tag if stem is None else "", name)
    if known is not None:
        yield from _of_reference(words, name, known)


def _of_reference(words: Words, name: str, attribute: Attribute) -> Iterator[str]:
    yield code("ts", f"{name}: {attribute.type or 'any'}{f' ({attribute.unit})' if attribute.unit else ''}")
    if attribute.summary:
        yield plain(attribute.summary)
    facts = [words("hover.default", value=f"`{attribute.default}`")] if attribute.default else []
    facts += [words("hover.since", version=attribute.since)] if attribute.since else []
    if facts:
        yield " · ".join(facts)
    if attribute.values:
        lines = [f"- `{one.text}` {plain(one.summary)}".rstrip() for one in attribute.values]
        yield "\n".join([words("hover.values"), "", *lines])


def _event(words: Words, event: Event) -> Iterator[str]:
    yield code("wxml", f"bind:{event.name}")
    if event.summary:
        yield plain(event.summary)
    if event.since:
        yield words("hover.since", version=event.since)
    if event.detail:
        yield f"{words('hover.detail')} `{event.detail}`"


def _name(
    documents: Documents, words: Words, document: Document, place: Place, offset: int
) -> tuple[int, int, list[str]]:
    chain = chain_at(document.source.text, place.start, place.end, offset)
    value = DataScope(documents, document, place).find(chain) if chain and chain[-1].text else None
    if value is None:
        return offset, offset, []
    path = "".join(f"{'.' if number and one.text != '[]' else ''}{one.text}" for number, one in enumerate(chain))
    detail = words("hover.index") if value.kind == "loop" and value.detail == "index" else value.detail
    parts = [code("ts", f"{path}: {detail or 'any'}")]
    if value.path:
        parts.append(documents.outer(value.path))
    return chain[-1].start, chain[-1].end, parts


def _handler(documents: Documents, opened: OpenText, place: Place) -> list[str]:
    attribute = place.attribute
    name = attribute.value.static if attribute is not None and attribute.value is not None else None
    if attribute is None or not name or event_name(attribute.name) is None:
        return []
    found: list[Found] = [
        one
        for stem in owners_of(documents, opened.path)
        if (one := definition_of(documents, stem).methods.get(name)) is not None
    ]
    return [f"{code('js', one.member.detail or name)}\n\n{documents.outer(one.path)}" for one in found[:3]]
