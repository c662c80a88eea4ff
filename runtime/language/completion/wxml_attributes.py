"""Attributes of a tag, by use: properties of a component, what is usual for the tag, classes, loop and condition; then
what else the tag has, and what all tags have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from runtime.compiler.wxml.names import dashed
from runtime.language.answers import Suggestion, SuggestionKind
from runtime.language.completion.usual import ATTRIBUTES, EVENTS, order
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
_USUAL = ("class", "wx:for", "wx:if", "bind:tap", "style", "wx:else", "data-", "id")
_FREE = {"data-": 'data-$1="{{$2}}"', "mark:": 'mark:$1="{{$2}}"'}
_FORMS = ("bind", "catch")
_FRAMEWORK = ("block", "template", "wxs", "import", "include")
"""Tags that are no elements: they have no classes and no events."""
_REPEATED = ("block", "template", "include")
_RARE_FORMS = ("capture-bind", "capture-catch", "mut-bind")
_TWO_WAY = ("value", "checked", "current")
_NO_TAG = Tag("")


def attribute_suggestions(documents: Documents, elements: Elements, opened: OpenText, place: Place) -> list[Suggestion]:
    """All attributes that the tag may have and does not have yet."""
    element = place.element
    if element is None:
        return []
    written = {one.name for one in element.attributes if one is not place.attribute}
    stem = tags_of(documents, opened.path).get(element.tag)
    tag = _NO_TAG if stem is not None else elements.tags.get(element.tag, _NO_TAG)
    typed = opened.text[place.start : place.end]
    forms = [*_FORMS, *(form for form in _RARE_FORMS if typed and form.startswith(typed[: len(form)]))]
    found = [*_of_component(documents, stem, forms)] if stem is not None else []
    usual = ATTRIBUTES.get(tag.name, ())
    found += [
        _attribute(one, order(one.name, usual, 1) if one.name in usual else 30) for one in tag.attributes.values()
    ]
    found += [
        Suggestion(name, "directive", snippet, rank=_rank(name, 25), is_snippet=True, goes_on="{{" in snippet)
        for name, snippet in _DIRECTIVES.items()
    ]
    found += [suggestion for event in tag.events.values() for suggestion in _event(event, forms, 40)]
    common = [one for name, one in elements.attributes.items() if "*" not in name and not name.startswith("wx:")]
    found += [_attribute(one, _rank(one.name, 50)) for one in common if one.name not in tag.attributes]
    found += [
        Suggestion(name, "attribute", snippet, rank=_rank(name, 51), is_snippet=True) for name, snippet in _FREE.items()
    ]
    found += [
        Suggestion(f"model:{name}", "attribute", f'model:{name}="{{{{$1}}}}"', rank=35, is_snippet=True, goes_on=True)
        for name in _TWO_WAY
        if name in tag.attributes
    ]
    events = [one for name, one in elements.events.items() if name not in tag.events]
    found += [suggestion for event in events for suggestion in _event(event, forms, 60)]
    if element.tag in _FRAMEWORK and stem is None:
        found = [
            one for one in found if one.label in tag.attributes or (one.kind == "directive" and tag.name in _REPEATED)
        ]
    found = [one for one in found if one.label not in written]
    if place.attribute is not None and place.attribute.value is not None:
        found = [replace(one, insert=one.label, is_snippet=False, goes_on=False) for one in found]
    return found


def _rank(name: str, otherwise: int) -> int:
    return order(name, _USUAL, 10) if name in _USUAL else otherwise


def _of_component(documents: Documents, stem: str, forms: Iterable[str]) -> Iterator[Suggestion]:
    definition = definition_of(documents, stem)
    for name, found in definition.properties.items():
        detail = found.member.detail or "property"
        yield _named(dashed(name), "property", detail, is_boolean=detail.startswith("Boolean"))
    for name in definition.classes:
        yield _named(name, "property", "class")
    for name, found in events_of(documents, stem).items():
        yield from _event(Event(name, summary=documents.outer(found.path)), forms, 1)


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


def _event(event: Event, forms: Iterable[str], rank: int) -> Iterator[Suggestion]:
    documentation = "\n\n".join(filter(None, (event.summary, f"detail: {event.detail}" if event.detail else "")))
    for form in forms:
        name = f"{form}:{event.name}"
        is_usual = form == "bind" and event.name in EVENTS
        place = _rank(name, 12 if rank < 60 else rank) if is_usual else rank + (form != "bind")
        yield Suggestion(name, "event", f'{name}="$1"', "", documentation, place, is_snippet=True, goes_on=True)
