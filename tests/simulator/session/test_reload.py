"""What each change leads to."""

from __future__ import annotations

import pytest

from runtime.compiler.changes import Changes
from runtime.diagnostics import Diagnostic, Span
from simulator.session.reload import judge

BROKEN = Diagnostic("wxml/unclosed-tag", Span("pages/a/a.wxml", 3, 1), {"tag": "view"})


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        (Changes(), "unchanged"),
        (Changes(styles=("a.wxss",)), "style"),
        (Changes(styles=("a.wxss",), templates=("a.wxml",)), "template"),
        (Changes(wxs=("a.wxs",)), "template"),
        (Changes(scripts=("a.js",), templates=("a.wxml",)), "logic"),
        (Changes(scripts=("app.js",)), "restart"),
        (Changes(configs=("app",), styles=("a.wxss",)), "restart"),
    ],
)
def test_the_verdict_of_a_change(changes: Changes, verdict: str) -> None:
    assert judge(changes, "app.js", (), ()).verdict == verdict


def test_a_new_error_keeps_the_last_good_screen() -> None:
    judgement = judge(Changes(templates=("a.wxml",)), "app.js", (), (BROKEN,))
    assert judgement.verdict == "failed"
    assert judgement.error is BROKEN


def test_an_error_that_was_there_before_is_no_obstacle() -> None:
    assert judge(Changes(styles=("a.wxss",)), "app.js", (BROKEN,), (BROKEN,)).verdict == "style"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (Changes(configs=("app",)), "app.json"),
        (Changes(configs=("npm", "pages/a/a"), config_file="pages/a/a.json"), "miniprogram_npm"),
        (Changes(configs=("pages/a/a",), config_file="pages/a/a.js"), "pages/a/a.js"),
    ],
)
def test_a_restart_names_the_file_that_caused_it(changes: Changes, reason: str) -> None:
    assert judge(changes, "app.js", (), ()).reason == reason
