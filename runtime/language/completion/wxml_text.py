"""Between tags: abbreviations of markup, and tags by the beginning of their names."""

from __future__ import annotations

from runtime.language.answers import Suggestion
from runtime.language.completion.abbreviations import abbreviation_before, expand
from runtime.language.completion.usual import TAGS, order
from runtime.language.completion.wxml_tags import new_tags
from runtime.language.components import tags_of
from runtime.language.documents import Documents, OpenText
from runtime.language.words import Words
from runtime.language.wxml.place import Place
from runtime.platform.elements import Elements


def text_suggestions(
    documents: Documents, words: Words, elements: Elements, opened: OpenText, place: Place, offset: int
) -> tuple[int, int, list[Suggestion]]:
    """What may be meant by the word in front of an offset, and the stretch that it takes the place of."""
    line = opened.text.rfind("\n", 0, offset) + 1
    written = abbreviation_before(opened.text, max(line, place.start if place.start < offset else line), offset)
    if not written:
        return offset, offset, []
    start = offset - len(written)
    names = {name: order(name, TAGS, 1) for name in elements.tags} | dict.fromkeys(tags_of(documents, opened.path), 0)
    found = [
        Suggestion(name, "component" if rank == 0 else "tag", snippet, rank=rank, is_snippet=True)
        for name, rank in names.items()
        if name.startswith(written) and (snippet := expand(name, elements.tags))
    ]
    new = new_tags(documents, words, opened.path, lambda tag: expand(tag, elements.tags) or tag)
    found += [one for one in new if one.label.startswith(written)]
    if not written.replace("-", "").isalnum() and (snippet := expand(written, elements.tags)):
        found.append(Suggestion(written, "snippet", snippet, is_snippet=True))
    return start, offset, found
