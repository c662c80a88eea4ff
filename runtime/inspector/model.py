"""The style of an element as it is shown: sections of rules, rules of declarations, each with place and fate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from runtime.diagnostics import Diagnostic
from runtime.protocol.inspection import BoxModel, PseudoClass

Fate = Literal["active", "overridden", "dropped", "disabled", "not_inherited"]
"""What came of a declaration: it counts; another one wins; it says nothing; it is commented out; it stays where it is.
"""
Reason = Literal["", "property", "value", "selector", "colon", "nested"]
RuleKind = Literal["rule", "inline", "added"]
Ref = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SourceStretch:
    """A declaration as written, at offsets of the text that was compiled: `name: value;`.

    `end` is behind the semicolon, and behind the comment if it is disabled. `text` is all of it, `within` the selector
    of the rule around it: by these it is found again in a text that has changed meanwhile.
    """

    file: str
    line: int
    column: int
    name: str
    value: str
    start: int
    end: int
    text: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class ShownDeclaration:
    """`value` as the phone has it; `source` as the file has it, None where that is not known.

    `index`: which of the declarations of its rule, -1 for one that the sheet on the phone does not have.
    """

    name: str
    value: str
    is_important: bool
    fate: Fate
    index: int = -1
    longhands: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()
    reason: Reason = ""
    finding: Diagnostic | None = None
    source: SourceStretch | None = None

    @property
    def written(self) -> str:
        """The value as the user wrote it, as far as that is known."""
        return self.source.value if self.source else self.value


@dataclass(frozen=True, slots=True)
class RulePlace:
    """Where a rule stands in the source. `prelude`: all of its selector; `written`: as it stands there, nested or not;
    `body` and `end`: offsets of what is in its braces.

    `end` -1: what is written there cannot be edited from outside (the indented form of Sass).
    """

    file: str
    line: int
    column: int
    prelude: str
    written: str = ""
    body: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class ShownRule:
    """`sheet` and `number` name the rule in the view, `pseudo` the pseudo-element; `text` is the selector."""

    kind: RuleKind
    text: str
    declarations: tuple[ShownDeclaration, ...]
    sheet: str = ""
    number: int = -1
    conditions: tuple[str, ...] = ()
    place: RulePlace | None = None
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class StyleSection:
    """Rules of the element itself, of a pseudo-element of it (`pseudo`), or of one around it (`tag`, `ref`)."""

    rules: tuple[ShownRule, ...]
    pseudo: str = ""
    tag: str = ""
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class ElementStyles:
    """All of it. `computed` by name; `origins`: which declaration a computed longhand comes from."""

    sections: tuple[StyleSection, ...]
    computed: dict[str, str]
    box: BoxModel
    forced: tuple[PseudoClass, ...]
    style: str
    classes: str
    origins: dict[str, tuple[ShownRule, ShownDeclaration]]
