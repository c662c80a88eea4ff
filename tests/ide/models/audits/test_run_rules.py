"""What a run shows against the platform's limits: each rule finds what is over its limit and leaves what is not."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from ide.models.audits import limits
from ide.models.audits.run_rules import RunRules
from ide.models.updates.ledger import CALLS_A_SECOND, LARGE_SIZE
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import Direction, Record
from tests.support.debug_target import launched

PAGE = "pages/a/a"
DOM = Record(2, 1e12, "bridge", "dom U×1", Direction.LOGIC_TO_HOST, outcome="pending", page=PAGE)
CALL = Record(
    3, 1e12, "api", "request", outcome="pending", payload=b'{"url": "https://shop.example/list?page=1"}',
    stack=(StackFrame("load", "a.js", 3, 7),),
)  # fmt: skip
ERROR = Record(4, 1e12, "error", "TypeError: x", level="error", stack=(StackFrame("tap", "a.js", 3, 7),))
BUSY = Record(5, 1e12, "notice", "busy", code="busy", detail={"what": "pages/a/a tap", "ms": "1500"})
replace = msgspec.structs.replace


def found(*records: Record) -> dict[str, int]:
    """How many findings of each rule come of a run."""
    rules = RunRules()
    rules.receive([launched(), *records])
    return {verdict.name: len(verdict.findings) for verdict in rules.verdicts() if verdict.findings}


def painted(duration_ms: float, time_ms: float = 1e12) -> Record:
    return replace(DOM, outcome="ok", duration_ms=duration_ms, time_ms=time_ms)


def ended(duration_ms: float, outcome: str = "ok") -> Record:
    return replace(CALL, outcome=outcome, duration_ms=duration_ms, result=b'{"errMsg": "request:fail timeout"}')


FIRST = painted(1)


@pytest.mark.parametrize(
    ("rule", "over", "under"),
    [
        ("audit/slow-start", [painted(limits.MOST_START_MS + 1)], [painted(limits.MOST_START_MS)]),
        ("audit/slow-update", [FIRST, painted(limits.MOST_UPDATE_MS + 1)], [FIRST, painted(limits.MOST_UPDATE_MS)]),
        ("audit/large-update", [replace(DOM, size_bytes=LARGE_SIZE + 1)], [replace(DOM, size_bytes=LARGE_SIZE)]),
        ("audit/frequent-updates", [DOM] * (CALLS_A_SECOND + 1), [DOM] * CALLS_A_SECOND),
        (
            "audit/many-requests",
            [CALL] * (limits.MOST_REQUESTS_A_SECOND + 1),
            [CALL] * limits.MOST_REQUESTS_A_SECOND,
        ),
        ("audit/slow-request", [ended(limits.MOST_REQUEST_MS + 1)], [ended(limits.MOST_REQUEST_MS)]),
        ("audit/failed-call", [ended(1, "fail")], [ended(1)]),
        ("audit/exception", [ERROR], [replace(ERROR, origin="handset")]),
        ("audit/long-task", [BUSY], [replace(BUSY, code="")]),
    ],
    ids=lambda value: value.removeprefix("audit/") if isinstance(value, str) else "",
)
def test_each_rule_has_its_limit(rule: str, over: Sequence[Record], under: Sequence[Record]) -> None:
    assert found(*over) == {rule: 1}
    assert found(*under) == {}


def test_a_page_of_very_many_nodes_is_found() -> None:
    rules = RunRules()
    rules.receive([launched()])
    rules.page_seen(PAGE, limits.MOST_NODES - 1)
    assert not any(verdict.findings for verdict in rules.verdicts())
    rules.page_seen(PAGE, limits.MOST_NODES)
    (verdict,) = [verdict for verdict in rules.verdicts() if verdict.findings]
    assert (verdict.name, verdict.findings[0].span.file) == ("audit/large-page", f"{PAGE}.wxml")


def test_what_is_spread_over_time_is_not_much_at_once() -> None:
    assert found(*(replace(DOM, time_ms=1e12 + number * 60) for number in range(100))) == {}


def test_another_launch_begins_anew_and_without_one_there_is_nothing() -> None:
    rules = RunRules()
    assert rules.verdicts() == ()
    rules.receive([launched(), ERROR])
    rules.receive([launched(9)])
    assert not any(verdict.findings for verdict in rules.verdicts())
