"""The style of an element as rows: sections, rules with their file and line, declarations with what came of them.

Knows no Qt. Rows are named by `key`, so that a place is found again when the style has changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from ide.models.texts import Texts
from runtime.inspector.model import ElementStyles, ShownDeclaration, ShownRule, StyleSection
from runtime.language.answers import Colour
from runtime.language.colours.text import colours_in, texts_of
from runtime.language.position import Lines

RowKind = Literal["section", "condition", "rule", "declaration", "end"]
Key = tuple[str, ...]
_TAKES_COLOURS = re.compile(r"color|background|border|outline|shadow|fill|stroke|^--")


@dataclass(frozen=True, slots=True)
class StyleRow:
    """One line. `link` is `name:line` of its place, at the right of a rule; `place` all of it; `reason` says why a
    declaration does nothing; `is_bound`: data decides about it."""

    kind: RowKind
    key: Key
    text: str = ""
    rule: ShownRule | None = None
    declaration: ShownDeclaration | None = None
    link: str = ""
    place: str = ""
    reason: str = ""
    is_bound: bool = False

    @property
    def colour(self) -> Colour | None:
        """The first colour of the value as it is written; else that of what it comes to."""
        one = self.declaration
        if one is None:
            return None
        names = _TAKES_COLOURS.search(one.name) is not None
        return _first_colour(one.written, names=names) or _first_colour(one.value, names=names)

    def with_colour(self, red: float, green: float, blue: float, alpha: float) -> str:
        """The value as written with another colour in place of its first; a colour alone if it is not written there."""
        one = self.declaration
        new = texts_of(red, green, blue, alpha)[0]
        former = _first_colour(one.written) if one else None
        if one is None or former is None:
            return new
        return one.written[: former.range.start.character] + new + one.written[former.range.end.character :]

    @property
    def can_edit(self) -> bool:
        """Whether its source is known, so that a change can be written there."""
        if self.rule is not None and self.rule.kind == "inline":
            return not self.is_bound
        source = self.declaration.source if self.declaration else None
        return source is not None and source.end >= 0

    @property
    def can_add(self) -> bool:
        """Whether a declaration can be added to its rule."""
        rule = self.rule
        return rule is not None and (rule.kind == "inline" or (rule.place is not None and rule.place.end >= 0))

    def plain(self) -> str:
        """The row as text; a declaration with a sign of what came of it."""
        one = self.declaration
        if one is None:
            return f"{self.text}  {self.link}".rstrip()
        sign = {"active": "  ", "disabled": "# ", "not_inherited": "~ "}.get(one.fate, "- ")
        end = f"  ({self.reason})" if self.reason else ""
        return f"{sign}{one.name}: {one.written}{end}" if one.written else f"{sign}{one.name}{end}"


def style_rows(styles: ElementStyles, texts: Texts, wanted: str = "", bound: Collection[str] = ()) -> list[StyleRow]:
    """All rows; with `wanted` only rules with a selector or a declaration that contains it.

    `bound`: the properties of the inline style that data decides about.
    """
    rows: list[StyleRow] = []
    for number, section in enumerate(styles.sections):
        inner = [
            row for rule in section.rules if _is_wanted(rule, wanted) for row in rule_rows(rule, number, texts, bound)
        ]
        if not inner:
            continue
        if number:
            rows.append(StyleRow("section", (str(number), "section"), _title(section, texts)))
        rows += inner
    return rows


def computed_rows(styles: ElementStyles, texts: Texts, wanted: str, *, shows_all: bool) -> list[tuple[str, str, str]]:
    """Computed properties by name with the place that the value comes from; those that nobody has set only on wish."""
    found = []
    for name, value in sorted(styles.computed.items(), key=lambda one: (one[0].startswith("-"), one)):
        if wanted not in f"{name}: {value}" or not (shows_all or name in styles.origins):
            continue
        found.append((name, value, _origin(styles, name, texts)))
    return found


def _origin(styles: ElementStyles, name: str, texts: Texts) -> str:
    rule, declaration = styles.origins.get(name, (None, None))
    if rule is None or declaration is None:
        return ""
    if declaration.source:
        return f"{declaration.source.file}:{declaration.source.line}"
    return texts("wxml.style.built_in" if rule.kind == "rule" else f"wxml.style.{rule.kind}")


def _first_colour(text: str, *, names: bool = True) -> Colour | None:
    return next(colours_in(text, 0, len(text), Lines(text), names=names), None)


def rule_rows(rule: ShownRule, section: int, texts: Texts, bound: Collection[str] = ()) -> Iterator[StyleRow]:
    """The rows of one rule. `section`: where it stands among the sections."""
    key = (str(section), rule.kind, rule.sheet, str(rule.number))
    for index, condition in enumerate(rule.conditions):
        yield StyleRow("condition", (*key, f"@{index}"), condition)
    place = f"{rule.place.file}:{rule.place.line}" if rule.place and rule.place.line else ""
    place = place or (rule.place.file if rule.place else "")
    link = texts("wxml.style.built_in") if rule.sheet == "phone:" else place.rpartition("/")[2]
    name = rule.text if rule.kind == "rule" else texts(f"wxml.style.{rule.kind}")
    why = texts("wxml.why.selector") if rule.is_dropped else ""
    yield StyleRow("rule", (*key, "{"), f"{name} {{", rule, link=link, place=place, reason=why)
    seen: dict[str, int] = {}
    for one in rule.declarations:
        count = seen[one.name] = seen.get(one.name, 0) + 1
        is_bound = rule.kind == "inline" and not section and one.name in bound
        reason = texts("wxml.bound") if is_bound else _reason(one, texts)
        row_key = (*key, one.name, str(count))
        yield StyleRow("declaration", row_key, "", rule, one, reason=reason, is_bound=is_bound)
    yield StyleRow("end", (*key, "}"), "}", rule)


def _reason(one: ShownDeclaration, texts: Texts) -> str:
    if one.finding is not None:
        return one.finding.text(texts.language)
    if one.fate == "dropped" and one.reason:
        return texts(f"wxml.why.{one.reason}", name=one.name, value=one.value)
    return texts("wxml.why.not_inherited") if one.fate == "not_inherited" else ""


def _title(section: StyleSection, texts: Texts) -> str:
    if section.pseudo:
        return texts("wxml.style.pseudo", name=f"::{section.pseudo}")
    # The page of a template is the body of its document.
    return texts("wxml.style.inherited", tag="page" if section.tag == "body" else section.tag)


def _is_wanted(rule: ShownRule, wanted: str) -> bool:
    low = wanted.lower()
    return (
        not low
        or low in rule.text.lower()
        or any(low in f"{one.name}: {one.written}".lower() for one in rule.declarations)
    )
