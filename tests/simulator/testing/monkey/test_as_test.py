"""Failures as tests for pytest: they wait where a step could be early, and fail without an exception as well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from simulator.testing.doing import Deed
from simulator.testing.monkey.as_test import test_of as text_of
from simulator.testing.monkey.as_test import written_tests
from simulator.testing.monkey.life import Done
from simulator.testing.monkey.report import Failure, MonkeyReport, reported, steps_of
from simulator.testing.script import steps as does
from simulator.testing.script.ways import Part, Way

BUY = Way((Part(".buy"),))


def failure(*steps: tuple[str, Deed], **more: Any) -> Failure:
    given = {"kind": "program", "what": "error", "message": "Error: no\nmore", "file": "pages/a/b.js", "line": 7}
    rest = {"page": "pages/a/b", "step": 9, "is_repeatable": True, "attempts": 3}
    return Failure(**{**given, **rest, **more}, steps=[reported(Done(page, step)) for page, step in steps])


def report(*failures: Failure) -> MonkeyReport:
    return MonkeyReport(
        "/shop", 4, "logic", "closed", "", {}, 9, 1, 0, ["a"], 2, 3, 4, 0, list(failures)
    )  # fmt: skip


def test_the_program_comes_to_rest_where_a_step_could_be_early() -> None:
    steps: list[tuple[str, Deed]] = [
        ("a", does.Tap(BUY)), ("a", does.Fill(BUY, "x")), ("a", does.GoBack()), ("b", does.Tap(BUY)),
        ("b", does.PassTime(500)), ("c", does.GoBack()),
    ]  # fmt: skip
    assert text_of(report(), failure(*steps), "test_x").splitlines() == [
        '"Found by handset monkey with seed 4: Error: no (pages/a/b.js:7)"',
        "",
        "import pytest",
        "",
        "",
        '@pytest.mark.handset(tier="logic", seed=4, network="closed")',
        "def test_x(app, page):",
        '    page.locator(".buy").tap()',
        '    page.locator(".buy").fill("x")',
        "    app.settle()",
        "    app.phone.back()",
        "    app.settle()",
        '    page.locator(".buy").tap()',
        "    app.pass_time(500)",
        "    app.phone.back()",
        "    app.settle()",
    ]


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("blank", 'expect(page.locator("*").first).to_be_visible()'),
        ("stuck", 'assert page.path != "pages/a/b"'),
        ("dialogs", "assert not app.dialogs.open"),
    ],
)
def test_what_throws_nothing_fails_by_an_expectation(what: str, line: str) -> None:
    text = text_of(report(), failure(("a", does.Tap(BUY)), what=what), "test_x")
    assert text.splitlines()[-1].strip() == line
    compile(text, "test_x.py", "exec")


def test_files_are_named_by_what_is_wrong_and_none_takes_the_place_of_another(tmp_path: Path) -> None:
    blank = failure(what="blank", file="", line=0)
    written = written_tests(report(failure(), failure(), blank), tmp_path / "tests")
    names = [Path(one.script).name for one in written.failures]
    assert names == ["test_monkey_error_a_b_7.py", "test_monkey_error_a_b_7_2.py", "test_monkey_blank_pages_a_b.py"]
    assert sorted(path.name for path in (tmp_path / "tests").iterdir()) == sorted(names)


def test_messages_do_not_break_out_of_the_text(tmp_path: Path) -> None:
    hostile = failure(message='x"""\nimport os', file='a".js')
    text = text_of(report(), hostile, "test_x")
    compile(text, "test_x.py", "exec")
    assert "import os" not in text


def test_steps_survive_the_way_through_a_report() -> None:
    steps: list[Deed] = [
        does.Tap(Way((Part("card", has_text="tea"), Part(own_text="Buy", number=2)))), does.Fill(BUY, "x", True),
        does.SetValue(BUY, [1, 2]), does.Trigger(BUY, "scrolltolower", {"direction": "bottom"}), does.PullDown(),
        does.AnswerDialog("Sure?", False), does.ChooseEntry("Tea", None), does.SetWorld("network.type", "none"),
        does.PassTime(500), does.Open("pages/a/a?id=1"),
    ]  # fmt: skip
    sent = msgspec.json.encode(report(failure(*(("a", step) for step in steps))))
    (again,) = msgspec.json.decode(sent, type=MonkeyReport).failures
    assert [one.step for one in steps_of(again)] == steps


def test_steps_that_are_none_are_refused() -> None:
    (step,) = failure(("a", does.GoBack())).steps
    for changes in ({"does": "Step"}, {"does": "literal"}, {"does": "Tap", "values": {"way": 3}}):
        with pytest.raises(msgspec.ValidationError):
            steps_of(msgspec.structs.replace(failure(), steps=[msgspec.structs.replace(step, **changes)]))
