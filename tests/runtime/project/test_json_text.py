"""JSON as people write it: values, positions, and what is wrong."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.project.json_text import read_json
from tests.support.project_folder import codes

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON_VALUES, st.booleans())
def test_reads_all_json(value: object, is_ascii: bool) -> None:
    text = read_json(json.dumps(value, ensure_ascii=is_ascii, indent=1), "a.json")
    assert text.value == value
    assert text.diagnostics == ()


@given(st.text(alphabet='{}[]",:\\/*a1 \n\ufeff-', max_size=40))
def test_never_raises(source: str) -> None:
    read_json(source, "a.json")


@given(
    st.lists(
        st.sampled_from(['{"a":', "{", "}", "[", "]", ",", '"b":', '"a"', "1", "01", "-2.5e3", "NaN", " ", "null"])
    )
)
def test_json_to_the_letter_is_read_as_the_rest(parts: list[str]) -> None:
    """A comment makes the reader look at every token, also of what needs no looking at."""
    text = "".join(parts)
    short, long = read_json(text, "a.json"), read_json(f"{text}\n/**/", "a.json")
    assert short.value == long.value
    if not short.diagnostics:
        assert codes(long.diagnostics) == [f"json/comment a.json:{text.count(chr(10)) + 2}:1"]
        assert (short.spans, short.key_spans) == (long.spans, long.key_spans)


def test_very_long_numbers_and_deep_lists_are_no_trouble() -> None:
    assert read_json("9" * 301, "a.json").value == float("9" * 301)
    assert codes(read_json("[" * 120 + "]" * 120, "a.json").diagnostics)[0].startswith("json/too-deep")


@pytest.mark.parametrize(
    ("source", "value", "found"),
    [
        ('{"a": [1, 2,],\n}', {"a": [1, 2]}, ["json/trailing-comma a.json:1:12", "json/trailing-comma a.json:1:14"]),
        ('{ // why\n "a": 1 /* x */ }', {"a": 1}, ["json/comment a.json:1:3"]),
        ('\ufeff{"a": 1}', {"a": 1}, ["json/byte-order-mark a.json:1:1"]),
        ('{"a": 1\n "b": 2}', {"a": 1}, ["json/syntax a.json:2:2"]),
        ('{"a": {"b": 1', {"a": {"b": 1}}, ["json/unexpected-end a.json:1:14"]),
        ("{'a': 1}", {}, ["json/single-quotes a.json:1:2"]),
        ('{"a": "x\n}', {}, ["json/unclosed-string a.json:1:7"]),
        ('{"a": 1, "a": 2}', {"a": 2}, ["json/duplicate-key a.json:1:10"]),
        ("{a: 1}", {}, ["json/syntax a.json:1:2"]),
        ("", None, ["json/unexpected-end a.json:1:1"]),
        ("{} x", {}, ["json/syntax a.json:1:4"]),
    ],
)
def test_what_was_read_before_a_mistake_stays(source: str, value: object, found: list[str]) -> None:
    text = read_json(source, "a.json")
    assert text.value == value
    assert codes(text.diagnostics) == found
    assert all(diagnostic.text() and diagnostic.text("zh") for diagnostic in text.diagnostics)


def test_positions_of_values_and_names() -> None:
    text = read_json('{\n  "页": ["a",\n    {"b": true}]\n}', "a.json")
    assert (text.span("页", 1, "b").line, text.span("页", 1, "b").column) == (3, 11)
    assert (text.key_span("页").line, text.key_span("页").column, text.key_span("页").end_column) == (2, 3, 6)
    assert text.span("页", 7) == text.span("页")
