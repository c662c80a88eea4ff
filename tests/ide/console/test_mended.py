"""Errors of builds that are mended by now."""

from __future__ import annotations

import msgspec

from ide.models.console.mended import MendedFindings
from runtime.diagnostics import Diagnostic, Span
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import Record
from tests.ide.console.records import presenter_with
from tests.support.debug_target import FakeDesk


def finding(file: str, line: int = 1) -> Diagnostic:
    return Diagnostic("wxml/unclosed-tag", Span(file, line, 1, line, 6), {"tag": "view"})


def told(sequence: int, found: Diagnostic) -> Record:
    place = StackFrame("", found.span.file, found.span.line, found.span.column)
    record = Record(sequence, 1e12, "error", found.text("en"), level="error", code=found.code, stack=(place,))
    return msgspec.structs.replace(record, detail=found.args)


A, B = finding("a.wxml"), finding("b.wxml")


def test_what_a_later_build_does_not_find_is_mended_until_it_comes_back() -> None:
    mended = MendedFindings()
    mended.take([told(1, A), told(2, B)])
    assert not mended.built([A, B])
    assert mended.built([B])
    assert (1 in mended, 2 in mended) == (True, False)
    assert not mended.built([finding("b.wxml", 9)])
    assert mended.built([A])
    assert (1 in mended, 2 in mended) == (False, True)
    mended.forget()
    assert 2 not in mended


def test_the_row_says_so() -> None:
    desk = FakeDesk()
    desk.problems.replace([A])
    presenter = presenter_with(desk, [told(1, A)])
    assert "mended" not in presenter.content(0).text()
    desk.problems.replace([])
    content = presenter.content(0)
    assert content.text().startswith("✓ mended")
    assert content.text().endswith("a.wxml:1")
    assert content.tone == "plain"
    presenter.close()
    desk.problems.replace([A])
