"""A list in a JSON text grows where it stands; everything else keeps its form."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.project.json_edit import BrokenJson, append_to_list, set_value
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


@pytest.mark.parametrize(
    ("text", "key", "value", "expected"),
    [
        ('{"a": 1}', ("a",), 2, '{"a": 2}'),
        ('{"a": 1}', ("b", "c"), [], '{"b": {\n    "c": []\n  }, "a": 1}'),
        ('{"a": {"b": 1} /* x */}', ("a", "b"), None, '{"a": {"b": null} /* x */}'),
        ('{"a": "text"}', ("a", "b"), 1, '{"a": {\n    "b": 1\n  }}'),
        ('{\n\t"a": [1, {"b": 2}]\n}', ("a", 1, "b"), {"c": 1}, '{\n\t"a": [1, {"b": {\n\t\t\t\t"c": 1\n\t\t\t}}]\n}'),
    ],
)
def test_a_value_is_put_where_its_key_leads(text: str, key: Key, value: object, expected: str) -> None:
    assert set_value(text, key, value) == expected


@given(st.dictionaries(st.text(), VALUES), st.lists(st.text(), min_size=1, max_size=3), VALUES)
def test_a_value_that_was_set_is_there(before: dict[str, object], key: list[str], value: object) -> None:
    text = set_value(json.dumps(before, indent=2), tuple(key), value)
    assert isinstance(text, str)
    found = read_json(text, "").value
    for name in key:
        found = found[name]
    assert found == value
    others = {name: one for name, one in before.items() if name != key[0]}
    assert {name: one for name, one in read_json(text, "").value.items() if name != key[0]} == others
