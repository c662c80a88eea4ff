"""What may stand in a declaration of styles: its name, keywords, variables, colours, lengths. In style files and in the
`style` attributes of templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from runtime.language.answers import Range, Suggestion
from runtime.language.colours.find import TAKES_COLOURS, colours_of
from runtime.language.completion.usual import COLOUR_NAMES, PROPERTIES, UNITS, VALUES, order
from runtime.language.documents import Documents, OpenText
from runtime.language.styles.classes import app_sheets, sheets_from
from runtime.platform.platform import Platform

_FOR_ALL = ("inherit", "initial", "unset")
_NUMBER = re.compile(r"-?\d+")
_CUSTOM = re.compile(r"var\(\s*\Z")
_URL = re.compile(r"url\([^)]*\Z")
_FRAMES = re.compile(r"@(?:-\w+-)?keyframes\s+([\w-]+)")
_ANIMATED = ("animation", "animation-name", "-webkit-animation", "-webkit-animation-name")
_COLOUR = re.compile(r"#|rgb|hsl|(?:red|blue|green|black|white|gr[ae]y|orange|yellow|pink|purple|transparent)\b")
_TAKES_NUMBERS = re.compile(
    r"width|height|size|margin|padding|radius|gap|top|left|right|bottom|inset|spacing|font|flex|order|z-index|opacity"
    r"|transform|border|shadow|duration|delay|^(?:@|\$|--)"
)
_MAX_COLOURS = 30


def property_suggestions(
    properties: Mapping[str, tuple[str, ...]], *, has_value: bool, ends: bool
) -> Iterator[Suggestion]:
    """The properties, the most used first; `ends`: with a semicolon behind the value."""
    for name in properties:
        rank = 90 if name.startswith("-") else order(name, PROPERTIES, 0)
        if has_value:
            yield Suggestion(name, "property", name, rank=rank)
        else:
            snippet = f"{name}: $0;" if ends else f"{name}: $0"
            yield Suggestion(name, "property", snippet, rank=rank, is_snippet=True, goes_on=True)


@dataclass(frozen=True, slots=True)
class Written:
    """A declaration up to the cursor: the name of its property, what stands of its value, the word that is typed."""

    name: str
    before: str
    typed: str

    @property
    def is_in_call(self) -> bool:
        """Whether the place is in parentheses."""
        return self.before.count("(") > self.before.count(")")


def value_suggestions(
    documents: Documents, opened: OpenText, platform: Platform, written: Written
) -> Iterator[Suggestion]:
    """What a property takes in a style file."""
    sheets = (*sheets_from(documents, opened.path), *app_sheets(documents))
    yield from values_of(documents, platform, written, sheets)
    if not written.is_in_call and TAKES_COLOURS.search(written.name):
        texts = (opened.text[slice(*_offsets(opened, one.range))] for one in colours_of(documents, opened))
        for colour in list(dict.fromkeys(one for one in texts if one.startswith(("#", "rgb"))))[:_MAX_COLOURS]:
            yield Suggestion(colour, "value", colour, rank=2)


def values_of(
    documents: Documents, platform: Platform, written: Written, applying: Iterable[str]
) -> Iterator[Suggestion]:
    """What a property takes where some style files apply."""
    name, typed, sheets = written.name, written.typed, list(dict.fromkeys(applying))
    if _NUMBER.fullmatch(typed):
        yield from (Suggestion(f"{typed}{unit}", "value", f"{typed}{unit}", rank=n) for n, unit in enumerate(UNITS))
        return
    if typed.startswith("!"):
        yield Suggestion("!important", "value", "!important")
        return
    if _CUSTOM.search(written.before):
        found = (one for one in _variables(documents, sheets, name) if one.label.startswith("var("))
        yield from (replace(one, label=one.label[4:-1], insert=one.insert[4:-1]) for one in found)
        return
    if written.is_in_call:
        yield from (one for one in _variables(documents, sheets, name) if not _URL.search(written.before))
        return
    if name in _ANIMATED:
        yield from _animations(documents, sheets)
    usual = VALUES.get(name, ())
    for number, word in enumerate(dict.fromkeys((*usual, *platform.style_properties.get(name, ())))):
        yield Suggestion(word, "value", word, rank=_rank(word, number))
    yield from _variables(documents, sheets, name)
    if TAKES_COLOURS.search(name):
        yield from (Suggestion(word, "value", word, rank=3) for word in COLOUR_NAMES)
    for word in _FOR_ALL:
        yield Suggestion(word, "value", word, rank=99)


def _rank(word: str, number: int) -> int:
    """The usual ones, then as the table has them: the initial value first. Prefixed ones come last."""
    return 90 if word.startswith("-") else min(5 + number, 80)


def _animations(documents: Documents, sheets: Iterable[str]) -> Iterator[Suggestion]:
    for sheet in sheets:
        for name in dict.fromkeys(_FRAMES.findall(documents.text(sheet) or "")):
            yield Suggestion(name, "variable", name, "@keyframes", documents.outer(sheet))


def _variables(documents: Documents, sheets: Iterable[str], property_name: str) -> Iterator[Suggestion]:
    seen: set[str] = set()
    for sheet in sheets:
        tree = documents.style(sheet)
        for declaration in tree.declarations() if tree is not None else ():
            written = declaration.name
            is_custom = written.startswith("--")
            if written in seen or not (is_custom or written.startswith(("@", "$"))):
                continue
            seen.add(written)
            value = tree.text[declaration.value_start : declaration.value_end] if tree is not None else ""
            shown = f"var({written})" if is_custom else written
            rank = 1 if _fits(property_name, value) else 85
            yield Suggestion(shown, "variable", shown, value, documents.outer(sheet), rank=rank)


def _fits(property_name: str, value: str) -> bool:
    """Whether a variable is probably meant for a property: colours for colours, lengths for lengths."""
    if _COLOUR.match(value):
        return TAKES_COLOURS.search(property_name) is not None
    return _TAKES_NUMBERS.search(property_name) is not None


def _offsets(opened: OpenText, place: Range) -> tuple[int, int]:
    return opened.lines.offset(place.start) or 0, opened.lines.offset(place.end) or 0
