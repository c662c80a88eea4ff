"""What evaluation gives: rules and at-rules in order. Written as CSS, one place in the source for each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from runtime.compiler.less.selectors import Selector, write_selector
from runtime.compiler.less.source import Place


@dataclass(frozen=True, slots=True)
class OutDeclaration:
    """A finished declaration."""

    name: str
    value: str
    is_important: bool
    merge: str
    place: Place


@dataclass(eq=False)
class OutRule:
    """A rule with all of its selectors. Those of a referenced file show only where something extends them."""

    selectors: list[Selector]
    declarations: list[OutDeclaration]
    place: Place
    is_reference: bool = False
    media: tuple[str, ...] = ()
    extended: list[Selector] = field(default_factory=list)


@dataclass(eq=False)
class OutAtRule:
    """An at-rule. `children` is None if it ends with `;`; `declarations` are its own."""

    name: str
    prelude: str
    children: list[Out] | None
    declarations: list[OutDeclaration]
    place: Place


@dataclass(eq=False)
class OutText:
    """Text that goes out as it is, such as an inlined file."""

    text: str
    place: Place


Out = OutRule | OutAtRule | OutText


class TooLong(Exception):
    """The text has grown beyond what a program may have."""


class CssWriter:
    """Collects lines, at most `longest` characters; `places[i]` is where line i + 1 comes from."""

    def __init__(self, longest: int) -> None:
        self._left = longest
        self.lines: list[str] = []
        self.places: list[Place] = []

    def write(self, outs: Sequence[Out], indent: str = "") -> None:
        """Writes rules one after the other."""
        for out in outs:
            if isinstance(out, OutRule):
                self._rule(out, indent)
            elif isinstance(out, OutAtRule):
                self._at_rule(out, indent)
            else:
                for line in out.text.split("\n"):
                    self._line(line, out.place)

    def _rule(self, rule: OutRule, indent: str) -> None:
        visible = rule.extended if rule.is_reference else rule.selectors + rule.extended
        names = list(dict.fromkeys(write_selector(selector) for selector in visible))
        if not names or not rule.declarations:
            return
        for name in names[:-1]:
            self._line(f"{indent}{name},", rule.place)
        self._line(f"{indent}{names[-1]} {{", rule.place)
        self._declarations(rule.declarations, indent + "  ")
        self._line(f"{indent}}}", rule.place)

    def _at_rule(self, rule: OutAtRule, indent: str) -> None:
        head = f"{indent}@{rule.name} {rule.prelude}".rstrip()
        if rule.children is None:
            self._line(f"{head};", rule.place)
            return
        start = len(self.lines)
        self._line(f"{head} {{", rule.place)
        self._declarations(rule.declarations, indent + "  ")
        self.write(rule.children, indent + "  ")
        if len(self.lines) == start + 1 and rule.name in ("media", "supports", "layer", "container"):
            del self.lines[start:], self.places[start:]
            return
        self._line(f"{indent}}}", rule.place)

    def _declarations(self, declarations: list[OutDeclaration], indent: str) -> None:
        for declaration in finished(declarations):
            important = " !important" if declaration.is_important else ""
            text = f"{indent}{declaration.name}: {declaration.value}{important};"
            for line in text.split("\n"):
                self._line(line, declaration.place)

    def _line(self, text: str, place: Place) -> None:
        self._left -= len(text)
        if self._left < 0:
            raise TooLong
        self.lines.append(text)
        self.places.append(place)


def finished(declarations: list[OutDeclaration]) -> list[OutDeclaration]:
    """Merged where `+:` asks for it; of equal declarations the last one stays."""
    merged: list[OutDeclaration] = []
    places: dict[tuple[str, bool], int] = {}
    for declaration in declarations:
        key = (declaration.name, declaration.is_important)
        if declaration.merge and key in places:
            first = merged[places[key]]
            glue = ", " if declaration.merge == "," else " "
            value = first.value + glue + declaration.value
            merged[places[key]] = OutDeclaration(first.name, value, first.is_important, "", first.place)
            continue
        if declaration.merge:
            places[key] = len(merged)
        merged.append(declaration)
    kept: dict[tuple[str, str, bool], OutDeclaration] = {}
    for declaration in merged:
        same = (declaration.name, declaration.value, declaration.is_important)
        kept.pop(same, None)
        kept[same] = declaration
    return list(kept.values())
