"""Reads and writes mock files: what is wrong in one is told with file, line and column."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import UNSET

from runtime.mocks.model import MockFile, MockRule
from runtime.project.json_faults import FormFault, fault_at, with_form
from runtime.project.json_text import Key, read_json
from runtime.protocol.codec import MAX_DEPTH, is_deep

MAX_BYTES = 4 * 1024 * 1024
MOST_PLACED_BYTES = 512 * 1024
"""Of a longer text the places of mistakes are not looked for: that takes seconds."""
MOST_RULES = 2000
_WAYS = ("result", "template", "script")


class MockError(ValueError):
    """What is wrong with a mock file: a line for each fault, `file:line:column: what`."""


def read_mocks(text: str, file: str) -> MockFile:
    """The rules of a file's text. Raises MockError."""
    if len(text) > MAX_BYTES:
        raise MockError(f"{file}:1:1: more than {MAX_BYTES // 1024**2} MB")
    if is_deep(text.encode("utf-8", "replace")):
        raise MockError(f"{file}:1:1: nested more than {MAX_DEPTH} levels deep")
    mocks, why = _at_once(text)
    if mocks is not None and len(mocks.rules) > MOST_RULES:
        raise MockError(f"{file}:1:1: {len(mocks.rules)} rules; no more than {MOST_RULES} are taken")
    if mocks is not None and not any(True for _ in _faults(mocks)):
        return mocks
    if len(text) > MOST_PLACED_BYTES:
        raise MockError(f"{file}:1:1: {why or next(_faults(mocks or MockFile()))[1]}")
    # Something is wrong, or written as people write: only now its place is worth the time.
    parsed = read_json(text, file)
    try:
        mocks = with_form(parsed, MockFile)
    except FormFault as error:
        raise MockError(str(error)) from None
    faults = [fault_at(parsed, key, what) for key, what in _faults(mocks)]
    if faults:
        raise MockError("\n".join(faults))
    return mocks


def as_text(mocks: MockFile) -> str:
    """A mock file."""
    written = msgspec.to_builtins(mocks)
    for rule in written.get("rules", ()):
        # Of a rule for all calls of its API nothing is said.
        if not rule.get("when", True):
            del rule["when"]
    return msgspec.json.format(msgspec.json.encode(written), indent=2).decode("utf-8") + "\n"


def read_rule(text: str) -> MockRule:
    """One rule as it stands in the list. Raises MockError without the name of a file."""
    mocks = read_mocks(f'{{"rules": [\n{text}\n]}}', "")
    if len(mocks.rules) != 1:
        raise MockError("1:1: one rule is wanted")
    return mocks.rules[0]


def _at_once(text: str) -> tuple[MockFile | None, str]:
    try:
        return msgspec.json.decode(text, type=MockFile), ""
    except (msgspec.MsgspecError, RecursionError) as error:
        return None, str(error)


def _faults(mocks: MockFile) -> Iterator[tuple[Key, str]]:
    for number, rule in enumerate(mocks.rules[:MOST_RULES]):
        key: Key = ("rules", number)
        ways = [way for way in _WAYS if getattr(rule, way) is not UNSET]
        if not rule.name:
            yield (*key, "api"), "a rule names its `api`"
        if len(ways) > 1:
            yield (*key, ways[1]), f"either `{ways[0]}` or `{ways[1]}`"
        if ways and rule.fail is not UNSET and rule.fail_rate is None:
            yield (*key, "fail"), f"`fail` beside `{ways[0]}` needs a `failRate`"
        if rule.errno is not None and rule.fail is UNSET:
            yield (*key, "errno"), "`errno` belongs to `fail`"
        if isinstance(rule.delay, list) and rule.delay[0] > rule.delay[1]:
            yield (*key, "delay"), "the shortest delay comes first"
