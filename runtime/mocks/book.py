"""The mock rules of one program: which has a call, what it answers, how often each was asked.

Pure: time, functions in JavaScript and real calls are ports. Holding and ending a call is left to the interceptor
(`runtime/api/interceptors/mocks.py`), which gets one rule for each API from here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any, Protocol

from msgspec import UNSET

from runtime.api.call import ApiFailure, Request
from runtime.api.interceptor import GoOn
from runtime.api.interceptors.mocks import Answer, Rule
from runtime.mocks.matching import fits
from runtime.mocks.model import MockFile, MockRule
from runtime.mocks.template import Filling, filled

Done = Callable[[Any], None]
USUAL_REASON = "mock failure"


@dataclass(frozen=True, slots=True)
class LetGo:
    """What a function answers that leaves the call alone."""


class Scripts(Protocol):
    """Runs the functions of rules where they can be stopped."""

    def run(self, code: str, request: Request, count: int, done: Done) -> None:
        """`done` hears what it answers: a result, an `ApiFailure`, a `LetGo`; or a `ScriptFault`. Once."""


class ScriptFault(Exception):
    """A function that threw, did not end, or cannot be read: why."""


@dataclass(frozen=True, slots=True)
class Ports:
    """`after` runs a task so many milliseconds later, `now` gives Unix seconds."""

    scripts: Scripts
    after: Callable[[int, Callable[[], None]], object]
    random: Random
    now: Callable[[], float] = time.time


class MockBook:
    """`hits` are the calls that each rule has had since the program started, in the order of the rules."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self.rules: Sequence[MockRule] = ()
        self.hits: list[int] = []
        self._seen: list[int] = []
        self._by_name: Mapping[str, Sequence[int]] = {}
        self._is_real = False

    def take(self, mocks: MockFile) -> dict[str, Rule]:
        """These rules count from now on; a rule that was there before goes on counting. What the interceptor needs."""
        counted = {_identity(rule): (self.hits[number], self._seen[number]) for number, rule in enumerate(self.rules)}
        self.rules = tuple(mocks.rules)
        kept = [counted.get(_identity(rule), (0, 0)) for rule in self.rules]
        self.hits, self._seen = [one for one, _ in kept], [one for _, one in kept]
        by_name: dict[str, list[int]] = {}
        for number, rule in enumerate(self.rules):
            if not (mocks.off or rule.off):
                by_name.setdefault(rule.name, []).append(number)
        self._by_name = by_name
        return dict.fromkeys(by_name, self._answer)

    def start_afresh(self) -> None:
        """Another run begins: its calls count from 1."""
        self.hits, self._seen = [0] * len(self.rules), [0] * len(self.rules)

    def carry_out(self, start: Callable[[], object]) -> None:
        """The call that `start` begins is real: no rule has it."""
        self._is_real = True
        try:
            start()
        finally:
            self._is_real = False

    def would_answer(self, request: Request, rule: MockRule, done: Done) -> bool:
        """Whether this rule is for a call; `done` hears what it would get, as of `Scripts.run`, without delay and
        without being counted."""
        is_fit = fits(rule.when, request.args)
        if is_fit:
            self._outcome(rule, request, 1, done)
        return is_fit

    def _answer(self, request: Request, answer: Answer, go_on: GoOn) -> None:
        if self._is_real:
            # It alone, not what it leads to.
            self._is_real = False
            return go_on()
        number = self._chosen(request)
        if number is None:
            return go_on()
        rule = self.rules[number]
        self.hits[number] += 1
        act = partial(self._outcome, rule, request, self._seen[number], partial(_tell, rule, answer, go_on))
        if rule.delay:
            self._ports.after(self._delay_ms(rule), act)
        else:
            act()

    def _chosen(self, request: Request) -> int | None:
        """The first rule that fits; those before it that fit but for the number of the call have counted it."""
        for number in self._by_name.get(request.name, ()):
            when = self.rules[number].when
            if not fits(when, request.args):
                continue
            self._seen[number] += 1
            seen = self._seen[number]
            if (when.nth is None or seen == when.nth) and (when.first is None or seen <= when.first):
                return number
        return None

    def _outcome(self, rule: MockRule, request: Request, count: int, done: Done) -> None:
        fails = rule.fail is not UNSET or rule.fail_rate is not None
        if fails and (rule.fail_rate is None or self._ports.random.random() < rule.fail_rate):
            reason = USUAL_REASON if rule.fail is UNSET else str(rule.fail)
            done(ApiFailure(reason, rule.errno))
        elif rule.result is not UNSET:
            done(rule.result)
        elif rule.template is not UNSET:
            filling = Filling(request.args, count, self._ports.now() * 1000, self._ports.random)
            done(filled(rule.template, filling))
        elif rule.code:
            self._ports.scripts.run(rule.code, request, count, done)
        else:
            done(LetGo())

    def _delay_ms(self, rule: MockRule) -> int:
        low, high = rule.delay if isinstance(rule.delay, list) else (rule.delay, rule.delay)
        return round(self._ports.random.uniform(low, high))


def label(rule: MockRule) -> str:
    """How a rule is called where it is told that it has answered."""
    return rule.title or rule.name


def _tell(rule: MockRule, answer: Answer, go_on: GoOn, outcome: Any) -> None:
    if isinstance(outcome, LetGo):
        go_on()
    else:
        failed = isinstance(outcome, ApiFailure)
        answer(ApiFailure(_bare(outcome.reason), outcome.errno) if failed else outcome, label(rule))


def _bare(reason: str) -> str:
    """What stands after `fail`, of a whole `errMsg` too."""
    _, sign, behind = reason.partition(":fail")
    return behind.strip() if sign else reason


def _identity(rule: MockRule) -> tuple[str, str, str]:
    return (rule.name, rule.title, repr(rule.when))
