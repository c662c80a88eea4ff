"""Settles the cascade: which declaration wins each longhand, what is overridden, what is inherited.

Source: CSS Cascading and Inheritance, "cascade sorting order". All sheets of a page are of one origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from runtime.inspector.model import (
    ElementStyles,
    Fate,
    RuleKind,
    ShownDeclaration,
    ShownRule,
    StyleSection,
)
from runtime.inspector.rule_sources import RuleSource, RuleSources
from runtime.inspector.specificity import specificity
from runtime.protocol.inspection import Declared, MatchedRule, StyleAnswer, StyledElement

_UNLAYERED = 1 << 20
_BUILT_IN = "phone:"
"""The sheet of the built-in components: what it says of elements around matters only as far as it is inherited."""
Weight = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A rule with what decides about it, apart from the importance of each declaration."""

    rule: ShownRule
    is_inline: bool
    layer: int
    specificity: tuple[int, int, int]
    order: int

    def weight(self, index: int, *, is_important: bool) -> Weight:
        """The heavier one wins."""
        layer = self.layer if self.layer >= 0 else _UNLAYERED
        # Importance turns the order of the layers round.
        layered = -layer if is_important else layer
        return (is_important, self.is_inline, layered, *self.specificity, self.order, index)


def settle(answer: StyleAnswer, sources: RuleSources) -> ElementStyles:
    """The sections as they are shown, what weighs most first."""
    own = _weighed(answer.element, sources, with_inline=True)
    plain = [one for one in own if not one[1]]
    winners: dict[str, tuple[ShownRule, ShownDeclaration]] = {}
    sections = [StyleSection(_fates([rule for rule, _ in plain], winners, frozenset(), inherits=False))]
    taken = set(winners)
    for pseudo in dict.fromkeys(pseudo for _, pseudo in own if pseudo):
        rules = [rule for rule, one in own if one == pseudo]
        sections.append(StyleSection(_fates(rules, {}, frozenset(), inherits=False), pseudo=pseudo))
    for styled in answer.above:
        rules = [rule for rule, pseudo in _weighed(styled, sources, with_inline=bool(styled.inline)) if not pseudo]
        found: dict[str, tuple[ShownRule, ShownDeclaration]] = {}
        shown = _fates(rules, found, frozenset(taken), inherits=True)
        if shown:
            sections.append(StyleSection(shown, tag=styled.tag, ref=styled.ref))
        passed_on = {name: one for name, one in found.items() if name not in taken and name in one[1].inherited}
        winners |= passed_on
        taken |= passed_on.keys()
    return ElementStyles(
        tuple(sections),
        answer.computed,
        answer.box,
        tuple(answer.forced),
        answer.element.style,
        answer.element.classes,
        winners,
    )


def _weighed(styled: StyledElement, sources: RuleSources, *, with_inline: bool) -> list[tuple[_Weighed, str]]:
    found = []
    for order, matched in enumerate(styled.rules):
        rule = _shown(matched, sources.of(matched), sources)
        weighed = _Weighed(rule, False, matched.layer, specificity(matched.parts), order)
        found.append((weighed, matched.pseudo))
    inline: list[tuple[RuleKind, Sequence[Declared]]] = [("inline", styled.inline)] if with_inline else []
    if styled.added:
        inline.append(("added", styled.added))
    for order, (kind, declarations) in enumerate(inline):
        shown = tuple(_declaration(one, index) for index, one in enumerate(declarations))
        found.append((_Weighed(ShownRule(kind, "", shown), True, -1, (0, 0, 0), order), ""))
    return found


def _shown(matched: MatchedRule, source: RuleSource | None, sources: RuleSources) -> ShownRule:
    path = matched.sheet.partition(":")[2]
    shown = []
    for index, declared in enumerate(matched.declarations):
        stretch = source.stretches[index] if source else None
        finding = sources.finding_at(path, stretch) if stretch and declared.problem else None
        shown.append(replace(_declaration(declared, index), source=stretch, finding=finding))
    for stretch in source.disabled if source else ():
        shown.append(ShownDeclaration(stretch.name, stretch.value, False, "disabled", source=stretch))
    for one in source.undeclared if source else ():
        finding = sources.finding_at(path, one.source)
        shown.append(
            ShownDeclaration(one.text, "", False, "dropped", reason=one.reason, finding=finding, source=one.source)
        )
    place = source.place if source else None
    written = _sorted(shown) if place is not None and place.end >= 0 else shown
    return ShownRule(
        "rule",
        place.prelude if place and place.prelude else matched.selector,
        tuple(written),
        matched.sheet,
        matched.rule,
        tuple(matched.conditions),
        place,
        matched.is_dropped,
    )


def _sorted(shown: list[ShownDeclaration]) -> list[ShownDeclaration]:
    """In the order of the file, if all of it is in one."""
    places = [(one.source.file, one.source.start) for one in shown if one.source and one.source.start >= 0]
    if len(places) < len(shown) or len({file for file, _ in places}) > 1:
        return shown
    return sorted(shown, key=lambda one: one.source.start if one.source else 0)


def _declaration(declared: Declared, index: int) -> ShownDeclaration:
    fate: Fate = "dropped" if declared.problem else "active"
    return ShownDeclaration(
        declared.property,
        declared.value,
        declared.important,
        fate,
        index,
        tuple(declared.longhands),
        tuple(declared.inherited),
        declared.problem,
    )


def _fates(
    rules: Iterable[_Weighed],
    winners: dict[str, tuple[ShownRule, ShownDeclaration]],
    taken: frozenset[str],
    *,
    inherits: bool,
) -> tuple[ShownRule, ...]:
    """The rules with the fates of their declarations, the heaviest first. `winners` takes who has won what.

    `taken`: longhands that something nearer sets.
    """
    rules = sorted(rules, key=lambda one: one.weight(0, is_important=False), reverse=True)
    heaviest: dict[str, tuple[Weight, _Weighed, ShownDeclaration]] = {}
    for one in rules:
        if one.rule.is_dropped:
            continue
        for declaration in one.rule.declarations:
            if declaration.fate != "active":
                continue
            weight = one.weight(declaration.index, is_important=declaration.is_important)
            for name in declaration.longhands:
                if name not in heaviest or heaviest[name][0] < weight:
                    heaviest[name] = (weight, one, declaration)
    winners.update({name: (one.rule, declaration) for name, (_, one, declaration) in heaviest.items()})
    won = {(id(one), declaration.index): set[str]() for _, one, declaration in heaviest.values()}
    for name, (_, one, declaration) in heaviest.items():
        won[id(one), declaration.index].add(name)
    shown = []
    for one in rules:
        judged = tuple(
            _judged(declaration, won.get((id(one), declaration.index), set()), taken, one.rule, inherits=inherits)
            for declaration in one.rule.declarations
        )
        if inherits and one.rule.sheet == _BUILT_IN:
            judged = tuple(declaration for declaration in judged if declaration.fate != "not_inherited")
        shown.append(replace(one.rule, declarations=judged))
    return tuple(rule for rule in shown if rule.declarations or rule.kind == "inline" or rule.place is not None)


def _judged(
    declaration: ShownDeclaration, won: set[str], taken: frozenset[str], rule: ShownRule, *, inherits: bool
) -> ShownDeclaration:
    if declaration.fate != "active":
        return declaration
    if rule.is_dropped:
        return replace(declaration, fate="dropped", reason="selector")
    if inherits:
        if not declaration.inherited:
            return replace(declaration, fate="not_inherited")
        won = won.intersection(declaration.inherited) - taken
    return declaration if won else replace(declaration, fate="overridden")
