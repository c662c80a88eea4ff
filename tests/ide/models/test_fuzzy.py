"""Finding files by some of their letters."""

from __future__ import annotations

from ide.models.fuzzy import best_matches, split_position

PATHS = ["app.js", "pages/index/index.js", "pages/index/index.wxml", "pages/logs/logs.js", "utils/page_index.js"]


def test_the_file_name_counts_more_than_the_folder() -> None:
    assert best_matches("index.js", PATHS)[0] == "pages/index/index.js"
    assert best_matches("logs", PATHS) == ["pages/logs/logs.js"]


def test_letters_may_lie_apart_but_in_order() -> None:
    assert best_matches("pilogs", PATHS) == []
    assert best_matches("plj", PATHS) == ["pages/logs/logs.js"]


def test_a_number_after_a_colon_is_a_line() -> None:
    assert split_position("app.js:12") == ("app.js", 12)
    assert split_position("app.js:") == ("app.js", 0)
    assert best_matches("", PATHS) == PATHS
