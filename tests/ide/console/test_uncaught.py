"""Uncaught errors are counted once each, from start to start."""

from __future__ import annotations

from ide.models.console.uncaught import UncaughtErrors
from simulator.bridge.record import TapRecord

ERROR = TapRecord(1, 0.0, "error", "Error: a", level="error")
LAUNCH = TapRecord(8, 0.0, "notice", "launch", code="launch")


def counted(*records: TapRecord) -> list[int]:
    errors = UncaughtErrors()
    told: list[int] = []
    errors.changed.connect(told.append)
    for record in records:
        errors.take([record])
    return told


def test_each_error_counts_and_nothing_else() -> None:
    later = TapRecord(2, 0.0, "error", "Error: b", level="error")
    log = TapRecord(3, 0.0, "log", "console.error", level="error")
    assert counted(ERROR, later, log) == [1, 2]


def test_a_record_that_is_replaced_counts_once() -> None:
    assert counted(ERROR, ERROR) == [1]


def test_what_a_build_finds_is_a_problem_not_an_uncaught_error() -> None:
    assert counted(TapRecord(1, 0.0, "error", "…", level="error", code="wxml/unclosed-tag")) == []


def test_a_launch_begins_anew_unless_a_mishap_caused_it() -> None:
    hung = TapRecord(2, 0.0, "error", "hung", level="error", code="hung")
    assert counted(ERROR, LAUNCH) == [1, 0]
    assert counted(ERROR, hung, LAUNCH) == [1, 2]


def test_clearing_the_console_forgets_them() -> None:
    errors = UncaughtErrors()
    errors.take([ERROR])
    errors.forget()
    assert errors.count == 0
