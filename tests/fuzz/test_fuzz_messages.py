"""Messages with wrong shapes: no traceback, no mistake of ours, and nothing that nobody asked for.

They go through the whole host, with the panels of the window listening; every row of the console is laid out with all
of it open. A million for each side in a marked run, a few thousand always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import ide.panels
from ide.hosted.program import HostedProgram
from ide.models.appearance import Appearance
from ide.models.console.content import RowState, content_of
from ide.models.console.opened import Opened
from ide.models.console.opened import Path as Place
from ide.models.debug_session import DebugSession, KeptDebugging
from ide.models.panel_presenter import PanelDesk
from ide.models.problems import Problems
from ide.widgets.panel_meta import find_panels
from runtime.protocol import codec
from simulator.bridge.record import Direction, Record
from simulator.build.project_build import ProjectBuild
from simulator.data.folders import DATA_VARIABLE
from simulator.running.ends import Neighbours
from simulator.running.options import ProgramOptions
from tests.fuzz.messages import OF_LOGIC, OF_VIEW, message
from tests.support.project_folder import write_project
from tests.support.qt_ends import delete_now
from tests.support.recording_neighbours import RecordingLink, RecordingPhone
from tests.support.waiting import wait_until

FILES = {
    "app.json": '{"pages": ["p/p", "q/q"], "tabBar": {"list": [{"pagePath": "p/p", "text": "p"},'
    ' {"pagePath": "q/q", "text": "q"}]}}',
    "p/p.wxml": "<view>p</view>",
    "p/p.js": "Page({})",
    "q/q.wxml": "<view>q</view>",
    "q/q.js": "Page({})",
}
RUNS = pytest.mark.parametrize("runs", [4000, pytest.param(1_000_000, marks=pytest.mark.fuzz)])
TURN = 200
"""So many messages come before Qt gets its turn."""


class AllOpen(Opened):
    """A row whose every part is open, with members that never come."""

    def is_open(self, path: Place, *, at_first: bool = False) -> bool:
        return True


class Desk:
    """A program between neighbours that a test speaks for, and a window's panels beside it."""

    def __init__(self, root: Path) -> None:
        self.build = ProjectBuild(root, watches=False)
        options = ProgramOptions(animations=False, dialogs="accept")
        self.hosted = HostedProgram(self.build, options=options, neighbours=Neighbours(RecordingPhone, RecordingLink))
        self.program = self.hosted.program
        self.appearance = Appearance("dark", "en")
        self.codes: set[str] = set()
        self.wrong: list[str] = []
        self.parent = QWidget()
        desk = PanelDesk(
            self.hosted.debug, DebugSession(self.hosted.debug.debugger, KeptDebugging()), Problems(), self.appearance,
            lambda *_place: None, lambda _said: None,
        )  # fmt: skip
        self.presenters = [meta.present(desk) for meta in find_panels(ide.panels)]
        for meta, presenter in zip(find_panels(ide.panels), self.presenters, strict=True):
            meta.show(presenter, self.appearance, self.parent)
        self.program.recorder.subscribe(self._take)
        self.program.launch()
        wait_until(lambda: self.program.state == "running", "the build")

    def _take(self, records: Sequence[Record]) -> None:
        for record in records:
            self.codes.add(record.code)
            if record.code == "internal-error" or "Traceback" in record.title:
                self.wrong.append(record.title)
            if record.direction not in (Direction.HOST_TO_LOGIC, Direction.HOST_TO_VIEW):
                content_of(record, RowState(), AllOpen(), self.appearance.texts)

    def awaited(self, random: Random) -> int:
        """The number of an answer that somebody waits for: one of the panels, or nobody."""
        program = self.program
        asked = program.logic_questions
        questions = (program.phone_questions.replies, asked._evaluations, asked._inspections, asked._patches)
        waiting = [number for asked in questions for number in list(asked._waiting)[-3:]]
        return random.choice(waiting) if waiting and random.random() < 0.9 else random.randrange(5)

    def ask(self) -> None:
        """The panels ask what they ask when somebody works with them."""
        for presenter in self.presenters:
            presenter.refresh()
        self.program.evaluate("1", lambda answer: None)
        self.program.logic_questions.inspect(4, lambda answer: None)

    def from_view(self, text: str) -> None:
        self.program.phone.message.emit(text)

    def from_logic(self, text: str) -> None:
        data = codec.well_formed(text.encode("utf-8", "surrogatepass"))
        link = self.program._link
        try:
            found = codec.decode_from_logic(data)
        except msgspec.MsgspecError as error:
            link.misunderstood.emit(str(error))
        else:
            link.received.emit(found, data)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    made = Desk(write_project(tmp_path / "project", FILES))
    yield made
    made.hosted.close()
    made.build.close()
    delete_now(made.build)
    made.parent.deleteLater()


def talk(desk: Desk, samples: list[dict[str, Any]], say: Callable[[str], None], runs: int, seed: int) -> None:
    random = Random(seed)
    for number in range(runs):
        if number % 20 == 0:
            desk.ask()
        text = message(random, samples, desk.awaited(random))
        say(text)
        assert desk.wrong == [], text
        if number % TURN == 0:
            QCoreApplication.processEvents()


@RUNS
def test_messages_of_the_view(desk: Desk, capfd: pytest.CaptureFixture[str], runs: int) -> None:
    talk(desk, OF_VIEW, desk.from_view, runs, 1)
    assert "view-misunderstood" in desk.codes
    assert capfd.readouterr().err == ""


@RUNS
def test_messages_of_the_logic_process(desk: Desk, capfd: pytest.CaptureFixture[str], runs: int) -> None:
    talk(desk, OF_LOGIC, desk.from_logic, runs, 2)
    assert "logic-misunderstood" in desk.codes
    assert capfd.readouterr().err == ""


def test_an_answer_of_another_kind_answers_nothing(desk: Desk) -> None:
    heard: list[object] = []
    desk.program.evaluate("1", heard.append)
    desk.program.logic_questions.inspect(4, heard.append)
    number = next(iter(desk.program.logic_questions._evaluations._waiting))
    desk.from_logic(f'{{"m": "patched", "request_id": {number}, "ok": true}}')
    assert heard == []
    desk.from_logic(f'{{"m": "evaluated", "request_id": {number}, "value": null}}')
    assert len(heard) == 1


def test_an_answer_counts_once_and_only_if_it_was_asked_for(desk: Desk) -> None:
    heard: list[object] = []
    desk.program.logic_questions.inspect(4, heard.append)
    number = list(desk.program.logic_questions._inspections._waiting)[-1]
    for asked in (0, 1, number - 1000, number + 1, number, number):
        desk.from_logic(f'{{"m": "inspected", "request_id": {asked}, "value": null}}')
    assert len(heard) == 1
