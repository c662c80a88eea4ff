"""Trees that are kept beside a test, and the texts and values that a test may expect."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.testing.app import App
from simulator.testing.expectations import expect
from simulator.testing.failure import DeadlineFailure, TestFailure
from simulator.testing.patterns import has_members, has_text, is_text
from simulator.testing.snapshot_files import Snapshots
from simulator.testing.tree_text import MARK, excerpt

KEPT = """<card class="row" data-id="2" title="Sencha">
  <view class="card">
    <view class="title">Sencha</view>
    <text class="price">6</text>
    <button class="more" size="mini">More</button>
  </view>
</card>
"""


def test_a_tree_is_kept_compared_and_kept_anew(tea: App, tmp_path: Path) -> None:
    kept, results = tmp_path / "kept", tmp_path / "results"
    tea.run.snapshots = Snapshots(kept, results)
    row = tea.page.locator(".row").last
    with pytest.raises(TestFailure, match="there was no snapshot"):
        expect(row).to_match_snapshot("row")
    assert (kept / "row.wxml").read_text("utf-8") == KEPT
    expect(row).to_match_snapshot("row")
    tea.page.set_data({"items[1].price": 7})
    with pytest.raises(DeadlineFailure) as failure:
        expect(row).to_match_snapshot("row", timeout=0.01)
    assert '-    <text class="price">6</text>' in str(failure.value)
    assert '+    <text class="price">7</text>' in str(failure.value)
    assert "7" in (results / "row.wxml").read_text("utf-8")
    tea.run.snapshots = Snapshots(kept, results, updates=True)
    expect(row).to_match_snapshot("row")
    tea.run.snapshots = Snapshots(kept, results)
    expect(row).to_match_snapshot("row")


@pytest.mark.parametrize("name", ["../out", "", "a/b", "/etc/passwd", "a\0b", "..", "C:x"])
def test_names_stay_in_the_folder(tmp_path: Path, name: str) -> None:
    if name in ("..",):
        assert Snapshots(tmp_path, tmp_path).file(name, "wxml").parent == tmp_path
    else:
        with pytest.raises(TestFailure, match="is no name for a snapshot"):
            Snapshots(tmp_path, tmp_path).file(name, "wxml")


def test_a_long_tree_is_cut_around_its_mark() -> None:
    lines = [f"line {number}" for number in range(100)]
    lines[70] += MARK
    cut = excerpt(lines, 10)
    assert cut[0] == "… 65 lines"
    assert cut[-1] == "… 25 lines"
    assert lines[70] in cut
    assert excerpt(lines[:10], 10) == lines[:10]


def test_texts() -> None:
    assert is_text("  a \n b", "a b")
    assert not is_text("a b c", "a b")
    assert has_text("Hello  World", "hello w")
    assert has_text("12 of 20", re.compile(r"\d+ of"))


def test_members_of_values() -> None:
    assert has_members({"a": 1, "b": {"c": [1, {"d": 2, "e": 3}]}}, {"b": {"c": [1, {"d": 2}]}})
    assert not has_members({"a": [1, 2]}, {"a": [1]})
    assert not has_members({"a": True}, {"a": 1})
    assert not has_members({"a": 1}, {"b": None})
    assert has_members({"a": "x1"}, {"a": re.compile(r"x\d")})
    assert has_members(1.0, 1)
    assert not has_members("ab", ["a", "b"])
