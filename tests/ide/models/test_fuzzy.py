"""Finding files by some of their letters."""

from __future__ import annotations

from ide.models.fuzzy import Search, matched_letters, split_position

PATHS = ["app.js", "pages/index/index.js", "pages/index/index.wxml", "pages/logs/logs.js", "utils/page_index.js"]


def test_the_file_name_counts_more_than_the_folder() -> None:
    assert Search(PATHS).find("index.js")[0] == "pages/index/index.js"
    assert Search(PATHS).find("logs") == ["pages/logs/logs.js"]


def test_letters_may_lie_apart_but_in_order() -> None:
    assert Search(PATHS).find("pilogs") == []
    assert Search(PATHS).find("plj") == ["pages/logs/logs.js"]


def test_a_number_after_a_colon_is_a_line() -> None:
    assert split_position("app.js:12") == ("app.js", 12)
    assert split_position("app.js:") == ("app.js", 0)
    assert Search(PATHS).find("") == PATHS


def test_letter_by_letter_finds_what_all_at_once_finds() -> None:
    search = Search(PATHS)
    for needle in ("p", "pi", "pin", "pi", "pix", "", "l", "lo", "a"):
        assert search.find(needle) == Search(PATHS).find(needle), needle


def test_the_letters_that_were_typed_are_known() -> None:
    assert matched_letters("ajs", "app.js") == {0, 4, 5}
    assert matched_letters("A J", "app.js") == {0, 4}
    assert matched_letters("ax", "app.js") == frozenset()
