"""JSON: what is right is read as everywhere, what is wrong is placed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.project.json_text import read_json
from tests.fuzz.judges import judge_json
from tests.fuzz.texts import changed, fuzz_settings, pieces, sample_files

pytestmark = pytest.mark.fuzz

_WORDS = (
    '{ } [ ] , : "a" "pages" "window" "tabBar" "list" "color" "#fff" "debug" true false null 1 '
    "-2.5e3 01 .5 NaN 'x' \"\\u12 "
    '"\\ud83d\\ude00" "\\ud800" "\\n" "open // /* */ # undefined {"pages":["a"] "usingComponents":{'
)
WORDS = _WORDS.split()
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["pages", "window", "a", "list"]), inner)
    ),
    max_leaves=12,
)


@given(pieces(WORDS) | changed(sample_files(".json"), WORDS))
@fuzz_settings(14_000)
def test_texts(text: str) -> None:
    judge_json(text)


@given(VALUES)
@fuzz_settings(8_000)
def test_values(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    read = read_json(text, "a.json")
    assert read.value == value
    assert read.diagnostics == ()
