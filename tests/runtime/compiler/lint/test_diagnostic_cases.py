"""Every case folder holds exactly the findings that it names, and every code has a case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ide.models.problems import SEVERITIES, Problems
from runtime.diagnostics import Language
from tests.arch.test_messages import all_diagnostics
from tests.runtime.compiler.lint.cases import CASES, diagnostics_of, findings

SAMPLES = CASES.parent
# Families whose mistakes are shown by tests of their own; those of `folder/` are about no file.
# What is missing from npm is one finding in the end, `npm/missing-packages`.
SHOWN_ELSEWHERE = (
    "audit/", "less/", "sass/", "style/", "npm/", "files/", "folder/", "project/npm-not", "script/npm-not",
)  # fmt: skip


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    assert findings(case) == json.loads((case / "diagnostics.json").read_text("utf-8"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_finding_reaches_the_problems_panel_with_its_help(language: Language) -> None:
    problems = Problems()
    problems.replace(one for case in CASES.iterdir() for one in diagnostics_of(case))
    listed = problems.listed(SEVERITIES, "", language)
    assert len(listed) == len(problems.diagnostics)
    assert [problem.code for problem in listed if not problem.help] == []
    shown = [marker.message for markers in problems.markers(language).values() for marker in markers]
    assert all(any(problem.help in message for message in shown) for problem in listed)


def test_every_code_has_a_case() -> None:
    shown = {entry[1] for path in SAMPLES.glob("*/*/diagnostics.json") for entry in json.loads(path.read_text("utf-8"))}
    assert [code for code in all_diagnostics() if code not in shown and not code.startswith(SHOWN_ELSEWHERE)] == []


def test_every_code_says_what_to_do() -> None:
    without_help = [
        code
        for code, entry in all_diagnostics().items()
        if not all(entry[language].get("help") for language in ("en", "zh")) and not code.startswith("folder/")
    ]
    assert without_help == []
