"""Errors on the console are counted once each, from start to start."""

from __future__ import annotations

from ide.models.console.errors import ConsoleErrors
from simulator.bridge.record import Record

ERROR = Record(1, 0.0, "error", "Error: a", level="error")
LAUNCH = Record(8, 0.0, "notice", "launch", code="launch")


def counted(*records: Record) -> list[int]:
    errors = ConsoleErrors()
    told: list[int] = []
    errors.changed.connect(told.append)
    for record in records:
        errors.take([record])
    return told


def test_each_error_counts_with_what_the_program_wrote_as_one_and_nothing_else() -> None:
    later = Record(2, 0.0, "error", "Error: b", level="error")
    written = Record(3, 0.0, "log", "console.error", level="error", origin="program")
    warning = Record(4, 0.0, "log", "console.warn", level="warn", origin="program")
    failed = Record(5, 0.0, "api", "request", outcome="fail")
    notice = Record(6, 0.0, "notice", "Component() expects an object", level="error")
    assert counted(ERROR, later, written, warning, failed, notice) == [1, 2, 3]


def test_a_record_that_is_replaced_counts_once() -> None:
    assert counted(ERROR, ERROR) == [1]


def test_what_a_build_finds_is_a_problem_not_an_error_of_the_console() -> None:
    assert counted(Record(1, 0.0, "error", "…", level="error", code="wxml/unclosed-tag")) == []


def test_a_launch_begins_anew_unless_a_mishap_caused_it() -> None:
    hung = Record(2, 0.0, "error", "hung", level="error", code="hung")
    assert counted(ERROR, LAUNCH) == [1, 0]
    assert counted(ERROR, hung, LAUNCH) == [1, 2]


def test_clearing_the_console_forgets_them() -> None:
    errors = ConsoleErrors()
    errors.take([ERROR])
    errors.forget()
    assert errors.count == 0
