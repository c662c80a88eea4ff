"""A list in a JSON text grows where it stands; everything else keeps its form."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.project.json_edit import BrokenJson, append_to_list
from runtime.project.json_text import Key, read_json

PAGES = ("pages",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"pages": ["a"]}', '{"pages": ["a", "new"]}'),
        ('{"pages":[]}', '{"pages":["new"]}'),
        ("{}", '{"pages": ["new"]}'),
        ('{"a": 1}', '{"pages": ["new"], "a": 1}'),
        ('{\n  "a": 1\n}\n', '{\n  "pages": ["new"],\n  "a": 1\n}\n'),
        ('{"pages": [\n  "a"\n]}', '{"pages": [\n  "a",\n  "new"\n]}'),
        ('{"pages": [\r\n\t"a"\r\n]}', '{"pages": [\r\n\t"a",\r\n\t"new"\r\n]}'),
        ('{"pages": [\n  "a", // home\n]}', '{"pages": [\n  "a", // home\n  "new"\n]}'),
        ('{"pages": [\n  "a" /* home */\n]}', '{"pages": [\n  "a", /* home */\n  "new"\n]}'),
        ('{"pages": ["a" // home\n]}', '{"pages": ["a", // home\n"new"\n]}'),
        ('{"pages": [\n  // none yet\n]}', '{"pages": [\n  // none yet\n  "new"\n]}'),
        ('{"pages": [\n  "a"\n  // "b"\n]}', '{"pages": [\n  "a",\n  "new"\n  // "b"\n]}'),
        ('{"x": {"pages": ["]"]}, "pages": ["a]"]}', '{"x": {"pages": ["]"]}, "pages": ["a]", "new"]}'),
    ],
)
def test_the_entry_stands_where_a_person_would_write_it(text: str, expected: str) -> None:
    assert append_to_list(text, PAGES, "new") == expected


def test_the_list_that_is_meant_grows_wherever_it_stands() -> None:
    text = '{\n  "subpackages": [\n    { "root": "shop", "pages": ["list"] }\n  ],\n  "pages": ["a"]\n}\n'
    assert append_to_list(text, PAGES, "new") == text.replace('["a"]', '["a", "new"]')
    shop: Key = ("subpackages", 0, "pages")
    assert append_to_list(text, shop, "new") == text.replace('["list"]', '["list", "new"]')


@pytest.mark.parametrize("text", ["{ oops", "[]", "", '{"pages": 1}', '{"pages": ["a" "b"]}'])
def test_what_is_not_understood_is_left_alone(text: str) -> None:
    assert isinstance(append_to_list(text, PAGES, "new"), BrokenJson)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(
    st.dictionaries(st.text(), VALUES),
    st.none() | st.lists(st.text()),
    st.sampled_from([None, 0, 2, "\t"]),
    st.text(),
)
def test_only_the_list_changes(
    others: dict[str, object], pages: list[str] | None, indent: int | str | None, value: str
) -> None:
    others.pop("pages", None)
    before = others if pages is None else {**others, "pages": pages}
    text = append_to_list(json.dumps(before, indent=indent), PAGES, value)
    assert isinstance(text, str)
    assert read_json(text, "").value == {**others, "pages": [*(pages or []), value]}
