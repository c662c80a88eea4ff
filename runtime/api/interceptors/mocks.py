"""Mock rules: the user's own answers to calls, in place of what would be carried out.

A rule is code or data of the user: whatever it does, the call ends in form and the console says what was wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from runtime.api.call import ApiFailure, Call, Request
from runtime.api.interceptor import GoOn
from runtime.api.interceptors.outcomes import end_with
from runtime.api.registry import Entry
from runtime.api.report import ReportPort


class Answer(Protocol):
    """Ends the call; `by` names the rule for those who read the timeline."""

    def __call__(self, outcome: Any, by: str = "", /) -> None: ...


Rule = Callable[[Request, Answer, GoOn], None]
"""Gets the request and calls one of both, now or later: `answer` with the result (of a call with callbacks its members,
of a sync one the value) or with an `ApiFailure` (any other exception says what is wrong with the rule); or the other,
and the call goes on as if there were no rule."""


class Mocks:
    """The interceptor with all rules by name. `changed` hears when other names have one."""

    patience_ms = 60_000

    def __init__(self, report: ReportPort, changed: Callable[[], object]) -> None:
        self._report = report
        self._changed = changed
        self._rules: dict[str, Rule] = {}

    @property
    def names(self) -> frozenset[str] | None:
        """Names with a rule."""
        return frozenset(self._rules)

    def put(self, name: str, rule: Rule | None) -> None:
        """Sets the rule of an API (`request`, `FileSystemManager.readFile`); None takes it away."""
        self.change({name: rule})

    def change(self, rules: Mapping[str, Rule | None]) -> None:
        """The same for several, told once."""
        for name, rule in rules.items():
            if rule is None:
                self._rules.pop(name, None)
            else:
                self._rules[name] = rule
        self._changed()

    def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
        """Asks the rule."""
        held = _MockedCall(call, entry, go_on, self._report)
        try:
            self._rules[call.request.name](call.request, held.answer, held.let_go)
        except ApiFailure as failure:
            held.answer(failure)
        except Exception as error:
            # The edge to the user's rule.
            held.refuse(f"{type(error).__name__}: {error}")


class _MockedCall:
    """A call in the hands of a rule: the first thing that it says counts."""

    def __init__(self, call: Call, entry: Entry, go_on: GoOn, report: ReportPort) -> None:
        self._call = call
        self._entry = entry
        self._go_on = go_on
        self._report = report
        self._is_over = False
        self._has_gone_on = False

    def answer(self, outcome: Any, by: str = "", /) -> None:
        """Ends the call."""
        if self._is_over or self._call.is_ended:
            return
        self._is_over = True
        self._call.rule = by
        if isinstance(outcome, Exception) and not isinstance(outcome, ApiFailure):
            self.refuse(str(outcome))
        elif wrong := end_with(self._call, self._entry, outcome):
            self.refuse(wrong)

    def let_go(self) -> None:
        """Leaves the call to those behind."""
        if not self._is_over:
            self._is_over = self._has_gone_on = True
            self._go_on()

    def refuse(self, why: str) -> None:
        """Says what was wrong with the rule; the call fails if it still waits for it."""
        name, rule = self._call.request.name, self._call.rule
        self._report.notice(
            "api/mock-failed", {"api": name, "why": f"{rule}: {why}" if rule not in ("", name) else why}
        )
        if not (self._has_gone_on or self._call.is_ended):
            self._is_over = True
            self._call.fail("mock rule failed")
