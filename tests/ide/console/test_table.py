"""console.table as lines."""

from __future__ import annotations

from collections.abc import Sequence

from ide.models.console.table import MOST_COLUMNS, MOST_ROWS, table_lines
from simulator.bridge.preview import preview_of_json


def table(value: object, wanted: Sequence[str] | None = None) -> list[str]:
    return [line.text().strip() for line in table_lines(preview_of_json(value), wanted, "(index)", "Value")]


def test_records_have_a_column_for_each_member() -> None:
    assert table([{"id": 1, "name": "a"}, {"id": 22}]) == [
        "(index) │ id │ name",
        "─────────┼────┼──────",
        "0       │ 1  │ 'a'",
        "1       │ 22 │",
    ]


def test_plain_values_stand_in_a_column_of_their_own() -> None:
    assert table({"a": 1, "b": [7]})[0] == "(index) │ 0 │ Value"
    assert table([1])[2] == "0       │ 1"


def test_only_the_wanted_columns() -> None:
    assert table([{"a": 1, "b": 2}], ["b", "no"])[2] == "0       │ 2 │"


def test_letters_that_are_twice_as_wide_keep_the_columns_straight() -> None:
    lines = table([{"名字": "小明"}, {"名字": "x"}])
    assert lines[2] == "0       │ '小明'"
    assert lines[0] == "(index) │ 名字"


def test_much_is_cut_and_nothing_is_no_table() -> None:
    assert table([]) == []
    assert len(table([{"a": 1}] * 5000)) == MOST_ROWS + 2
    assert table([{f"k{number}": "x" * 900 for number in range(99)}])[0].count("│") == MOST_COLUMNS
