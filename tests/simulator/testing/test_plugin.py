"""The plug-in under a pytest of its own: fixtures, options, what fails a test and what is kept of it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.support.project_folder import write_project
from tests.support.tested_project import FILES

pytest_plugins = ["pytester"]

TESTS = """
import pytest
from handset.testing import NotHere, expect

def test_good(page, app, device, world):
    world["battery.level"] = 5
    assert app.call_wx("getBatteryInfoSync")["level"] == 5
    page.locator(".later").tap()
    expect(page.locator(".note")).to_have_text("late")
    assert device.orientation == "portrait"

def test_clean_again(page, world):
    expect(page.locator(".note")).to_be_hidden()
    assert world["battery.level"] != 5

def test_component(mount):
    card = mount("components/card/card", {"title": "Mint"})
    card.locator(".more").tap()
    expect(card).to_have_emitted("more")

@pytest.mark.handset(storage={"token": "abc"}, world={"network.type": "2g"}, device="iPhone X")
def test_marked(app, device):
    assert app.evaluate("getApp().globalData.token") == "abc"
    assert app.world["network.type"] == "2g"
    assert device.model == "iPhone X"

def test_wrong(page, app):
    app.evaluate("console.log('a trace of it')")
    expect(page.locator(".head")).to_have_text("3 teas", timeout=0.05)

def test_throws(app):
    app.evaluate("() => { setTimeout(() => { throw new Error('from within') }, 0) }")
    app.run.eventually(lambda: bool(app.errors), 30)

def test_loops(app):
    app.evaluate("() => { while (true) {} }")

def test_after_the_loop(page):
    expect(page.locator(".row")).to_have_count(2)

def test_snapshot(page):
    expect(page.locator(".head")).to_match_snapshot("head")

def test_needs_a_screen(page):
    with pytest.raises(NotHere):
        page.screenshot()
"""
FAILED = {"test_wrong", "test_throws", "test_loops", "test_snapshot"}


@pytest.fixture
def project(pytester: pytest.Pytester) -> Path:
    write_project(pytester.path, FILES)
    return pytester.path


def test_a_suite(pytester: pytest.Pytester, project: Path) -> None:
    write_project(project, {"tests/test_tea.py": TESTS})
    report = project / "report.xml"
    done = pytester.runpytest_subprocess(
        "tests", "--handset-deadline", "8", f"--junitxml={report}", "-p", "no:cacheprovider"
    )
    cases = {case.get("name"): case for case in ET.parse(report).iter("testcase")}
    assert {name for name, case in cases.items() if case.find("failure") is not None} == FAILED, done.outlines
    assert len(cases) == 10
    # Where and why, and the tree around.
    done.stdout.fnmatch_lines(
        ["*expect(page.locator('.head')).to_have_text('3 teas') failed after 0.05 s", "*<--", "*a trace of it*"],
        consecutive=False,
    )
    done.stdout.fnmatch_lines_random(["*the program has thrown:*", "*from within*", "*there was no snapshot*"])
    kept = project / "test-results" / "tests-test_tea.py-test_wrong"
    assert "3 teas" not in (kept / "tree.wxml").read_text("utf-8")
    assert '"items"' in (kept / "data.json").read_text("utf-8")
    assert "a trace of it" in (kept / "trace.ndjson").read_text("utf-8")
    assert (project / "tests/__snapshots__/test_tea/head.wxml").read_text("utf-8").startswith('<view class="head"')


HOSTILE = {
    "no_project": "def test_it(app): pass",
    "wrong_marker": "import pytest\n@pytest.mark.handset(tear='full')\ndef test_it(app): pass",
    "wrong_tier": "import pytest\n@pytest.mark.handset(tier='half')\ndef test_it(app): pass",
    "no_folder": "import pytest\n@pytest.mark.handset(project='nowhere')\ndef test_it(app): pass",
}


def test_what_cannot_be_tested_says_why(pytester: pytest.Pytester, project: Path) -> None:
    damaged = {"tests/__snapshots__/test_damaged/head.wxml": ""}
    write_project(project, damaged)
    (project / "tests/__snapshots__/test_damaged/head.wxml").write_bytes(b"\xff\xfe\x00")
    write_project(
        project,
        {
            "tests/test_damaged.py": (
                "from handset.testing import expect\n"
                "def test_it(page): expect(page.locator('.head')).to_match_snapshot('head')"
            ),
            **{f"tests/test_{name}.py": text for name, text in HOSTILE.items()},
        },
    )
    (project / "tests/test_no_project.py").write_text(
        f"import pytest\n@pytest.mark.handset(project={str(project / 'tests')!r})\ndef test_it(app): pass", "utf-8"
    )
    done = pytester.runpytest_subprocess("tests", "-p", "no:cacheprovider")
    done.assert_outcomes(errors=4, failed=1)
    done.stdout.fnmatch_lines_random(
        [
            "*is damaged: it is not UTF-8*",
            "*is no mini-program project*",
            "*the marker handset takes project, tier, *",
            "*handset tier: 'half' is none of logic, full*",
            "*handset project: there is no folder *nowhere*",
        ]
    )


def test_a_plug_in_with_the_same_option_is_no_obstacle(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        other='def pytest_addoption(parser): parser.addoption("--update-snapshots", action="store_true")'
    )
    pytester.makepyfile("def test_it(request): assert request.config.getoption('--update-snapshots')")
    # Without its entry point the plug-in comes after the other one.
    words = ("-p", "no:handset", "-p", "other", "-p", "simulator.testing.plugin", "-p", "no:cacheprovider")
    pytester.syspathinsert()
    pytester.runpytest_subprocess(*words, "--update-snapshots").assert_outcomes(passed=1)


def test_nothing_is_loaded_for_suites_that_do_not_use_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import sys

        def test_it():
            roots = ("simulator", "runtime", "PySide6", "handset")
            ours = {name for name in sys.modules if name.split(".")[0] in roots}
            assert ours - {"simulator", "simulator.testing", "simulator.testing.plugin"} == set()
        """
    )
    pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:pytest-qt").assert_outcomes(passed=1)
