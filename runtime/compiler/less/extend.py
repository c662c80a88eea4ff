"""`:extend`: the extending selector joins every rule whose selector it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from runtime.compiler.less.output import Out, OutAtRule, OutRule
from runtime.compiler.less.selectors import Part, Selector, Target

MAX_EXTENDS = 5_000


@dataclass(frozen=True, slots=True)
class Extend:
    """`selector` joins what `target` names, within the same media conditions."""

    target: Target
    selector: Selector
    media: tuple[str, ...]
    is_reference: bool = False


def apply_extends(outs: list[Out], extends: list[Extend], check: Callable[[], None]) -> None:
    """Adds selectors to the rules. `check` raises when the time is over."""
    if not extends:
        return
    chained = _chained(extends, check)
    for rule in _rules(outs):
        check()
        known = set(rule.selectors)
        for extend in chained:
            if extend.media and rule.media != extend.media:
                continue
            for selector in rule.selectors:
                for made in _extended(selector, extend):
                    if made not in known:
                        known.add(made)
                        rule.extended.append(made)


def _chained(extends: list[Extend], check: Callable[[], None]) -> list[Extend]:
    """An extending selector that is extended itself hands on what it joins. No extend counts twice in a chain."""
    found = list(dict.fromkeys(extends))
    fresh = [(extend, frozenset((index,))) for index, extend in enumerate(found)]
    originals = list(enumerate(found))
    while fresh and len(found) < MAX_EXTENDS:
        following = []
        for late, used in fresh:
            check()
            for index, extend in originals:
                if index in used or (extend.media and extend.media != late.media):
                    continue
                for made in _extended(late.selector, extend):
                    joined = Extend(late.target, made, late.media, late.is_reference)
                    if joined not in found:
                        found.append(joined)
                        following.append((joined, used | {index}))
        fresh = following
    return found


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
