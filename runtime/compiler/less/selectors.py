"""Selectors as lists of simple parts, for nesting and `:extend`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from runtime.compiler.less.source import LessError

_PART = re.compile(
    r"""(?P<space>\s*(?:>>>|/deep/|[>+~|])\s*|\s+)
    |(?P<parent>&)
    |(?P<part>\[(?:"[^"]*+"|'[^']*+'|[^\]"'])*+\]
      |::?[\w-]+(?:\((?:[^()"']|"[^"]*+"|'[^']*+'|\((?:[^()]|\([^()]*+\))*+\))*+\))?
      |[.\#]?(?:[a-zA-Z0-9_\-\x80-\U0010ffff]|\\(?:[0-9a-fA-F]{1,6}+\s?|.))++%?
      |\*|\d+(?:\.\d+)?%|.)""",
    re.VERBOSE | re.DOTALL,
)
_EXTEND = re.compile(r":extend\(((?:[^()]|\([^()]*+\))*+)\)")


@dataclass(frozen=True, slots=True)
class Part:
    """A simple selector and what joins it to the one before: `""`, `" "`, `">"`, …"""

    combinator: str
    text: str


Selector = tuple[Part, ...]

MAX_PARTS = 200_000
"""Simple selectors of one rule, all its selectors together. Nesting multiplies them."""


@dataclass(frozen=True, slots=True)
class Target:
    """What `:extend` names. `is_all`: also as a part of longer selectors."""

    selector: Selector
    is_all: bool


def parse_selector(text: str) -> Selector:
    """The parts of one selector without commas."""
    parts: list[Part] = []
    combinator = ""
    for match in _PART.finditer(text.strip()):
        if match["space"]:
            combinator = match["space"].strip() or " "
            continue
        found = match["parent"] or match["part"]
        glued = combinator == "" and parts and parts[-1].text != "&" and found[0] not in "&.#:[*"
        if glued:
            parts[-1] = Part(parts[-1].combinator, parts[-1].text + found)
        else:
            parts.append(Part(combinator, found))
        combinator = ""
    if combinator.strip():
        parts.append(Part(combinator, ""))
    return tuple(parts)


def split_extends(text: str) -> tuple[str, list[Target]]:
    """A selector without its `:extend(…)`, and what that names."""
    targets = [target for match in _EXTEND.finditer(text) for target in parse_targets(match[1])]
    return _EXTEND.sub("", text).strip(), targets


def parse_targets(text: str) -> list[Target]:
    """The list between the parentheses of `:extend`."""
    targets = []
    for item in text.split(","):
        name, _, last = item.strip().rpartition(" ")
        is_all = last == "all" and bool(name)
        targets.append(Target(parse_selector(name if is_all else item.strip()), is_all))
    return targets


def join(parents: tuple[Selector, ...], selector: Selector) -> list[Selector]:
    """The selector below each parent: `&` stands for the parent, without it the parent comes in front."""
    has_inner = any("&" in part.text and part.text != "&" for part in selector)
    if not any(part.text == "&" for part in selector) and not has_inner:
        if not parents or not selector:
            return [selector]
        if sum(len(parent) + len(selector) for parent in parents) > MAX_PARTS:
            raise LessError("less/too-many-selectors")
        first = Part(selector[0].combinator or " ", selector[0].text)
        return [(*parent, first, *selector[1:]) for parent in parents]
    if not parents:
        kept = tuple(part for part in selector if part.text != "&") or selector
        return [tuple(_merge((Part("", kept[0].text), *kept[1:])))]
    places = [part for part in selector if "&" in part.text]
    longest = max(len(parent) for parent in parents)
    if len(parents) ** len(places) * (len(selector) + len(places) * longest) > MAX_PARTS:
        raise LessError("less/too-many-selectors")
    return [_filled(selector, choice) for choice in product(parents, repeat=len(places))]


def _filled(selector: Selector, choice: tuple[Selector, ...]) -> Selector:
    parts: list[Part] = []
    following = iter(choice)
    for part in selector:
        if part.text == "&":
            parent = next(following)
            first = Part(part.combinator or (parent[0].combinator if not parts else ""), parent[0].text)
            parts += [first, *parent[1:]]
        elif "&" in part.text:
            parts.append(Part(part.combinator, part.text.replace("&", write_selector(next(following)))))
        else:
            parts.append(part)
    return tuple(_merge(tuple(parts)))


def _merge(selector: Selector) -> list[Part]:
    """`&-suffix` becomes one part."""
    parts: list[Part] = []
    for part in selector:
        if parts and not part.combinator and part.text[:1] not in (".", "#", ":", "[", "*", "&", ""):
            parts[-1] = Part(parts[-1].combinator, parts[-1].text + part.text)
        else:
            parts.append(part)
    return parts


def write_selector(selector: Selector) -> str:
    """The text of a selector."""
    text = ""
    for part in selector:
        if part.combinator == " ":
            text += " " if text else ""
        elif part.combinator:
            text += f" {part.combinator} " if text else f"{part.combinator} "
        text += part.text
    return text.strip()


def mixin_names(selector: Selector) -> tuple[str, ...]:
    """The class and id names by which a ruleset can be called as a mixin; empty if it cannot."""
    names = [part.text for part in selector if part.text != "&"]
    return tuple(names) if all(name[:1] in (".", "#") and len(name) > 1 for name in names) else ()


def split_list(text: str) -> list[str]:
    """The members of a list with commas, as it came out of an interpolation."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()]
