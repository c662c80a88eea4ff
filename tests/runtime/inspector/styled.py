"""The answer of a view that styles one element with every rule of some sheets, in the order in which they come."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from runtime.compiler.build import BuildResult, build
from runtime.inspector.cascade import settle
from runtime.inspector.model import ElementStyles, ShownRule
from runtime.inspector.rule_sources import RuleSources
from runtime.project.load import load_project
from runtime.protocol.inspection import BoxModel, Declared, MatchedRule, Sides, StyleAnswer, StyledElement
from tests.support.project_folder import PAGE, write_project

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
INHERITED = {"color", "font-size", "font-family"}
LONGHANDS = {"margin": ("margin-top", "margin-left"), "font": ("font-size", "font-family")}
BOX = BoxModel(0, 0, Sides(0, 0, 0, 0), Sides(0, 0, 0, 0), Sides(0, 0, 0, 0), "static")


def declared(text: str, line: int = 0) -> Declared:
    """`name: value`, as a view reads it that knows no property with an x in it."""
    name, _, value = text.partition(":")
    name, value = name.strip(), value.strip()
    is_important = value.endswith("!important")
    problem = "property" if "x" in name else "value" if "bad" in value else ""
    longhands = () if problem else LONGHANDS.get(name, (name,))
    return Declared(
        name,
        value.removesuffix("!important").strip(),
        is_important,
        list(longhands),
        [one for one in longhands if one in INHERITED],
        problem,  # type: ignore[arg-type]
        line,
    )


def matched(key: str, css: str) -> list[MatchedRule]:
    """All rules of a sheet, numbered."""
    found = []
    css = re.sub(r"/\*.*?\*/", lambda comment: re.sub(r"[^\n]", " ", comment[0]), css, flags=re.DOTALL)
    for number, match in enumerate(_RULE.finditer(css)):
        start = len(match[1]) - len(match[1].lstrip())
        declarations, at = [], match.start(2)
        for piece in match[2].split(";"):
            if ":" in piece:
                lead = len(piece) - len(piece.lstrip())
                declarations.append(declared(piece, css.count("\n", match.start(1) + start, at + lead)))
            at += len(piece) + 1
        selector = match[1].strip()
        found.append(MatchedRule(key, number, selector, selector.split(","), declarations))
    return found


def css_of(result: BuildResult, path: str) -> str:
    """The text of a linked sheet with its lengths as they were."""
    parts = result.styles[path].parts
    return "".join(
        "" if part is None else f"{part}rpx" if isinstance(part, (int, float)) else str(part) for part in parts
    )


class StyledProject:
    """A page `pages/index/index` with further files."""

    def __init__(self, root: Path, files: Mapping[str, str]) -> None:
        self.build = build(load_project(write_project(root, {**PAGE, **files})))
        self.sources = RuleSources(self.build.styles.get, self.build.project.files.text)

    def styles(self, *keys: str, above: Sequence[str] = (), inline: Sequence[Declared] = ()) -> ElementStyles:
        """Of an element with the rules of the sheets `keys`, in an element with those of `above`."""
        own = StyledElement("view", (1, 0), self.rules(keys), list(inline))
        around = [StyledElement("page", None, self.rules(above))] if above else []
        return settle(StyleAnswer(own, around, {}, BOX), self.sources)

    def rules(self, keys: Sequence[str]) -> list[MatchedRule]:
        """What the view would tell of these sheets."""
        return [rule for key in keys for rule in matched(key, css_of(self.build, key.partition(":")[2]))]


def read(rule: ShownRule) -> list[str]:
    """A rule as text: `file:line selector`, then each declaration with its fate and its line."""
    head = f"{rule.place.file}:{rule.place.line} {rule.text}" if rule.place else rule.text or rule.kind
    return [head, *(f"{one.name}: {one.written} | {one.fate}{_line(one.source)}" for one in rule.declarations)]


def _line(source: object) -> str:
    line = getattr(source, "line", 0)
    return f" {line}" if line else ""
