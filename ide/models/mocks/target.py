"""What a panel may ask about the mock rules of a program. A side of the debug target."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from ide.models.signal import Signal
from runtime.mocks.model import MockFile, MockRule


class MockRules(Protocol):
    """Those of one program. `changed` tells that rules, or what is wrong with their file, are others."""

    changed: Signal[None]

    @property
    def mocks(self) -> MockFile:
        """The rules that count; of a broken file those of before."""

    @property
    def hits(self) -> Sequence[int]:
        """How many calls each has answered since the program started."""

    @property
    def error(self) -> str:
        """What is wrong with the file, `file:line:column: what`; empty if it is well."""

    @property
    def file(self) -> str:
        """The file of the rules, as the editor opens it."""

    @property
    def is_off(self) -> bool:
        """Whether this run takes no rules at all."""

    @property
    def names(self) -> Sequence[str]:
        """All that a rule may be for, as people write it."""

    def keep(self, mocks: MockFile) -> str:
        """These rules from now on, in the file too; why that cannot be, or an empty text."""

    def try_rule(self, rule: MockRule, args: Mapping[str, Any], done: Callable[[str, Any], None]) -> None:
        """What a call with these arguments would get, without being counted: `done` hears `result` with it, `fail` with
        the text, `goes-on`, `unfit`, or `fault` with what is wrong with the rule."""
