"""Calls of setData, added up and judged."""

from __future__ import annotations

import msgspec

from ide.models.updates.calls import Call, call_of, timing_of
from ide.models.updates.ledger import Ledger
from runtime.protocol.set_data import SetDataCall, SetKey
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import DomTiming, Record

PAGE = "pages/a/a"
TIMING = DomTiming(1.0, 2.0, 3.0, 4.0)


def call(time_ms: float = 0.0, *keys: SetKey, path: str = PAGE, size: int = 10) -> Call:
    return Call(time_ms, path, 1, 5, len(keys), size, 0.5, keys, StackFrame("tap", "a.js", 3, 1))


def test_a_record_of_a_call_is_read_and_others_are_not() -> None:
    told = SetDataCall(1, 5, PAGE, 1, 10, 0.5, [SetKey("n", 10)], [StackFrame("tap", "a.js", 3, 1)])
    record = Record(1, 7.0, "bridge", "setData", code="set-data", payload=msgspec.json.encode(told))
    assert call_of(record) == call(7.0, SetKey("n", 10))
    assert call_of(msgspec.structs.replace(record, code="")) is None
    assert call_of(msgspec.structs.replace(record, payload=b'{"m":"set-data-call"')) is None


def test_a_call_finds_the_frame_that_showed_it() -> None:
    dom = Record(2, 8.0, "bridge", "dom", payload=b'{"m":"dom","page_id":1,"batch_id":5,"ops":[]}', timing=TIMING)
    drawn = timing_of(dom)
    assert drawn == ((1, 5), TIMING)
    ledger = Ledger()
    assert ledger.timing(call()) is None
    ledger.drawn(*drawn)
    assert ledger.timing(call()) == TIMING


def test_calls_are_added_up_by_component_the_largest_first() -> None:
    ledger = Ledger()
    ledger.add(call(0.0, SetKey("n", 4), size=4, path="card"))
    for at in (0.0, 10.0):
        ledger.add(call(at, SetKey("list", 90), SetKey("n", 10, is_unchanged=True), size=100))
    first, second = ledger.totals
    assert (first.path, first.calls, first.size, first.largest, first.wasted) == (PAGE, 2, 200, 100, 20)
    assert (first.keys["list"].size, first.keys["n"].unchanged) == (180, 2)
    assert first.places == {("a.js", 3): 2}
    assert second.path == "card"
    ledger.clear()
    assert ledger.totals == []


def test_calls_are_counted_within_any_second() -> None:
    ledger = Ledger()
    for at in range(0, 2000, 40):
        ledger.add(call(float(at)))
    (total,) = ledger.totals
    assert total.most_in_a_second == 25
    assert total.calls_in_last_second(1960.0) == 25
    assert total.calls_in_last_second(5000.0) == 0
    assert [kind for kind, _ in total.advice()] == ["often"]


def test_what_costs_a_phone_time_is_said() -> None:
    ledger = Ledger()
    ledger.add(call(0.0, SetKey("a", 1, is_unread=True), SetKey("b", 1, is_unchanged=True), size=300 * 1024))
    ledger.add(call(0.0, path="big", size=2000 * 1024))
    advice = {total.path: total.advice() for total in ledger.totals}
    assert advice == {
        "big": [("too-large", {"size": "2000"})],
        PAGE: [("large", {"size": "300"}), ("unread", {"keys": "a"}), ("unchanged", {"keys": "b"})],
    }


def test_very_many_batches_and_calls_are_forgotten_the_oldest_first() -> None:
    ledger = Ledger()
    for number in range(5000):
        ledger.drawn((1, number), TIMING)
        ledger.add(call(float(number)))
    assert ledger.timing(call()) is None
    assert len(ledger.totals[0].recent) == 200
