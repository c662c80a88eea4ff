"""What is said about a class, a variable, a property and a length in a style file."""

from __future__ import annotations

import re

from runtime.language.answers import Hover
from runtime.language.documents import Documents, OpenText
from runtime.language.occurrences.find import definitions
from runtime.language.styles.classes import StyledClass, classes_for
from runtime.language.styles.tree import StyleTree
from runtime.language.subjects.find import subject_at
from runtime.language.subjects.subject import Named, StyleName
from runtime.language.words import Words

_SCREEN_RPX = 750
_USUAL_WIDTHS = (375, 390, 430)
_LENGTH = re.compile(r"(?<![\w.#-])(-?\d{0,6}\.?\d{1,6})(rpx|px)(?![\w-])")
_MAX_LENGTH = 20
_MAX_KEYWORDS = 30
_MAX_RULES = 4
_MAX_LINES = 12


def class_hover(documents: Documents, name: str, stems: list[str]) -> list[str]:
    """The rules of a class that apply to pages and components."""
    found = [one for one in classes_for(documents, stems) if one.name == name][:_MAX_RULES]
    return [f"{documents.outer(one.path)}\n\n```css\n{rule}\n```" for one in found if (rule := _rule(documents, one))]


def hover_in_style(
    documents: Documents, words: Words, opened: OpenText, offset: int, shown_width: int | None
) -> Hover | None:
    """The value of a variable, a length on the shown phone or on usual ones, the keywords of a property."""
    named = subject_at(documents, opened, offset)
    if named is not None and isinstance(named.subject, StyleName):
        said = _declared(documents, opened, named, named.subject)
        if said is not None:
            return said
    return _length(words, opened, offset, shown_width) or _property(documents, opened, offset)


def _declared(documents: Documents, opened: OpenText, named: Named, subject: StyleName) -> Hover | None:
    """The value of a variable, the head of a mixin or function, where it is declared."""
    for place in definitions(documents, opened.project, subject)[:_MAX_RULES]:
        tree = documents.style(place.path)
        text = _declaration(tree, place.start) if tree is not None else ""
        if text:
            shown = f"```css\n{text.replace('`', '´')}\n```\n\n{documents.outer(place.path)}"
            return Hover(shown, opened.lines.range(named.start, named.end))
    return None


def _declaration(tree: StyleTree, offset: int) -> str:
    for one in tree.declarations():
        if one.start == offset:
            return tree.text[one.start : one.value_end]
    return next((tree.prelude(rule) for rule, _ in tree.rules() if rule.start <= offset < rule.prelude_end), "")


def _length(words: Words, opened: OpenText, offset: int, shown_width: int | None) -> Hover | None:
    """`rpx` in pixels and the other way; a screen is 750 rpx wide."""
    line = opened.text.rfind("\n", 0, offset) + 1
    for match in _LENGTH.finditer(opened.text, line, min(len(opened.text), offset + _MAX_LENGTH)):
        if not match.start() <= offset <= match.end():
            continue
        value, is_rpx = float(match[1]), match[2] == "rpx"
        shown = []
        for width in (shown_width,) if shown_width else _USUAL_WIDTHS:
            other = value * width / _SCREEN_RPX if is_rpx else value * _SCREEN_RPX / width
            told = f"{other:.4g}{'px' if is_rpx else 'rpx'}"
            if shown_width:
                shown.append(words("hover.on_shown", value=told, width=width))
            else:
                shown.append(words("hover.on_width", value=told, width=width))
        lines = "\n".join(f"- {one}" for one in shown)
        return Hover(f"`{match[0]}`\n\n{lines}", opened.lines.range(match.start(), match.end()))
    return None


def _property(documents: Documents, opened: OpenText, offset: int) -> Hover | None:
    tree = documents.style(opened.path)
    one = next((one for one in tree.declarations() if one.start <= offset <= one.name_end), None) if tree else None
    keywords = opened.project.platform.style_properties.get(one.name) if one is not None else None
    if one is None or not keywords:
        return None
    shown = " | ".join((*keywords[:_MAX_KEYWORDS], *("…",) * (len(keywords) > _MAX_KEYWORDS)))
    return Hover(f"```css\n{one.name}: {shown}\n```", opened.lines.range(one.start, one.name_end))


def _rule(documents: Documents, styled: StyledClass) -> str:
    tree = documents.style(styled.path)
    if tree is None:
        return ""
    rule = next((one for one, _ in tree.rules() if one.start <= styled.start < one.prelude_end), None)
    if rule is None:
        return ""
    lines = [line for line in tree.text[rule.start : rule.end].splitlines() if line.strip()]
    shown = lines if len(lines) <= _MAX_LINES else [*lines[:_MAX_LINES], "…"]
    return "\n".join(shown).replace("`", "´")
