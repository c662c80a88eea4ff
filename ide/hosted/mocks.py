"""The mock rules of a running program, as a panel edits them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ide.models.signal import Signal
from runtime.api.call import ApiFailure, Request
from runtime.mocks.book import LetGo, ScriptFault
from runtime.mocks.model import MockFile, MockRule
from simulator.running.program import RunningProgram


class HostedMocks:
    """Implements `ide.models.mocks.target.MockRules`."""

    def __init__(self, program: RunningProgram) -> None:
        self.changed: Signal[None] = Signal()
        self._mocks = program.mocks
        self._mocks.changed = lambda: self.changed.emit(None)

    @property
    def mocks(self) -> MockFile:
        """Those that count."""
        return self._mocks.mocks

    @property
    def hits(self) -> Sequence[int]:
        """Of each."""
        return self._mocks.hits

    @property
    def error(self) -> str:
        """Of the file."""
        return self._mocks.error

    @property
    def file(self) -> str:
        """Relative to the project where it lies in it."""
        return self._mocks.shown_file

    @property
    def is_off(self) -> bool:
        """By the options of the run."""
        return self._mocks.is_off

    @property
    def names(self) -> Sequence[str]:
        """Of the platform's registry."""
        entries = self._mocks.platform.registry.entries
        return sorted(
            f"cloud.{name.removeprefix('WxCloud.')}" if name.startswith("WxCloud.") else name for name in entries
        )

    def keep(self, mocks: MockFile) -> str:
        """In the file of the project."""
        return self._mocks.keep(mocks)

    def try_rule(self, rule: MockRule, args: Mapping[str, Any], done: Callable[[str, Any], None]) -> None:
        """By the book of the program."""

        def told(outcome: Any) -> None:
            match outcome:
                case ApiFailure():
                    number = "" if outcome.errno is None else f" (errno {outcome.errno})"
                    done("fail", f"{outcome.reason}{number}")
                case LetGo():
                    done("goes-on", None)
                case ScriptFault():
                    done("fault", str(outcome))
                case _:
                    done("result", outcome)

        if not self._mocks.would_answer(Request(rule.name, args), rule, told):
            done("unfit", None)
