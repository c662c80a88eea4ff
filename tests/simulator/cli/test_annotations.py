"""Findings as GitHub and GitLab want them."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest

from simulator.cli.annotations import Annotation, github_lines, gitlab_report, write_annotations
from simulator.cli.check import run_check
from tests.support.project_folder import PAGE, write_project

UNCLOSED = Annotation("error", "<view> is never closed", "wxml/unclosed-tag", "pages/a.wxml", 3, 5)


def test_github_shows_a_finding_at_its_line() -> None:
    assert github_lines([UNCLOSED.below("shop/")]) == [
        "::error file=shop/pages/a.wxml,line=3,col=5,title=wxml/unclosed-tag::<view> is never closed"
    ]


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (Annotation("warning", "a\nb\r100%", "r", "x.js", 1), "::warning file=x.js,line=1,title=r::a%0Ab%0D100%25"),
        (Annotation("info", "m", "r", "a,b:c.js"), "::notice file=a%2Cb%3Ac.js,title=r::m"),
        (Annotation("error", "x\n::set-env name=A::b", "r"), "::error title=r::x%0A::set-env name=A::b"),
    ],
    ids=["lines in a message", "signs in a name", "a command in a message"],
)
def test_no_text_of_a_project_is_a_command(finding: Annotation, line: str) -> None:
    assert github_lines([finding]) == [line]


def test_gitlab_tells_equal_findings_apart_and_knows_them_again_on_other_lines() -> None:
    twice = json.loads(gitlab_report([UNCLOSED.below("shop/")] * 2))
    assert twice[0] == {
        "description": "<view> is never closed",
        "check_name": "wxml/unclosed-tag",
        "fingerprint": twice[0]["fingerprint"],
        "severity": "critical",
        "location": {"path": "shop/pages/a.wxml", "lines": {"begin": 3}},
    }
    assert twice[0]["fingerprint"] != twice[1]["fingerprint"]
    moved = Annotation("error", UNCLOSED.message, UNCLOSED.rule, UNCLOSED.file, 90)
    assert json.loads(gitlab_report([moved.below("shop/")]))[0]["fingerprint"] == twice[0]["fingerprint"]


def test_paths_begin_where_the_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = write_project(tmp_path / "apps" / "shop", {**PAGE, "pages/index/index.wxml": "<view>"})
    monkeypatch.chdir(tmp_path)
    args = argparse.Namespace(project=Path("apps/shop"), github=True, gitlab=tmp_path / "quality.json")
    out = io.StringIO()
    code = run_check(
        project, as_json=False, out=io.StringIO(), told=lambda found: write_annotations(args, found, out)
    )  # fmt: skip
    assert code == 1
    assert out.getvalue().startswith("::error file=apps/shop/pages/index/index.wxml,line=1,col=")
    (entry,) = json.loads((tmp_path / "quality.json").read_text())
    assert entry["location"]["path"] == "apps/shop/pages/index/index.wxml"
