"""Builds that others overtake are not told, and nothing that has changed is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from runtime.compiler.build import BuildResult
from runtime.platform.wechat import WECHAT
from simulator.build.compile_link import CompileLink
from tests.support.project_folder import PAGE, write_project
from tests.support.waiting import wait_until


class Link:
    """A link, what it told, and a watcher that may have `more`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.more: frozenset[str] = frozenset()
        self.results: list[BuildResult] = []
        self.problems: list[str] = []
        self.since: list[float] = []
        self.link = CompileLink(root, WECHAT, lambda paths: not self.more <= paths)
        self.link.finished.connect(self._finished)
        self.link.failed.connect(lambda text, _finding: self.problems.append(text))

    def _finished(self, result: BuildResult, since: float) -> None:
        self.results.append(result)
        self.since.append(since)

    def builds(self, changed: list[str] | None = None) -> BuildResult:
        """Asks for a build and waits for it."""
        known = len(self.results)
        self.link.request(changed)
        wait_until(lambda: len(self.results) > known, "a build")
        return self.results[-1]

    def code(self, path: str) -> str:
        return str(self.results[-1].program["scripts"][path]["code"])


@pytest.fixture
def link(qapp: QApplication, tmp_path: Path) -> Iterator[Link]:
    link = Link(
        write_project(
            tmp_path,
            {
                **PAGE,
                "app.js": "App({})",
                "lib.js": "1",
                "pages/index/index.js": "require('../../lib'); wx.nothingLikeIt()",
            },
        )
    )
    link.builds()
    yield link
    link.link.close()


def test_a_build_without_more_is_told(link: Link) -> None:
    write_project(link.root, {"lib.js": "2"})
    link.builds(["lib.js"])
    assert link.code("lib.js") == "2"


def test_wishes_that_come_meanwhile_are_told_as_one(link: Link) -> None:
    write_project(link.root, {"lib.js": "2", "app.js": "App({ a: 1 })"})
    link.link.request(["lib.js"], requested_at=1e9)
    link.link.request(["app.js"], requested_at=2e9)
    wait_until(lambda: len(link.results) > 1, "a build")
    assert (link.code("lib.js"), link.code("app.js")) == ("2", "App({ a: 1 })")
    assert link.since[1:] == [1e9]


def test_a_build_waits_for_what_the_watcher_has_still_to_tell(link: Link) -> None:
    write_project(link.root, {"lib.js": "2", "app.js": "App({ a: 1 })"})
    link.more = frozenset({"app.js"})
    link.link.request(["lib.js"], requested_at=1e9)
    wait_until(lambda: link.link._running is None, "the first build")
    assert len(link.results) == 1
    link.more = frozenset()
    link.builds(["app.js"])
    assert (link.code("lib.js"), link.code("app.js")) == ("2", "App({ a: 1 })")


def test_the_same_files_do_not_hold_a_build_back(link: Link) -> None:
    write_project(link.root, {"lib.js": "2"})
    link.more = frozenset({"lib.js"})
    link.builds(["lib.js"])
    assert link.code("lib.js") == "2"


def test_a_build_that_has_waited_long_is_told_in_any_case(link: Link) -> None:
    write_project(link.root, {"lib.js": "2"})
    link.more = frozenset({"app.js"})
    link.link.request(["lib.js"], requested_at=0.0)
    wait_until(lambda: len(link.results) > 1, "a build")
    assert link.code("lib.js") == "2"


def test_what_changed_before_a_failure_is_read_when_the_project_is_back(link: Link) -> None:
    config = (link.root / "app.json").read_text()
    (link.root / "app.json").unlink()
    write_project(link.root, {"lib.js": "2"})
    link.link.request(["app.json", "lib.js"])
    wait_until(lambda: link.problems, "the failure")
    write_project(link.root, {"app.json": config})
    link.builds(["app.json"])
    assert link.code("lib.js") == "2"


def test_the_last_text_is_told_in_the_end(link: Link) -> None:
    for number in range(5):
        write_project(link.root, {"lib.js": str(number)})
        link.link.request(["lib.js"])
    wait_until(lambda: link.code("lib.js") == "4", "the last text")


def test_advice_comes_when_it_is_asked_for(link: Link) -> None:
    advised: list[BuildResult] = []
    link.link.advised.connect(advised.append)
    assert link.link.lacks_advice
    assert link.results[0].diagnostics == ()
    link.link.advise()
    wait_until(lambda: advised, "the advice")
    assert [one.code for one in advised[0].diagnostics] == ["api/unknown"]
    assert not link.link.lacks_advice
    assert [one.code for one in link.builds(["app.js"]).diagnostics] == ["api/unknown"]


def test_advice_on_a_build_that_another_has_followed_is_not_told(link: Link) -> None:
    advised: list[BuildResult] = []
    link.link.advised.connect(advised.append)
    link.link.advise()
    link.builds(["app.js"])
    assert advised == []
    assert link.link.lacks_advice


def test_a_save_of_styles_is_told_before_the_advice_on_it(link: Link) -> None:
    advised: list[BuildResult] = []
    link.link.advised.connect(advised.append)
    link.link.advise()
    wait_until(lambda: advised, "the first advice")
    write_project(link.root, {"app.wxss": "", "a.png": "x"})
    link.builds(None)
    write_project(link.root, {"app.wxss": ".a { background: url(a.png) }"})
    saved = link.builds(["app.wxss"])
    assert (saved.lint_units, [finding.code for finding in saved.advice]) == (None, ["api/unknown"])
    wait_until(lambda: advised[-1].project is saved.project, "the advice on the save")
    assert {finding.code for finding in advised[-1].advice} == {"api/unknown", "wxss/local-resource"}
