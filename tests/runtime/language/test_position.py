"""Offsets, positions in UTF-16 units and spans of the compiler lead to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.diagnostics import Span
from runtime.language.answers import Position, Range
from runtime.language.position import Lines, utf16_length


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, Position(0, 0)),
        ("ab\ncd", 4, Position(1, 1)),
        ("ab\r\ncd", 4, Position(1, 0)),
        ("ab\rcd", 3, Position(1, 0)),
        ("😀b", 1, Position(0, 2)),
        ("中文b", 2, Position(0, 2)),
        ("a\n👩‍👧x", 5, Position(1, 5)),
        ("a\n", 2, Position(1, 0)),
    ],
)
def test_columns_count_what_editors_count(text: str, offset: int, position: Position) -> None:
    assert Lines(text).position(offset) == position
    assert Lines(text).offset(position) == offset


@pytest.mark.parametrize("position", [Position(2, 0), Position(-1, 0), Position(0, -1), Position(10**9, 10**9)])
def test_a_line_that_is_not_there_has_no_offset(position: Position) -> None:
    assert Lines("a\nb").offset(position) is None


def test_a_column_behind_the_end_is_the_end_of_the_line() -> None:
    assert Lines("ab\r\ncd").offset(Position(0, 99)) == 2
    assert Lines("ab\r\ncd").offset(Position(1, 99)) == 6


def test_the_middle_of_a_pair_is_its_start() -> None:
    assert Lines("😀b").offset(Position(0, 1)) == 0


def of_span(text: str, span: Span) -> Range:
    lines = Lines(text)
    return lines.range(*lines.offsets(span))


def test_spans_count_code_points() -> None:
    assert of_span("😀中\n😀b c", Span("a", 2, 3, 2, 4)) == Range(Position(1, 3), Position(1, 4))
    assert of_span("abc", Span("a")) == Range(Position(0, 0), Position(0, 0))
    assert of_span("abc", Span("a", 9, 9, 9, 9)) == Range(Position(0, 3), Position(0, 3))


@given(st.text(st.sampled_from("ab\r\n中😀\u2028")))
def test_there_and_back(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert lines.offset(lines.position(offset)) == offset


def test_length_in_units() -> None:
    assert (utf16_length("abc"), utf16_length("中"), utf16_length("😀")) == (3, 1, 2)
