"""Selections of rows and of text, without a widget."""

from __future__ import annotations

from ide.models.console.selection import Place, Selection, word_at


def index_of(sequence: int) -> int | None:
    return {10: 0, 11: 1, 12: 2}.get(sequence)


def test_a_click_selects_a_row_and_no_text() -> None:
    selection = Selection(index_of)
    selection.begin(Place(11, 4))
    assert (list(selection.rows), selection.is_text, selection.part_of(1)) == ([1], False, None)


def test_text_reaches_over_rows_in_either_direction() -> None:
    selection = Selection(index_of)
    selection.begin(Place(12, 3))
    selection.extend(Place(10, 5), "text")
    assert [selection.part_of(index) for index in range(4)] == [(5, None), (0, None), (0, 3), None]


def test_rows_that_have_gone_are_not_selected() -> None:
    selection = Selection(index_of)
    selection.select(Place(1, 0), Place(2, 4), "text")
    assert (list(selection.rows), selection.part_of(0)) == ([], None)


def test_words() -> None:
    assert word_at("a $name: 'x'", 4) == (2, 7)
    assert word_at("a: b", 1) == (1, 2)
