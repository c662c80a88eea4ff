"""What a search finds: expressions, words, globs, texts of the window, and what it leaves out and says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from runtime.language.answers import Position, Range
from runtime.protocol.search import At, Broken, Done, Found, Match, Query, Search
from simulator.search.expression import BrokenExpression, compiled, replacer
from simulator.search.run import MOST_MATCHES, run

FILES = {
    "app.js": "App({})\nconst café = 1 // 😀 setData\n",
    "pages/a/a.js": "this.setData({ a: 1 })\r\nthis.setdata()\r\n",
    "pages/a/a.wxml": "<view bindtap='setDataNow'></view>\n",
    "node_modules/x/index.js": "setData\n",
    "miniprogram_npm/x/index.js": "setData\n",
    ".git/config": "setData\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    return tmp_path


def search(
    root: Path, text: str, texts: dict[str, str] | None = None, **query: Any
) -> tuple[dict[str, list[Match]], Any]:
    messages = [one for one in run(Search(str(root), Query(text, **query), texts or {})) if not isinstance(one, At)]
    found = [one for one in messages if isinstance(one, Found)]
    return {one.path: one.matches for one in found}, messages[-1]


def test_files_come_in_order_of_their_paths_without_packages_and_version_control(root: Path) -> None:
    found, end = search(root, "setdata")
    assert list(found) == ["app.js", "pages/a/a.js", "pages/a/a.wxml"]
    assert end == Done(3, {}, False)
    found, _ = search(root, "setdata", with_packages=True)
    assert list(found) == [
        "app.js", "miniprogram_npm/x/index.js", "node_modules/x/index.js", "pages/a/a.js", "pages/a/a.wxml",
    ]  # fmt: skip


def test_places_count_as_the_editor_counts_and_lines_are_told(root: Path) -> None:
    found, _ = search(root, "setData", is_case=True)
    (match,) = found["app.js"]
    assert match.range == Range(Position(1, 21), Position(1, 28))
    assert (match.before, match.text, match.after) == ("const café = 1 // 😀 ", "setData", "")
    assert [one.range.start for one in found["pages/a/a.js"]] == [Position(0, 5)]


def test_whole_words_and_case(root: Path) -> None:
    assert list(search(root, "setdata", is_word=True)[0]) == ["app.js", "pages/a/a.js"]
    assert list(search(root, "setdata", is_case=True)[0]) == ["pages/a/a.js"]


@pytest.mark.parametrize(
    ("globs", "paths"),
    [
        ({"include": "*.wxml"}, ["pages/a/a.wxml"]),
        ({"include": "*.{wxml,ts}, app.js"}, ["app.js", "pages/a/a.wxml"]),
        ({"include": "pages"}, ["pages/a/a.js", "pages/a/a.wxml"]),
        ({"include": "pages/**/*.js"}, ["pages/a/a.js"]),
        ({"include": "./*.js"}, ["app.js"]),
        ({"exclude": "*.js"}, ["pages/a/a.wxml"]),
        ({"include": "**/a/**", "exclude": "a.js"}, ["pages/a/a.wxml"]),
    ],
)
def test_globs_choose_the_files(root: Path, globs: dict[str, str], paths: list[str]) -> None:
    assert list(search(root, "setdata", **globs)[0]) == paths


def test_unsaved_texts_stand_for_their_files(root: Path) -> None:
    texts = {"app.js": "nothing", "pages/new.js": "setData", "deleted.css": "setData"}
    found, _ = search(root, "setData", texts, include="*.js", is_case=True)
    assert list(found) == ["pages/a/a.js", "pages/new.js"]


def test_what_is_left_out_is_found_only_with_the_packages(root: Path) -> None:
    left_out = ["pages", "app.js"]
    query = Query("setData")
    (root / "pages2.js").write_text("setData")
    found = [one.path for one in run(Search(str(root), query, {}, left_out)) if isinstance(one, Found)]
    assert found == ["pages2.js"]
    everything = Query("setData", with_packages=True)
    assert len([one for one in run(Search(str(root), everything, {}, left_out)) if isinstance(one, Found)]) == 6


def test_lines_end_alike_for_an_expression(root: Path) -> None:
    found, _ = search(root, r"\)$", is_regex=True, include="a.js")
    assert [one.range.start.line for one in found["pages/a/a.js"]] == [0, 1]
    found, _ = search(root, r"1 \}\)\nthis", is_regex=True)
    assert found["pages/a/a.js"][0].range == Range(Position(0, 18), Position(1, 4))


def test_what_cannot_be_searched_is_counted(root: Path) -> None:
    (root / "logo.png").write_bytes(b"\x89PNG\0\0setData")
    (root / "latin.js").write_bytes(b"\xe9 setData")
    (root / "huge.js").write_bytes(b"setData" + b" " * 5 * 1024 * 1024)
    found, end = search(root, "setData", include="*.png, latin.js, huge.js")
    assert (found, end) == ({}, Done(0, {"binary": 1, "encoding": 1, "huge": 1}, False))


def test_a_link_out_of_the_project_is_no_file(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.js"
    outside.write_text("setData")
    (root / "link.js").symlink_to(outside)
    assert "link.js" not in search(root, "setData")[0]


def test_too_many_matches_are_cut_and_said(root: Path) -> None:
    (root / "big.js").write_text("x" * (MOST_MATCHES + 5))
    found, end = search(root, "x", include="big.js")
    assert (len(found["big.js"]), end.is_cut) == (MOST_MATCHES, True)


def test_a_long_line_is_shown_in_part(root: Path) -> None:
    (root / "min.js").write_text("a" * 1000 + "needle" + "b" * 1000)
    (match,) = search(root, "needle")[0]["min.js"]
    assert (len(match.before), match.text, len(match.after)) == (60, "needle", 200)


@pytest.mark.parametrize("text", ["(", "[a", "a{99999999999}", "(" * 5000, r"\p{L}", "*"])
def test_a_broken_expression_is_said(root: Path, text: str) -> None:
    _, end = search(root, text, is_regex=True)
    assert isinstance(end, Broken)
    assert end.detail
    with pytest.raises(BrokenExpression):
        compiled(Query(text, is_regex=True))


@pytest.mark.parametrize(
    ("expression", "replacement", "text", "result"),
    [
        (r"set(\w+)", "get$1", "setData", "getData"),
        (r"(?<what>\w+)Data", "$<what>Info $& $$", "setData", "setInfo setData $"),
        (r"(a)(b)?", "$2|$1|$3|$12", "a", "|a|$3|a2"),
        ("a", r"x\n\ty\\", "a", "x\n\ty\\"),
        (r"(?<q>['\"])x\k<q>", "y", "'x'", "y"),
        (r"[(?<x]+\\k", "z", r"(?<x\k", "z"),
    ],
)
def test_replacements_refer_to_groups_as_javascript_does(
    expression: str, replacement: str, text: str, result: str
) -> None:
    query = Query(expression, is_regex=True, replacement=replacement)
    match = compiled(query).search(text)
    assert match is not None
    assert replacer(query)(match) == result


def test_a_plain_replacement_is_taken_as_it_is(root: Path) -> None:
    found, _ = search(root, "setData", replacement=r"$1\n", include="app.js")
    assert found["app.js"][0].replacement == r"$1\n"
