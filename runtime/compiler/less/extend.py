"""`:extend`: the extending selector joins every rule whose selector it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runtime.compiler.less.output import Out, OutAtRule, OutRule
from runtime.compiler.less.selectors import Part, Selector, Target
from runtime.compiler.less.source import Place

MAX_ROUNDS = 20
MAX_SELECTORS = 5_000


@dataclass(frozen=True, slots=True)
class Extend:
    """`selector` joins what `target` names, within the same media conditions."""

    target: Target
    selector: Selector
    media: tuple[str, ...]
    is_reference: bool = False
    place: Place | None = None


def apply_extends(outs: list[Out], extends: list[Extend]) -> None:
    """Adds selectors to the rules. Extended selectors can be extended again."""
    if not extends:
        return
    for rule in _rules(outs):
        known = set(rule.selectors)
        fresh: list[Selector] = list(rule.selectors)
        for _ in range(MAX_ROUNDS):
            added: list[Selector] = []
            for extend in extends:
                if rule.media[: len(extend.media)] != extend.media:
                    continue
                for selector in fresh:
                    for made in _extended(selector, extend):
                        if made not in known and len(known) < MAX_SELECTORS:
                            known.add(made)
                            added.append(made)
            if not added:
                break
            rule.extended += added
            fresh = added


def _extended(selector: Selector, extend: Extend) -> Iterable[Selector]:
    wanted = extend.target.selector
    if not wanted:
        return
    if not extend.target.is_all:
        if _same(selector, wanted):
            yield extend.selector
        return
    length = len(wanted)
    index, made, found = 0, [], False
    while index < len(selector):
        window = selector[index : index + length]
        if len(window) == length and _same(window, wanted):
            found = True
            first = Part(selector[index].combinator, extend.selector[0].text)
            made += [first, *extend.selector[1:]]
            index += length
        else:
            made.append(selector[index])
            index += 1
    if found:
        yield tuple(made)


def _same(parts: Selector, wanted: Selector) -> bool:
    if len(parts) != len(wanted) or parts[0].text != wanted[0].text:
        return False
    return parts[1:] == wanted[1:]


def _rules(outs: list[Out]) -> Iterator[OutRule]:
    for out in outs:
        if isinstance(out, OutRule):
            yield out
        elif isinstance(out, OutAtRule) and out.children:
            yield from _rules(out.children)
