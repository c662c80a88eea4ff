"""Attributes of a tag: properties of a component, condition and loop, what is the tag's own, what all tags have; events
come last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from runtime.compiler.wxml.names import dashed
from runtime.language.answers import Suggestion, SuggestionKind
from runtime.language.components import definition_of, events_of, tags_of
from runtime.language.documents import Documents, OpenText
from runtime.language.wxml.place import Place
from runtime.platform.elements import Attribute, Elements, Event, Tag

_DIRECTIVES = {
    "wx:if": 'wx:if="{{$1}}"',
    "wx:elif": 'wx:elif="{{$1}}"',
    "wx:else": "wx:else",
    "wx:for": 'wx:for="{{$1}}" wx:key="$2"',
    "wx:key": 'wx:key="$1"',
    "wx:for-item": 'wx:for-item="$1"',
    "wx:for-index": 'wx:for-index="$1"',
}
_FIRST = {"wx:if": 1, "wx:for": 1}
_FORMS = ("bind", "catch")
_NO_TAG = Tag("")


def attribute_suggestions(documents: Documents, elements: Elements, opened: OpenText, place: Place) -> list[Suggestion]:
    """All attributes that the tag may have and does not have yet."""
    element = place.element
    if element is None:
        return []
    written = {one.name for one in element.attributes if one is not place.attribute}
    stem = tags_of(documents, opened.path).get(element.tag)
    found = [*_of_component(documents, stem)] if stem is not None else []
    tag = _NO_TAG if stem is not None else elements.tags.get(element.tag, _NO_TAG)
    found += [
        Suggestion(name, "directive", snippet, rank=_FIRST.get(name, 3), is_snippet=True, goes_on="{{" in snippet)
        for name, snippet in _DIRECTIVES.items()
    ]
    found += [_attribute(one, 2) for one in tag.attributes.values()]
    found += [suggestion for event in tag.events.values() for suggestion in _event(event, 4)]
    common = [one for name, one in elements.attributes.items() if "*" not in name and not name.startswith("wx:")]
    found += [_attribute(one, 5) for one in common if one.name not in tag.attributes]
    events = [one for name, one in elements.events.items() if name not in tag.events]
    found += [suggestion for event in events for suggestion in _event(event, 6)]
    found = [one for one in found if one.label not in written]
    if place.attribute is not None and place.attribute.value is not None:
        found = [replace(one, insert=one.label, is_snippet=False, goes_on=False) for one in found]
    return found


def _of_component(documents: Documents, stem: str) -> Iterator[Suggestion]:
    definition = definition_of(documents, stem)
    for name, found in definition.properties.items():
        detail = found.member.detail or "property"
        yield _named(dashed(name), "property", detail, is_boolean=detail.startswith("Boolean"))
    for name in definition.classes:
        yield _named(name, "property", "class")
    for name, found in events_of(documents, stem).items():
        yield from _event(Event(name, summary=documents.outer(found.path)), 4)


def _named(name: str, kind: SuggestionKind, detail: str, *, is_boolean: bool = False) -> Suggestion:
    return Suggestion(name, kind, f'{name}="{_inside(is_boolean=is_boolean)}"', detail, is_snippet=True, goes_on=True)


def _attribute(attribute: Attribute, rank: int) -> Suggestion:
    inside = _inside(is_boolean=attribute.type == "boolean")
    insert = attribute.name if attribute.is_bare else f'{attribute.name}="{inside}"'
    documentation = attribute.summary
    if attribute.default:
        documentation = f"{documentation}\n\nDefault: {attribute.default}".strip()
    return Suggestion(
        attribute.name,
        "attribute",
        insert,
        attribute.type,
        documentation,
        rank,
        is_snippet=not attribute.is_bare,
        goes_on=not attribute.is_bare,
    )


def _inside(*, is_boolean: bool) -> str:
    return "{{$1}}" if is_boolean else "$1"


def _event(event: Event, rank: int) -> Iterator[Suggestion]:
    documentation = "\n\n".join(filter(None, (event.summary, f"detail: {event.detail}" if event.detail else "")))
    for form in _FORMS:
        name = f"{form}:{event.name}"
        yield Suggestion(name, "event", f'{name}="$1"', "", documentation, rank, is_snippet=True, goes_on=True)
