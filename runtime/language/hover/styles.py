"""What is said about a class: its rules, as they are written."""

from __future__ import annotations

from runtime.language.answers import Hover
from runtime.language.documents import Documents, OpenText
from runtime.language.styles.classes import StyledClass, classes_for
from runtime.language.subjects.find import subject_at
from runtime.language.subjects.subject import Spot

_MAX_RULES = 4
_MAX_LINES = 12


def class_hover(documents: Documents, name: str, stems: list[str]) -> list[str]:
    """The rules of a class that apply to pages and components."""
    found = [one for one in classes_for(documents, stems) if one.name == name][:_MAX_RULES]
    return [f"{documents.outer(one.path)}\n\n```css\n{rule}\n```" for one in found if (rule := _rule(documents, one))]


def hover_in_style(documents: Documents, opened: OpenText, offset: int) -> Hover | None:
    """The value of a variable."""
    named = subject_at(documents, opened, offset)
    if named is None or not isinstance(named.subject, Spot) or named.subject.end == 0:
        return None
    spot = named.subject
    tree = documents.style(spot.path)
    for one in tree.declarations() if tree is not None else ():
        if one.start == spot.start and tree is not None:
            text = tree.text[one.start : one.value_end].replace("`", "´")
            shown = f"```css\n{text}\n```\n\n{documents.outer(spot.path)}"
            return Hover(shown, opened.lines.range(named.start, named.end))
    return None


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
