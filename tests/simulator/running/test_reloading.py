"""Changes of a running program as transcripts: what the program is asked, sent and told. Real builds, no processes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest
from msgspec import Raw

from runtime.compiler.build import BuildResult, build
from runtime.compiler.swaps import ScriptObstacle
from runtime.project.load import load_project
from runtime.protocol import logic
from runtime.protocol.answers import SwapObstacle
from runtime.protocol.program_questions import Dependents
from runtime.protocol.stacks import StackFrame
from simulator.running.logic_questions import LogicQuestions
from simulator.running.reloading import Reloading, ReloadingParts
from simulator.running.starting import Start, compiled_program
from simulator.running.swapping import Swapping, SwappingParts
from simulator.session.session import LaunchRequest, Session
from tests.support.project_folder import write_project
from tests.support.run_parts import HandClock, Script

FILES = {
    "app.json": '{"pages": ["p/p", "q/q"]}',
    "app.js": "App({})",
    "p/p.wxml": "<view>one</view>",
    "p/p.js": "require('../lib'); Page({})",
    "p/p.wxss": ".a { color: red }",
    "q/q.wxml": "<view/>",
    "q/q.js": "Page({})",
    "q/q.wxss": ".b { color: red }",
    "lib.js": "exports.a = 1",
}
BROKEN = "<view>{{</view>"


class Run:
    """A program that runs on page p, as reloading sees it."""

    def __init__(self, root: Path) -> None:
        self.root = write_project(root, FILES)
        self.script = Script()
        self.clock = HandClock()
        self.obstacle: ScriptObstacle | None = None
        self.judged: list[Sequence[str]] = []
        self.questions = LogicQuestions(self.script.to_logic)
        self.result = self._build(None)
        self.session = Session(compiled_program(self.result))
        self.session.launch(LaunchRequest(), {}, {})
        self.start = Start(self.result, 0.0)
        parts = SwappingParts(
            self.session, self.questions, self._judge, self.script.to_view, self.script.notices, lambda: self.start
        )
        self.reloading = Reloading(
            ReloadingParts(
                Swapping(parts), self.script.state, self.script.card, self.script.notices, self.restart,
                lambda: self.page_id, lambda done: done(), self._told, self.clock,
            )
        )  # fmt: skip
        self.reloading.applied(self.result)
        self.script.state.enter("running")
        self.script.take()

    def change(self, path: str, text: str) -> list[str]:
        """Writes a file and takes the new build up."""
        write_project(self.root, {path: text})
        self.result = self._build([path])
        return self.take_up()

    def take_up(self) -> list[str]:
        self.clock.pass_ms(30)
        self.reloading.take_up(self.result, self.clock.now_s - 0.03)
        return self.script.take()

    def depends(self, *scripts: str) -> list[str]:
        """The program answers which scripts a change concerns."""
        asked = self.script.logic[-1]
        assert isinstance(asked, Dependents)
        self.questions.answered(logic.Inspected(asked.request_id, Raw(msgspec.json.encode(scripts))))
        return self.script.take()

    def patched(self, **words: object) -> list[str]:
        """The program answers what became of a patch."""
        asked = self.script.logic[-1]
        assert isinstance(asked, logic.Patch)
        self.questions.answered(logic.Patched(asked.request_id, **{"ok": False, **words}))  # type: ignore[arg-type]
        return self.script.take()

    @property
    def page_id(self) -> int:
        """The page on top."""
        return self.session.pages.top.page_id if self.session.pages.top else 0

    @property
    def patch(self) -> tuple[list[str], list[str]]:
        """The templates and scripts of the last patch."""
        asked = self.script.logic[-1]
        assert isinstance(asked, logic.Patch)
        return asked.templates, asked.scripts

    def restart(self) -> None:
        self.script.add("restart")
        self.start = Start(self.result, self.clock())
        self.session.launch(LaunchRequest(), {}, {})

    def _judge(self, _project: object, scripts: Sequence[str], done: Callable[[ScriptObstacle | None], None]) -> None:
        self.judged.append(scripts)
        done(self.obstacle)

    def _told(self, verdict: str, reason: str, duration_ms: float) -> None:
        self.script.add(f"told {verdict} {reason}".rstrip() + f" after {duration_ms:.0f} ms")

    def _build(self, changed: list[str] | None) -> BuildResult:
        previous = self.result if changed else None
        project = previous.project if previous else load_project(self.root)
        return build(project, previous, changed)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_styles_are_swapped_on_the_phone_alone(run: Run) -> None:
    assert run.change("p/p.wxss", ".a { color: blue }") == ["view style p/p.wxss", "told style after 30 ms"]


def test_a_sheet_that_no_open_page_has_leaves_nothing_on_the_phone(run: Run) -> None:
    assert run.change("q/q.wxss", ".b { color: blue }") == ["view style q/q.wxss", "told style after 30 ms"]
    assert bytes(run.script.view[-1].style.parts) == b"[]"


def test_a_template_is_patched_without_asking(run: Run) -> None:
    assert run.change("p/p.wxml", "<view>two</view>") == ["logic Patch"]
    assert run.patch == (["p/p.wxml"], [])
    assert run.patched(ok=True) == ["told template after 30 ms"]


def test_scripts_are_asked_for_judged_and_patched(run: Run) -> None:
    assert run.change("lib.js", "exports.a = 2") == ["logic Dependents"]
    assert run.depends("lib.js", "p/p.js") == ["logic Patch"]
    assert run.judged == [["lib.js", "p/p.js"]]
    assert run.patch == ([], ["lib.js"])
    assert run.patched(ok=True) == ["told logic after 30 ms"]


def test_what_stands_in_the_way_of_a_script_restarts_the_program(run: Run) -> None:
    run.obstacle = ScriptObstacle("lib.js", "keeps-state", "a", 3)
    run.change("lib.js", "let a = 2")
    assert run.depends("lib.js") == ["restart"]
    run.reloading.painted(run.page_id)
    assert run.script.take() == ["told restart lib.js keeps state in a after 30 ms"]


def test_a_change_that_reaches_the_app_script_is_the_programs_to_refuse(run: Run) -> None:
    run.change("lib.js", "exports.a = 2")
    assert run.depends("lib.js", "app.js") == ["logic Patch"]
    assert run.judged == []
    refused = run.patched(obstacle=SwapObstacle("app-depends", "app.js", "a"))
    assert refused == ["restart"]


def test_a_judgement_for_a_former_run_changes_nothing(run: Run) -> None:
    run.change("lib.js", "exports.a = 2")
    run.restart()
    run.script.take()
    assert run.depends("lib.js") == []


@pytest.mark.parametrize(
    ("path", "text"), [("app.js", "App({ a: 1 })"), ("app.json", '{"pages": ["p/p"]}')], ids=["script", "configuration"]
)
def test_what_the_whole_program_hangs_on_restarts_it(run: Run, path: str, text: str) -> None:
    assert run.change(path, text) == ["restart"]
    run.reloading.painted(run.page_id - 1)
    assert run.script.take() == []
    run.reloading.painted(run.page_id)
    run.reloading.painted(run.page_id)
    assert run.script.take() == [f"told restart {path} after 30 ms"]


def test_a_new_mistake_keeps_the_last_good_screen_until_it_is_mended(run: Run) -> None:
    card, told = run.change("p/p.wxml", BROKEN)
    assert card == "card This change does not compile"
    assert told.startswith("told failed")
    assert run.change("p/p.wxml", FILES["p/p.wxml"]) == ["no card", "told unchanged after 30 ms"]
    assert run.change("p/p.wxml", FILES["p/p.wxml"]) == []


def test_a_script_that_breaks_is_shown_and_tried_again_with_the_next_change(run: Run) -> None:
    run.change("lib.js", "boom()")
    run.depends("lib.js")
    place = [StackFrame("", "lib.js", 1, 1)]
    card, told = run.patched(is_broken=True, reason="boom is not defined", stack=place)
    assert (card, told) == ("card This change does not run", "told failed boom is not defined after 30 ms")
    assert run.script.view[-1].call.file == "lib.js"
    assert run.take_up() == []
    assert run.change("q/q.js", "Page({ a: 1 })") == ["no card", "logic Dependents"]
    run.depends("q/q.js", "lib.js")
    assert run.patch == ([], ["q/q.js", "lib.js"])
    assert run.patched(ok=True) == ["told logic after 30 ms"]
    run.change("q/q.js", "Page({ a: 2 })")
    assert run.depends("q/q.js") == ["logic Patch"]
    assert run.patch == ([], ["q/q.js"])


@pytest.mark.parametrize("state", ["hung", "crashed"])
def test_what_has_ended_is_started_again_by_a_change_alone(run: Run, state: str) -> None:
    run.script.state.enter(state)  # type: ignore[arg-type]
    run.script.take()
    assert run.take_up() == []
    assert run.change("p/p.wxss", ".a { color: blue }") == ["restart"]


def test_a_project_that_is_back_runs_again_though_nothing_has_changed(run: Run) -> None:
    run.script.state.enter("stopped")
    run.script.take()
    assert run.take_up() == ["restart"]


def test_advice_is_no_change(run: Run) -> None:
    run.reloading.advised(run.result)
    assert run.take_up() == []


def test_nothing_is_taken_up_before_the_first_start(run: Run) -> None:
    fresh = Reloading(run.reloading._parts)
    fresh.take_up(run.result, 0.0)
    assert run.script.take() == []
