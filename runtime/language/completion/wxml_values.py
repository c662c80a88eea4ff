"""Values of attributes: the fixed ones, handlers, class names, templates, files, keys of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.wxml.names import camel_case, event_name
from runtime.compiler.wxml.syntax import Attribute, Document, Element
from runtime.language.answers import Suggestion
from runtime.language.completion.inline_styles import inline_style_suggestions
from runtime.language.completion.usual import ATTRIBUTE_VALUES, order
from runtime.language.components import definition_of, linked_files, owners_of, tags_of
from runtime.language.documents import Documents
from runtime.language.life_cycle import LIFE_CYCLE
from runtime.language.scripts.new_method import new_method
from runtime.language.styles.classes import app_sheets, classes_for
from runtime.language.words import Words
from runtime.language.wxml.classes import holds_classes
from runtime.language.wxml.data import DataScope
from runtime.language.wxml.place import Place
from runtime.language.wxml.scope import loop_of
from runtime.platform.elements import Elements

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*")
_MAX_FILES = 300
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_ENDINGS = {
    "import": (".wxml",), "include": (".wxml",), "wxs": (".wxs",), "image": _PICTURES, "cover-image": _PICTURES,
    "video": (".mp4", ".mov", ".m4v", ".webm"), "audio": (".mp3", ".m4a", ".aac", ".wav"),
}  # fmt: skip
_READ = ("wx:if", "wx:elif", "wx:for", "hidden")
"""Attributes that are read from the data, whatever else is known of them."""


def value_suggestions(
    documents: Documents, words: Words, elements: Elements, document: Document, place: Place, offset: int
) -> tuple[int, int, list[Suggestion]]:
    """What may stand in an attribute's value, and the stretch that it takes the place of."""
    element, attribute = place.element, place.attribute
    if element is None or attribute is None:
        return offset, offset, []
    path = document.source.path
    if holds_classes(attribute):
        return (*_word(document.source.text, place, offset), list(class_suggestions(documents, path)))
    if attribute.name == "style" or attribute.name.endswith("-style"):
        return inline_style_suggestions(documents, document, place, offset)
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
    elif attribute.name in ("src", "poster") and element.tag in _ENDINGS:
        yield from _files(documents, path, _PICTURES if attribute.name == "poster" else _ENDINGS[element.tag])
    elif (attribute.name, element.tag) == ("url", "navigator"):
        yield from page_addresses(documents, path)
    else:
        known = elements.attribute(element.tag, attribute.name)
        usual = ATTRIBUTE_VALUES.get((element.tag, attribute.name), ())
        for number, value in enumerate(known.values if known is not None else ()):
            rank = order(value.text, usual, 0) if value.text in usual else len(usual) + number
            yield Suggestion(value.text, "value", value.text, documentation=value.summary, rank=rank)
        yield from _read_values(documents, elements, document, place, element, attribute)


def _read_values(
    documents: Documents, elements: Elements, document: Document, place: Place, element: Element, attribute: Attribute
) -> Iterator[Suggestion]:
    """What is read of the data, in its mustache, where a value is no text."""
    known = elements.attribute(element.tag, attribute.name)
    stem = tags_of(documents, document.source.path).get(element.tag)
    found = definition_of(documents, stem).properties if stem is not None else {}
    declared = found.get(camel_case(attribute.name))
    kind = declared.member.detail if declared is not None else known.type if known is not None else ""
    if attribute.name not in _READ and (not kind or kind.lower().startswith("string")):
        return
    for value in DataScope(documents, document, place).names():
        written = f"{{{{{value.name}}}}}"
        yield Suggestion(written, "data", written, value.detail, rank=50, filter=value.name)
    if kind.lower().startswith("boolean"):
        yield from (Suggestion(word, "value", word, rank=51) for word in ("{{true}}", "{{false}}"))


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


def page_addresses(documents: Documents, path: str) -> Iterator[Suggestion]:
    """The pages of the program as addresses, tabs among them."""
    project = documents.project
    own = path.rpartition(".")[0]
    for page in project.pages if project is not None else ():
        component = project.components.get(page.path) if project is not None else None
        title = component.json.get("navigationBarTitleText") if component is not None else None
        written = f"/{page.path}"
        yield Suggestion(written, "file", written, title if isinstance(title, str) else "", rank=int(page.path == own))


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


def class_suggestions(documents: Documents, path: str) -> Iterator[Suggestion]:
    """The class names of the sheets that apply."""
    of_app = app_sheets(documents)
    seen: set[str] = set()
    for found in classes_for(documents, owners_of(documents, path)):
        if found.name not in seen:
            seen.add(found.name)
            rank = int(found.path in of_app)
            yield Suggestion(found.name, "class", found.name, documents.outer(found.path), rank=rank)


def _word(text: str, place: Place, offset: int) -> tuple[int, int]:
    start = max((text.rfind(blank, place.start, offset) for blank in " \t\r\n"), default=-1) + 1
    end = offset
    while end < place.end and not text[end].isspace() and text[end] != "{":
        end += 1
    return max(start, place.start), end
