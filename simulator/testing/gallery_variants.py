"""What a component is given for the pictures of a gallery: texts, numbers, switches, and the words that its sources
name for a property. Whether a variant looks like another one is seen from the pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

A_NUMBER = 3
MOST_WORDS = 16
A_TEXT = "Text"

_TEXT = re.compile(
    r"(text|title|label|desc|description|content|placeholder|note|tips?|message|value|name|header|footer)$",
    re.IGNORECASE,
)
_OF_NOBODY = re.compile(r"^(aria|send|get|open|business|session|app)[A-Z]|Id$")
_SIZE = re.compile(r"^(mini|tiny|small|normal|medium|middle|large|big|huge|xs|sm|md|lg|xl)$")
_SLOT = re.compile(r"<slot(?![^>]*\bname\s*=)[^>]*>")
_MODIFIER = re.compile(r"\.[a-z][\w-]*--([a-z][a-z0-9]*)\b")
_WORD = r"['\"]([\w-]+)['\"]"
_WORDS = re.compile(_WORD)
Declared = tuple[str, str, Any]
"""A property: name, type, default."""


@dataclass(frozen=True)
class Sources:
    """Texts of a component: its template, what names values (scripts, typings, templates), its styles."""

    template: str
    code: str
    styles: str

    @property
    def takes_content(self) -> bool:
        """Whether something written inside its tag is shown."""
        return _SLOT.search(self.template) is not None


def variants(declared: Iterable[Declared], sources: Sources) -> list[dict[str, Any]]:
    """Properties to give, beside none at all."""
    listed = list(declared)
    filled: dict[str, Any] = {}
    for name, kind, value in listed:
        if _OF_NOBODY.search(name):
            continue
        if kind == "String" and value == "" and _TEXT.search(name):
            filled[name] = name
        elif kind == "Number" and value == 0:
            filled[name] = A_NUMBER
    others: list[tuple[str, Any]] = list(_words(listed, sources))
    others += [(name, not value) for name, kind, value in listed if kind == "Boolean"]
    return [*([filled] if filled else []), *({**filled, name: value} for name, value in others)]


def _words(declared: list[Declared], sources: Sources) -> Iterator[tuple[str, str]]:
    """Words that a property may have, as sources compare it with them or type it, or as modifiers of classes."""
    known = {name for name, _, _ in declared}
    modifiers = [one for one in dict.fromkeys(_MODIFIER.findall(sources.styles)) if one not in known]
    for name, kind, value in declared:
        if "String" not in kind.split(" | "):
            continue
        named = list(_named(name, sources.code))
        if value in modifiers and not set(named) & set(modifiers):
            is_size = name.lower().endswith("size")
            named += [one for one in modifiers if bool(_SIZE.match(one)) == is_size]
        for word in [one for one in dict.fromkeys(named) if one != value][:MOST_WORDS]:
            yield name, word


def _named(name: str, code: str) -> Iterator[str]:
    word = re.escape(name)
    yield from re.findall(rf"\b{word}\s*[!=]==?\s*{_WORD}", code)
    yield from re.findall(rf"{_WORD}\s*[!=]==?\s*(?:\w+\.)*{word}\b", code)
    union = rf"\b{word}\??\s*:\s*(?:\{{[^}}]*?value\??\s*:\s*)?({_WORD}(?:\s*\|\s*{_WORD})+)"
    for found in re.finditer(union, code):
        yield from _WORDS.findall(found[1])


def markup(tag: str, properties: Mapping[str, Any], content: str) -> str:
    """A tag of a template with values as of `data`."""
    given = "".join(f' {_dashed(name)}="{{{{{name}}}}}"' for name in properties)
    return f"<{tag}{given}>{content}</{tag}>"


def _dashed(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", name)
