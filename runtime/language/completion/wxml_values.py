"""Values of attributes: the fixed ones, handlers, class names, templates, files, keys of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.wxml.names import camel_case, event_name
from runtime.compiler.wxml.syntax import Attribute, Document, Element
from runtime.language.answers import Suggestion
from runtime.language.components import definition_of, linked_files, owners_of, tags_of
from runtime.language.documents import Documents
from runtime.language.life_cycle import LIFE_CYCLE
from runtime.language.scripts.new_method import new_method
from runtime.language.styles.classes import classes_for
from runtime.language.words import Words
from runtime.language.wxml.classes import holds_classes
from runtime.language.wxml.data import DataScope
from runtime.language.wxml.place import Place
from runtime.language.wxml.scope import loop_of
from runtime.platform.elements import Elements

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*")
_MAX_FILES = 300
_ENDINGS = {"import": (".wxml",), "include": (".wxml",), "wxs": (".wxs",)}
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


def value_suggestions(
    documents: Documents, words: Words, elements: Elements, document: Document, place: Place, offset: int
) -> tuple[int, int, list[Suggestion]]:
    """What may stand in an attribute's value, and the stretch that it takes the place of."""
    element, attribute = place.element, place.attribute
    if element is None or attribute is None:
        return offset, offset, []
    path = document.source.path
    if holds_classes(attribute):
        start, end = _word(document.source.text, place, offset)
        return start, end, [Suggestion(name, "class", name, detail) for name, detail in _classes(documents, path)]
    if attribute.value is None or attribute.value.static is None:
        return offset, offset, []
    return place.start, place.end, list(_of_whole(documents, words, elements, document, place, element, attribute))


def _of_whole(
    documents: Documents,
    words: Words,
    elements: Elements,
    document: Document,
    place: Place,
    element: Element,
    attribute: Attribute,
) -> Iterator[Suggestion]:
    path = document.source.path
    event = event_name(attribute.name)
    if event is not None:
        yield from _handlers(documents, path)
        yield from _new_handlers(documents, words, path, attribute, event.type)
    elif attribute.name == "slot":
        yield from _slots(documents, path, place)
    elif attribute.name == "wx:key":
        yield from _keys(documents, document, place, element)
    elif attribute.name == "is" and element.tag == "template":
        yield from _templates(documents, document)
    elif attribute.name == "src" and element.tag in (*_ENDINGS, "image", "cover-image"):
        yield from _files(documents, path, _ENDINGS.get(element.tag, _PICTURES))
    else:
        known = elements.attribute(element.tag, attribute.name)
        for number, value in enumerate(known.values if known is not None else ()):
            yield Suggestion(value.text, "value", value.text, documentation=value.summary, rank=number)


def _handlers(documents: Documents, path: str) -> Iterator[Suggestion]:
    for stem in owners_of(documents, path):
        for name, found in definition_of(documents, stem).methods.items():
            if name not in LIFE_CYCLE:
                yield Suggestion(name, "method", name, found.member.detail, documents.outer(found.path))


def _new_handlers(
    documents: Documents, words: Words, path: str, attribute: Attribute, event: str
) -> Iterator[Suggestion]:
    """A method that is not there yet: of the name that is typed, or of one after the event."""
    typed = (attribute.value.raw if attribute.value is not None else "").strip()
    name = typed or f"on{camel_case(event)[:1].upper()}{camel_case(event)[1:]}"
    for stem in owners_of(documents, path) if _IDENTIFIER.fullmatch(name) else ():
        known = definition_of(documents, stem).methods
        is_begun = any(one.startswith(name) for one in known)
        edits = new_method(documents, stem, name) if not is_begun else None
        if edits is not None:
            detail = words("complete.create_method", path=edits.path)
            yield Suggestion(name, "method", name, detail, rank=1, also=(edits,))


def _slots(documents: Documents, path: str, place: Place) -> Iterator[Suggestion]:
    """The slots of the component around."""
    around = next((one for one in reversed(place.above) if one.tag != "block"), None)
    stem = tags_of(documents, path).get(around.tag) if around is not None else None
    template = documents.template(f"{stem}.wxml") if stem is not None else None
    for element in template.elements() if template is not None else ():
        name = element.static("name") if element.tag == "slot" else None
        if name and "{{" not in name:
            yield Suggestion(name, "value", name, documents.outer(f"{stem}.wxml"))


def _keys(documents: Documents, document: Document, place: Place, element: Element) -> Iterator[Suggestion]:
    yield Suggestion("*this", "value", "*this", rank=1)
    loop = loop_of(element)
    if loop is not None:
        scope = DataScope(documents, document, Place("value", 0, 0, place.above, element))
        item = next((one for one in scope.names() if one.kind == "loop" and one.name == loop.item), None)
        for member in scope.members(item) if item is not None else ():
            yield Suggestion(member.name, "data", member.name, member.detail)


def _templates(documents: Documents, document: Document) -> Iterator[Suggestion]:
    for path in (document.source.path, *linked_files(document)):
        found = documents.template(path)
        for element in found.elements() if found is not None else ():
            name = element.static("name") if element.tag == "template" else None
            if name:
                yield Suggestion(name, "template", name, documents.outer(path))


def _files(documents: Documents, path: str, endings: tuple[str, ...]) -> Iterator[Suggestion]:
    project = documents.project
    known = sorted(one for one in project.files.paths if one.endswith(endings)) if project is not None else []
    for one in known[:_MAX_FILES]:
        if one != path and "miniprogram_npm/" not in one:
            yield Suggestion(f"/{one}", "file", f"/{one}")


def _classes(documents: Documents, path: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for found in classes_for(documents, owners_of(documents, path)):
        if found.name not in seen:
            seen.add(found.name)
            yield found.name, documents.outer(found.path)


def _word(text: str, place: Place, offset: int) -> tuple[int, int]:
    start = max((text.rfind(blank, place.start, offset) for blank in " \t\r\n"), default=-1) + 1
    end = offset
    while end < place.end and not text[end].isspace() and text[end] != "{":
        end += 1
    return max(start, place.start), end
