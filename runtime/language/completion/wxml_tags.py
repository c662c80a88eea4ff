"""Tags in templates: the project's own components first, then the platform's; end tags."""

from __future__ import annotations

from dataclasses import replace

from runtime.language.answers import Suggestion
from runtime.language.components import tags_of
from runtime.language.documents import Documents, OpenText
from runtime.language.wxml.place import Place
from runtime.platform.elements import Elements


def tag_suggestions(documents: Documents, elements: Elements, opened: OpenText, place: Place) -> list[Suggestion]:
    """All tags that may stand here."""
    own = {
        tag: Suggestion(tag, "component", f"{tag}$1>$0</{tag}>", documents.outer(stem), is_snippet=True)
        for tag, stem in tags_of(documents, opened.path).items()
    }
    for tag in elements.tags.values():
        if tag.name not in own:
            snippet = f"{tag.name} $1/>" if tag.is_empty else f"{tag.name}$1>$0</{tag.name}>"
            own[tag.name] = Suggestion(tag.name, "tag", snippet, documentation=tag.summary, rank=1, is_snippet=True)
    found = list(own.values())
    if _has_rest(place, opened.text):
        found = [replace(one, insert=one.label, is_snippet=False) for one in found]
    return found


def end_tag_suggestions(place: Place, text: str) -> list[Suggestion]:
    """The tag that is to be closed here."""
    closed = place.element or (place.above[-1] if place.above else None)
    if closed is None:
        return []
    end = "" if text[place.end : place.end + 1] == ">" else ">"
    return [Suggestion(closed.tag, "tag", closed.tag + end)]


def _has_rest(place: Place, text: str) -> bool:
    """Whether the start tag goes on behind its name, so that a name alone is wanted."""
    element = place.element
    return element is not None and (bool(element.attributes) or text[element.open_end - 1] == ">")
