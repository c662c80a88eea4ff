"""Errors on the console are counted once each, from look to look and from start to start."""

from __future__ import annotations

from ide.models.console.errors import ConsoleErrors
from simulator.bridge.record import Record

ERROR = Record(1, 0.0, "error", "Error: a", level="error")
LATER = Record(2, 0.0, "error", "Error: b", level="error")
LAUNCH = Record(8, 0.0, "notice", "launch", code="launch")


def counted(*records: Record) -> list[int]:
    """The count after each record."""
    errors = ConsoleErrors()
    counts: list[int] = []
    for record in records:
        errors.take([record])
        counts.append(errors.count)
    return counts


def test_each_error_counts_with_what_the_program_wrote_as_one_and_nothing_else() -> None:
    written = Record(3, 0.0, "log", "console.error", level="error", origin="program")
    warning = Record(4, 0.0, "log", "console.warn", level="warn", origin="program")
    failed = Record(5, 0.0, "api", "request", outcome="fail")
    notice = Record(6, 0.0, "notice", "Component() expects an object", level="error")
    assert counted(ERROR, LATER, written, warning, failed, notice) == [1, 2, 3, 3, 3, 3]


def test_a_record_that_is_replaced_counts_once() -> None:
    assert counted(ERROR, ERROR) == [1, 1]


def test_what_a_build_finds_is_a_problem_not_an_error_of_the_console() -> None:
    assert counted(Record(1, 0.0, "error", "…", level="error", code="wxml/unclosed-tag")) == [0]


def test_a_launch_begins_anew_unless_a_mishap_caused_it() -> None:
    hung = Record(2, 0.0, "error", "hung", level="error", code="hung")
    assert counted(ERROR, LAUNCH) == [1, 0]
    assert counted(ERROR, hung, LAUNCH) == [1, 2, 2]


def test_who_has_seen_them_is_not_told_again() -> None:
    errors = ConsoleErrors()
    errors.take([ERROR])
    errors.forget()
    assert errors.count == 0
    errors.take([ERROR])
    assert errors.count == 0
    errors.take([LATER])
    assert errors.count == 1
