"""`--dialogs`, in a word or in a file."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from handset.testing import expect, launch

from simulator.cli.dialog_options import dialog_plan
from tests.support.project_folder import write_project

ASKING = {
    "app.json": '{"pages": ["p"], "requiredPrivateInfos": ["getLocation"]}',
    "p.wxml": "<view class='said'>{{modal}}, {{sheet}}, {{place}}</view>",
    "p.js": """Page({ onLoad() {
  wx.showModal({ title: 'a', success: ({ confirm }) => this.setData({ modal: confirm }) })
  wx.showActionSheet({ itemList: ['x'], complete: (r) => this.setData({ sheet: r.tapIndex ?? 'none' }) })
  wx.getLocation({ complete: (r) => this.setData({ place: r.errMsg }) })
} })""",
}


@pytest.fixture
def asking(qapp: object, tmp_path: Path) -> Path:
    return write_project(tmp_path / "asking", ASKING)


@pytest.mark.parametrize(
    ("word", "said", "waiting"),
    [
        ("accept", ", , getLocation:ok", ["a", "x"]),
        ("confirm", "true, 0, getLocation:ok", []),
        ("cancel", "false, none, getLocation:fail auth deny", []),
        ("decline", "false, none, getLocation:fail auth deny", []),
        ("ask", ", ,", ["a", "x", "位置"]),
    ],
)
def test_a_word_answers_all(asking: Path, word: str, said: str, waiting: list[str]) -> None:
    plan = dialog_plan(word)
    with launch(asking, dialogs=plan.answers, world=plan.world, deadline=60) as app:
        for text in waiting:
            app.dialogs.wait(text)
        expect(app.page.locator(".said")).to_have_text(said)
        assert len(app.dialogs.open) == len(waiting)


def test_a_file_answers_single_calls(asking: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text('{"default": "confirm", "answers": {"getLocation": {"fail": "no sky"}}}')
    plan = dialog_plan(str(file))
    with launch(asking, dialogs=plan.answers, world=plan.world, deadline=60) as app:
        expect(app.page.locator(".said")).to_have_text("true, 0, getLocation:fail no sky")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "truncated"),
        ('{"default": "maybe"}', "default is 'maybe', and none of accept, confirm, cancel, decline"),
        ('{"answer": {}}', "unknown field `answer`"),
        ('{"answers": {"showModal": {"confirm": true}}}', r"unknown field `confirm` - at `\$.answers"),
        ('{"answers": 3}', r"Expected `object`, got `int` - at `\$.answers`"),
    ],
)
def test_a_bad_file_says_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(text)
    with pytest.raises(argparse.ArgumentTypeError, match=told):
        dialog_plan(str(file))


def test_what_is_neither_a_word_nor_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="none of accept, confirm, cancel, decline, ask, and"):
        dialog_plan("yes")
    with pytest.raises(argparse.ArgumentTypeError, match="No such file"):
        dialog_plan(str(tmp_path / "none.json"))
