"""The editor page shows what the window says of the language; it reads no text itself."""

from __future__ import annotations

import json
import re
from typing import get_args

from ide.models.language_questions import Question
from tests.arch.sources import ROOT, name_of, source_files

PAGE = "ide/panels/editor/page/language"
ASKED = re.compile(r"\bq: '([\w-]+)'")
SAID = re.compile(r"""(?:words\(|_json_fix\(finding, )["']([\w.]+)["']""")
# Ways to the text of a model, and to what stands in it.
READING = re.compile(r"\.getValue\b|\.getLineContent\b|\.getWord\w*\b|\bRegExp\b|\.(?:match|test|exec)\(")


def test_the_page_asks_every_question_and_no_other() -> None:
    declared = {question.__struct_config__.tag for question in get_args(Question)}
    asked = {name for path in source_files(".js", folders=(PAGE,)) for name in ASKED.findall(path.read_text("utf-8"))}
    assert asked == declared


def test_the_page_reads_no_text() -> None:
    reading = [
        name_of(path) for path in source_files(".js", folders=(PAGE,)) if READING.search(path.read_text("utf-8"))
    ]
    assert reading == []


def test_words_are_said_in_both_languages() -> None:
    words = {
        language: json.loads((ROOT / f"resources/messages/language.{language}.json").read_text("utf-8"))
        for language in ("en", "zh")
    }
    assert {key: _arguments(text) for key, text in words["en"].items()} == {
        key: _arguments(text) for key, text in words["zh"].items()
    }
    texts = [path.read_text("utf-8") for path in source_files(".py", folders=("runtime/language",))]
    used = {name for text in texts for name in SAID.findall(text)}
    assert used == set(words["en"])


def _arguments(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))
