"""Rows: what is shown, in which order, and what each change says."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ide.models.console.filters import GROUPS, Filter
from ide.models.console.ring import Ring
from ide.models.console.timeline import Change, Timeline
from simulator.bridge.record import Record
from tests.ide.console.records import api, bridge, launch, log


def titles(timeline: Timeline) -> list[str]:
    return [timeline.record(index).title for index in range(len(timeline))]


def test_repeated_logs_are_one_row_with_a_count() -> None:
    timeline = Timeline()
    assert timeline.extend([log(1, "a"), log(2, "a")]) == Change(added=1)
    assert timeline.extend([log(3, "a"), log(4, "b")]) == Change(updated=(0,), added=1)
    assert [timeline.row(index).count for index in range(2)] == [3, 1]


def test_logs_from_different_places_are_not_put_together() -> None:
    timeline = Timeline()
    timeline.extend([log(1, "a"), log(2, "a", stack=())])
    assert len(timeline) == 2


def test_hidden_records_between_do_not_keep_logs_apart() -> None:
    timeline = Timeline()
    timeline.extend([log(1, "a"), bridge(2), log(3, "a")])
    assert timeline.row(0).count == 2


def test_calls_are_completed_in_place() -> None:
    timeline = Timeline(chosen=Filter(groups=frozenset(GROUPS)))
    call = api(1, outcome="pending")
    timeline.extend([call, log(2, "x")])
    assert timeline.extend([replace(call, outcome="ok")]) == Change(updated=(0,))
    assert timeline.record(0).outcome == "ok"


def test_a_launch_clears_unless_the_log_is_preserved() -> None:
    timeline = Timeline()
    timeline.extend([log(1, "a"), launch(2), log(3, "b")], preserve=True)
    assert titles(timeline) == ["a", "launch", "b"]
    assert timeline.extend([log(4, "c"), launch(5), log(6, "d")], preserve=False) == Change(reset=True)
    assert titles(timeline) == ["launch", "d"]


def test_a_new_filter_shows_what_was_hidden() -> None:
    timeline = Timeline()
    timeline.extend([log(1, "a"), bridge(2), api(3)])
    assert len(timeline) == 1
    timeline.set_filter(dataclasses.replace(Filter(), groups=frozenset({"bridge"})))
    assert titles(timeline) == ["dom U×1"]


def test_rows_of_dropped_records_go() -> None:
    timeline = Timeline(Ring(capacity=4))
    timeline.extend([log(n, n) for n in range(1, 5)])
    assert timeline.extend([log(5, 5)]) == Change(removed_first=3, added=1)
    assert titles(timeline) == ["4", "5"]
    assert timeline.index_of(4) == 0


def test_counts_tell_what_there_is_not_what_is_shown() -> None:
    timeline = Timeline()
    timeline.extend([log(1, "a"), log(2, "a"), bridge(3), bridge(4, routine=True)])
    assert dict(timeline.counts) == {"logs": 2, "bridge": 1}


@given(st.lists(st.lists(st.sampled_from(["log", "same", "bridge", "later"]), max_size=12), max_size=12))
def test_changes_lead_from_one_state_to_the_next(batches: list[list[str]]) -> None:
    timeline, sequence, mirrored = Timeline(Ring(capacity=10)), 0, 0
    for batch in batches:
        records = []
        for kind in batch:
            sequence += kind != "later" or not sequence
            records.append(bridge(sequence) if kind == "bridge" else log(sequence, "x" if kind == "same" else sequence))
        change = timeline.extend(records)
        mirrored += change.added - change.removed_first
        assert not change.reset
        assert mirrored == len(timeline)
        assert all(0 <= index < mirrored - change.added for index in change.updated)
        assert all(timeline.index_of(timeline.row(index).first) == index for index in range(len(timeline)))


def test_a_launch_after_a_mishap_keeps_what_says_why() -> None:
    timeline = Timeline()
    hung = Record(1, 1e12, "error", "hangs", code="hung")
    timeline.extend([hung, Record(2, 1e12, "notice", "launch", code="launch")], preserve=False)
    assert [timeline.record(index).code for index in range(len(timeline))] == ["hung", "launch"]
    timeline.extend([Record(3, 1e12, "notice", "launch", code="launch")], preserve=False)
    assert [timeline.record(index).sequence for index in range(len(timeline))] == [3]
