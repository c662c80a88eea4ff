"""What an edit in the styles of an element comes to: on the phone while it is typed, and in the source when it is done.

Knows no Qt and touches no file: it makes texts for the phone, and changes for `SourceEdits`.
"""

from __future__ import annotations

from collections.abc import Mapping

from ide.models.element_rows import TEXT
from ide.models.source_edits import Make
from ide.models.style_rows import StyleRow
from ide.models.wxml_tree import Element
from runtime.edits import inline_styles, styles, templates
from runtime.edits.change import Changes
from runtime.edits.templates import ElementPlace, Written
from runtime.inspector.model import RulePlace, ShownDeclaration, ShownRule

_OF_LANGUAGES = ("@", "$", "~", "#{")
"""What a value of Less or Sass may begin with that the phone cannot read before it is compiled."""


def is_value(text: str) -> bool:
    """Whether a text can be a value without changing what stands around it."""
    return styles.is_value(text)


def split(text: str) -> tuple[str, str]:
    """Name and value of `name: value;` as somebody types it."""
    name, _, value = text.partition(":")
    return name.strip(), value.strip().rstrip(";").rstrip()


def can_try(text: str) -> bool:
    """Whether the phone understands a value before anything is compiled."""
    return is_value(text) and not any(sign in text for sign in _OF_LANGUAGES)


def body_of(rule: ShownRule, index: int, declaration: str) -> str:
    """The declarations of a rule with another one at `index`; -1: behind them all."""
    kept = sorted((one for one in rule.declarations if one.index >= 0), key=lambda one: one.index)
    texts = [declaration if one.index == index else f"{one.name}: {_value(one)}" for one in kept]
    return "; ".join(filter(None, [*texts, declaration if index < 0 else ""]))


def inline_of(style: str, rule: ShownRule, one: ShownDeclaration | None, name: str, value: str) -> str | None:
    """An inline style with another declaration in place of `one`, or one more; None where that cannot be."""
    index = _inline_index(style, rule, one)
    return None if index is None else inline_styles.set_inline(style, index, name, value)


def change_of(row: StyleRow, name: str, value: str) -> Make:
    """The declaration of a row is to have this name and value; without one of them it goes."""
    source = row.declaration.source if row.declaration else None
    if source is None:
        return lambda _text: None
    return lambda text: styles.set_declaration(text, source, name, value)


def toggle_of(row: StyleRow) -> Make:
    """The declaration of a row goes into a comment, or comes out of it."""
    one = row.declaration
    if one is None or one.source is None:
        return lambda _text: None
    source, is_off = one.source, one.fate == "disabled"
    return lambda text: styles.enable(text, source) if is_off else styles.disable(text, source)


def addition_of(rule: ShownRule, name: str, value: str) -> Make:
    """One more declaration in a rule."""
    place = rule.place
    if place is None:
        return lambda _text: None
    if is_new(rule):
        return lambda text: styles.add_rule(text, place.file, rule.text, name, value)
    return lambda text: styles.add(text, place, name, value)


def new_rule(element: Element, sheet: str) -> ShownRule:
    """A rule that is still to be written, at the end of a file: of the element's first class, or of its tag."""
    classes = str(element.attributes.get("class") or "").split()
    selector = f".{classes[0]}" if classes else element.tag
    return ShownRule("rule", selector, (), place=RulePlace(sheet, 0, 0, selector, body=0, end=0))


def is_new(rule: ShownRule) -> bool:
    """Whether a rule is one of those."""
    return rule.kind == "rule" and rule.number < 0


def inline_change_of(element: Element, rule: ShownRule, one: ShownDeclaration | None, name: str, value: str) -> Make:
    """The same in the `style` of an element's template. What data decides about is left alone."""
    place = place_of(element)

    def make(text: str) -> Changes | None:
        written = templates.written_attributes(text, place)
        if written is None:
            return None
        style = written["style"].text if "style" in written else ""
        changed = inline_of(style, rule, one, name, value)
        return None if changed is None else templates.set_attribute(text, place, "style", changed or None)

    return make


def attribute_change_of(element: Element, name: str, value: str | None) -> Make:
    """Another value of an attribute, mustaches and all; None takes it away."""
    place = place_of(element)
    return lambda text: templates.set_attribute(text, place, name, value)


def text_change_of(element: Element, value: str) -> Make:
    """Other text in an element."""
    place = place_of(element)
    return lambda text: templates.set_text(text, place, value)


def class_change_of(element: Element, name: str, *, is_on: bool) -> Make:
    """One class more or less."""
    place = place_of(element)
    return lambda text: templates.set_class(text, place, name, is_on=is_on)


def written_of(text: str, element: Element) -> dict[str, Written] | None:
    """The attributes of an element as its template has them, and its text under `TEXT`; None if it is not there."""
    place = place_of(element)
    found = templates.written_attributes(text, place)
    inside = templates.written_text(text, place)
    return found | {TEXT: inside} if found is not None and inside is not None else found


def bound_properties(written: Mapping[str, Written] | None) -> frozenset[str]:
    """The properties of the inline style that data decides about; one that stands twice counts with its first."""
    style = written.get("style") if written else None
    declarations = inline_styles.read_inline(style.text) if style else []
    return frozenset(one.name.lower() for one in declarations if one.is_bound and one.name)


def place_of(element: Element) -> ElementPlace:
    """The element as its template has it."""
    return ElementPlace(element.file, element.line, element.tag, element.plain_attributes)


def _value(one: ShownDeclaration) -> str:
    return f"{one.value} !important" if one.is_important else one.value


def _inline_index(style: str, rule: ShownRule, one: ShownDeclaration | None) -> int | None:
    """Which of the declarations of a style is meant, in a text that has mustaches where the rule has their values."""
    declarations = inline_styles.read_inline(style)
    if one is None:
        return len(declarations)
    before = sum(other.name == one.name for other in rule.declarations[: rule.declarations.index(one)])
    same = [index for index, other in enumerate(declarations) if other.name.lower() == one.name]
    return same[before] if before < len(same) else None
