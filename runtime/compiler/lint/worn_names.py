"""The classes and ids that the elements of one template may have, whatever the data are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from runtime.compiler.wxml.expressions.syntax import Binary, Conditional, Expression, Literal
from runtime.compiler.wxml.syntax import Document, Mustache, Value

_UNKNOWN = "\0"
_MAX_TEXTS = 64


@dataclass(frozen=True, slots=True)
class WornNames:
    """`names`: written whole. `parts`: what surrounds the parts of names that depend on data, as patterns.

    `is_open`: some name depends on data as a whole, so any may be worn.
    """

    names: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    is_open: bool = False

    def may_have(self, name: str) -> bool:
        """Whether some element may have the name."""
        return self.is_open or name in self.names or any(re.fullmatch(part, name) for part in self.parts)

    def without_openness(self) -> WornNames:
        """The same where names that depend on data as a whole begin as the others do: `van-icon`, `van-icon-search`."""
        if not self.is_open:
            return self
        first = {name.partition("-")[0] for name in self.names if "-" in name}
        return WornNames(self.names, self.parts | {f"{re.escape(one)}-.*" for one in first})


NOTHING = WornNames()


def worn_classes(document: Document) -> WornNames:
    """Of `class`, of `hover-class` and its like, and of the external classes that are given to components."""
    values = (
        attribute.value
        for element in document.elements()
        for attribute in element.attributes
        if attribute.value is not None and (attribute.name.lower().endswith("class"))
    )
    # What a rich text shows has classes of its own.
    has_rich_text = any(element.tag == "rich-text" for element in document.elements())
    return _worn([word for value in values for text in _texts(value) for word in text.split()], is_open=has_rich_text)


def worn_ids(document: Document) -> WornNames:
    """Of `id`."""
    found = (element.attribute("id") for element in document.elements())
    values = (one.value for one in found if one is not None and one.value is not None)
    return _worn([text for value in values for text in _texts(value)])


def _worn(words: list[str], *, is_open: bool = False) -> WornNames:
    whole = frozenset(word for word in words if _UNKNOWN not in word)
    dependent = {word for word in words if _UNKNOWN in word}
    parts = frozenset(".*".join(map(re.escape, word.split(_UNKNOWN))) for word in dependent if word.strip(_UNKNOWN))
    return WornNames(whole, parts, is_open or any(not word.strip(_UNKNOWN) for word in dependent))


def _texts(value: Value) -> Iterator[str]:
    """What an attribute may come to."""
    choices = [_choices(piece.expression) if isinstance(piece, Mustache) else [piece] for piece in value.pieces]
    count = 1
    for one in choices:
        count *= len(one)
    if count > _MAX_TEXTS:
        choices = [one if len(one) == 1 else [_UNKNOWN] for one in choices]
    return ("".join(texts) for texts in product(*choices))


def _choices(expression: Expression | None) -> list[str]:
    """The texts that an expression may come to; `_UNKNOWN` where that depends on data."""
    match expression:
        case Literal(str(text), _):
            return [text]
        case Conditional(_, yes, no, _):
            return [*_choices(yes), *_choices(no)]
        case Binary("&&", _, right, _):
            return [*_choices(right), ""]
        case Binary("||", left, right, _):
            return [*_choices(left), *_choices(right)]
        case Binary("+", left, right, _):
            before, behind = _choices(left), _choices(right)
            return [a + b for a in before for b in behind] if len(before) * len(behind) <= _MAX_TEXTS else [_UNKNOWN]
        case _:
            return [_UNKNOWN]
