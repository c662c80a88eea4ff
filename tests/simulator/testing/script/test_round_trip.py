"""What is written from steps runs, and does these steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from simulator.testing.app import App
from simulator.testing.failure import TestFailure
from simulator.testing.programs import Programs
from simulator.testing.script import steps as does
from simulator.testing.script.ways import Part, Way
from simulator.testing.script.writer import write_script
from simulator.testing.settings import RunSettings
from tests.support.tested_project import make_tested_project

ROW = Way((Part("card", has_text="Sencha"),))
NOTE = Way((Part(".note"),))
NAME = Way((Part(".name"),))
HOSTILE = 'a"b\'\\"""\n'


@pytest.fixture(scope="module")
def programs(qapp: object) -> Iterator[Programs]:
    programs = Programs()
    yield programs
    programs.close()


@pytest.fixture
def tea(programs: Programs, tmp_path_factory: pytest.TempPathFactory) -> App:
    return programs.app(RunSettings(make_tested_project(tmp_path_factory.mktemp("tea")), deadline_s=30))


def run(app: App, *steps: does.Step) -> None:
    namespace: dict[str, Any] = {}
    script = write_script("test_it", steps)
    exec(script, namespace)
    test = namespace["test_it"]
    test(**{name: app.page if name == "page" else app for name in test.__code__.co_varnames[:2]})


def test_the_written_script_does_the_steps(tea: App) -> None:
    run(
        tea,
        does.Tap(ROW.then(Part(".more"))),
        does.ExpectText(NOTE, "more of 2: 1"),
        does.ExpectCount(Way((Part("card"),)), 2),
        does.Tap(Way((Part(own_text="Open"),))),
        does.ExpectPage("pages/detail/detail?id=7"),
        does.ExpectText(Way((Part(".id"),)), "7"),
        does.GoBack(),
        does.ExpectPage("pages/list/list"),
        does.Open("pages/form/form"),
        does.Fill(NAME, "Lu", confirms=True),
        does.ExpectValue(NAME, "Lu"),
        does.Tap(Way((Part("switch"),))),
        does.ExpectVisible(Way((Part("switch"),))),
        does.GoHome(),
        does.ExpectPage("pages/list/list"),
    )


def test_a_hostile_text_is_typed_and_expected_as_it_is(tea: App) -> None:
    about = Way((Part(".about"),))
    run(tea, does.Open("pages/form/form"), does.Fill(about, HOSTILE), does.ExpectValue(about, HOSTILE))


def test_dialogs_are_answered(tea: App) -> None:
    tea.page.call("ask")
    run(tea, does.AnswerDialog("All of it"), does.ExpectText(NOTE, "true"))
    tea.page.call("choose")
    run(tea, does.ChooseEntry("Black", "Green"), does.ExpectText(NOTE, "1"))


def test_what_does_not_come_true_fails(tea: App) -> None:
    with pytest.raises(TestFailure):
        run(tea, does.SwitchTab("pages/detail/detail"))
