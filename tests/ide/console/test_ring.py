"""The console's memory."""

from __future__ import annotations

from msgspec.structs import replace

from ide.models.console.ring import Ring
from tests.ide.console.records import bridge, log


def test_a_later_state_replaces_the_record_in_its_place() -> None:
    ring = Ring()
    assert ring.put(log(1, "a"))
    assert ring.put(log(2, "b"))
    assert not ring.put(replace(log(1, "a"), outcome="ok"))
    assert [(record.sequence, record.outcome) for record in ring] == [(1, "ok"), (2, "none")]


def test_a_full_ring_drops_its_oldest() -> None:
    ring = Ring(capacity=10)
    for sequence in range(1, 12):
        ring.put(log(sequence, "x"))
    gone = ring.evict()
    assert gone == {1, 2, 3, 4, 5, 6}
    assert [record.sequence for record in ring] == [7, 8, 9, 10, 11]


def test_large_payloads_go_first_and_their_records_stay() -> None:
    ring = Ring(payload_cap_bytes=2500)
    for sequence in range(1, 4):
        ring.put(bridge(sequence, payload=b"1" * 1000))
    assert [(len(record.payload), record.payload_cut) for record in ring] == [(0, True), (1000, False), (1000, False)]


def test_bytes_of_replaced_records_count_once() -> None:
    ring = Ring(payload_cap_bytes=2500)
    for _ in range(10):
        ring.put(bridge(1, payload=b"1" * 1000))
    assert not ring[1].payload_cut
