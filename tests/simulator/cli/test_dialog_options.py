"""`--dialogs`, in a word or in a file."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from simulator.cli.dialog_options import DialogPlan, dialog_plan


@pytest.mark.parametrize(("word", "answers"), [("accept", "accept"), ("confirm", "confirm"), ("decline", "cancel")])
def test_a_word_answers_all(word: str, answers: str) -> None:
    assert dialog_plan(word) == DialogPlan(answers)  # type: ignore[arg-type]


def test_a_file_answers_single_calls(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text('{"default": "confirm", "answers": {"getLocation": {"fail": "auth deny"}}}')
    plan = dialog_plan(str(file))
    assert plan.answers == "confirm"
    assert plan.world == {"answers.outcomes": {"getLocation": {"fail": "auth deny", "errno": None, "result": None}}}


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
