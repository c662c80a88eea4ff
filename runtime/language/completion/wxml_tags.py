"""Tags in templates: the components that the template may use, the platform's by use, those that would have to be
registered; end tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from runtime.language.answers import Suggestion
from runtime.language.completion.usual import TAGS, order
from runtime.language.components import tags_of
from runtime.language.documents import Documents, OpenText
from runtime.language.unregistered import registrations
from runtime.language.words import Words
from runtime.language.wxml.place import Place
from runtime.platform.elements import Elements

_UNREGISTERED = 60


def tag_suggestions(
    documents: Documents, words: Words, elements: Elements, opened: OpenText, place: Place
) -> list[Suggestion]:
    """All tags that may stand here."""
    own = {
        tag: Suggestion(tag, "component", f"{tag}$1>$0</{tag}>", documents.outer(stem), is_snippet=True)
        for tag, stem in tags_of(documents, opened.path).items()
    }
    for tag in elements.tags.values():
        if tag.name not in own:
            snippet = f"{tag.name} $1/>" if tag.is_empty else f"{tag.name}$1>$0</{tag.name}>"
            rank = order(tag.name, TAGS, 1)
            own[tag.name] = Suggestion(tag.name, "tag", snippet, documentation=tag.summary, rank=rank, is_snippet=True)
    found = list(own.values())
    found += new_tags(documents, words, opened.path, lambda tag: f"{tag}$1>$0</{tag}>")
    if _has_rest(place, opened.text):
        found = [replace(one, insert=one.label, is_snippet=False) for one in found]
    return found


def new_tags(documents: Documents, words: Words, path: str, snippet: Callable[[str], str]) -> Iterator[Suggestion]:
    """Components that are registered when they are taken."""
    for one, edits in registrations(documents, path):
        detail = words("complete.register", name=one.named, path=edits.path)
        yield Suggestion(
            one.tag, "component", snippet(one.tag), detail, rank=_UNREGISTERED, is_snippet=True, also=(edits,)
        )


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
