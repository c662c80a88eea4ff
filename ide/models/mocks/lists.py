"""The list of mock rules as rows, and what may be done to its order. Plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ide.models.mocks.drafts import draft_of, kind_of
from ide.models.texts import Texts
from runtime.mocks.model import MockFile, MockRule
from runtime.mocks.read import MAX_BYTES, MockError, as_text, read_mocks

__all__ = ["MockFile", "RuleRow", "as_text", "moved", "read_file", "rows_of", "with_order", "with_switch"]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """`number` is its place in the file; `what` says what it does."""

    number: int
    title: str
    api: str
    what: str
    is_on: bool
    hits: int


def rows_of(mocks: MockFile, hits: Sequence[int], needle: str, texts: Texts) -> list[RuleRow]:
    """The rules whose name, conditions or answer hold a text (in lower case)."""
    rows = []
    for number, rule in enumerate(mocks.rules):
        if needle and not _is_found(rule, needle):
            continue
        count = hits[number] if number < len(hits) else 0
        rows.append(RuleRow(number, _shown_title(rule), rule.api, _what(rule, texts), not rule.off, count))
    return rows


def moved(rules: Sequence[MockRule], number: int, to: int) -> list[MockRule]:
    """The rule stands before the one that was at `to`."""
    others = [rule for place, rule in enumerate(rules) if place != number]
    others.insert(to - 1 if to > number else to, rules[number])
    return others


def with_order(mocks: MockFile, rules: Sequence[MockRule] | None = None, *, is_off: bool | None = None) -> MockFile:
    """With other rules, or all switched on or off."""
    return MockFile(mocks.off if is_off is None else is_off, list(mocks.rules if rules is None else rules))


def with_switch(mocks: MockFile, number: int, *, is_on: bool) -> MockFile:
    """With one rule switched on or off."""
    rules = list(mocks.rules)
    rules[number] = msgspec.structs.replace(rules[number], off=not is_on)
    return with_order(mocks, rules)


def read_file(path: Path) -> MockFile | str:
    """The rules of a file that somebody has chosen, or what is wrong with it."""
    try:
        with path.open("rb") as file:
            return read_mocks(file.read(MAX_BYTES + 1).decode("utf-8-sig"), path.name)
    except OSError as error:
        return f"{path.name}: {error.strerror or error}"
    except (MockError, UnicodeDecodeError) as error:
        return str(error)


def _shown_title(rule: MockRule) -> str:
    return rule.title or " ".join(filter(None, (rule.when.method, rule.when.url))) or rule.api


def _is_found(rule: MockRule, needle: str) -> bool:
    draft = draft_of(rule)
    return any(needle in text.lower() for text in (draft.api, draft.title, draft.url, draft.body))


def _what(rule: MockRule, texts: Texts) -> str:
    words = [texts(f"mock.kind.{kind_of(rule)}")]
    if rule.fail_rate is not None:
        words.append(texts("mock.fails", share=f"{rule.fail_rate * 100:g}"))
    if rule.delay:
        span = rule.delay if isinstance(rule.delay, list) else [rule.delay]
        words.append("–".join(f"{one:g}" for one in span) + " ms")
    return " · ".join(words)
