"""The test panel: recording, expectations by pointing, saving, running; against a fake target."""

from __future__ import annotations

import pytest

from ide.models.user_tests import RunEnd
from ide.panels.user_test.presenter import Shown, UserTestPresenter
from tests.support.debug_target import FakeDesk


class Watcher:
    """A view that keeps what it is shown last."""

    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.copied = ""

    def show_test(self, shown: Shown) -> None:
        self.shown = shown

    def copy(self, text: str) -> None:
        self.copied = text


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def presenter(desk: FakeDesk) -> UserTestPresenter:
    presenter = UserTestPresenter(desk.panel_desk)
    presenter.call("buying")
    return presenter


@pytest.fixture
def view(presenter: UserTestPresenter) -> Watcher:
    view = Watcher()
    presenter.attach(view)
    presenter.refresh()
    return view


def test_the_script_grows_line_by_line(desk: FakeDesk, presenter: UserTestPresenter, view: Watcher) -> None:
    assert view.shown == Shown("", False, False, False, None, "none", "")
    presenter.command("record")
    assert view.shown == Shown("def test_buying():", True, False, False, None, "none", "")
    desk.target.user_tests.add("tap")
    assert view.shown.script == "def test_buying():\ntap"
    presenter.undo()
    assert view.shown.script == "def test_buying():"
    presenter.pause()
    assert view.shown.is_paused
    presenter.pause()
    assert not view.shown.is_paused
    presenter.record()
    assert not view.shown.is_on


def test_a_script_that_is_there_is_dropped_only_if_the_user_says_so(
    desk: FakeDesk, presenter: UserTestPresenter, view: Watcher
) -> None:
    presenter.record()
    desk.target.user_tests.add("tap")
    presenter.record()
    presenter.record()
    [(question, answered)] = desk.questions
    assert (question.key, question.answers) == ("record_anew", ("record_anew", "cancel"))
    answered("cancel")
    assert presenter.lines() == ["def test_buying():", "tap"]
    answered("record_anew")
    assert presenter.lines() == ["def test_buying():"]


def test_a_program_that_cannot_be_started_is_not_recorded(desk: FakeDesk, presenter: UserTestPresenter) -> None:
    desk.target.user_tests.can_begin = False
    presenter.record()
    assert desk.said == ["Not done: there is no program that could be started"]


def test_an_expectation_is_taken_by_pointing(desk: FakeDesk, presenter: UserTestPresenter, view: Watcher) -> None:
    presenter.pick("text")
    assert view.shown.picks is None
    presenter.record()
    presenter.pick("text")
    assert view.shown.picks == "text"
    assert desk.target.phone.hears is presenter
    presenter.pointed(1, 2)
    presenter.picked(10, 20)
    assert desk.target.user_tests.lines == []
    desk.target.phone.found = (3, 1)
    presenter.picked(10, 20)
    presenter.left()
    assert view.shown.picks is None
    assert desk.target.user_tests.lines == ["expect text (3, 1)"]
    presenter.pick("count")
    presenter.record()
    assert view.shown.picks is None
    assert desk.target.phone.hears is None


def test_saving_replaces_nothing_unasked(desk: FakeDesk, presenter: UserTestPresenter) -> None:
    presenter.record()
    desk.target.user_tests.add("tap")
    presenter.save()
    presenter.save()
    assert desk.said == ["Saved as tests/test_buying.py"]
    [(question, answered)] = desk.questions
    assert (question.key, question.arguments) == ("replace_test", {"file": "test_buying.py"})
    answered("cancel")
    assert len(desk.said) == 1
    answered("replace")
    assert desk.said == ["Saved as tests/test_buying.py"] * 2


def test_a_folder_that_refuses_is_told(desk: FakeDesk, presenter: UserTestPresenter) -> None:
    desk.target.user_tests.refusal = PermissionError(13, "Permission denied")
    presenter.save()
    assert desk.said == ["Not done: Permission denied"]


def test_a_run_ends_the_recording_and_shows_what_was_said(
    desk: FakeDesk, presenter: UserTestPresenter, view: Watcher
) -> None:
    presenter.record()
    desk.target.user_tests.add("tap")
    presenter.run()
    assert (view.shown.is_on, view.shown.run) == (False, "running")
    [(name, done)] = desk.target.user_tests.runs
    assert name == "buying"
    presenter.run()
    assert desk.target.user_tests.stops == 1
    done(RunEnd(False, "1 failed"))
    assert (view.shown.run, view.shown.output) == ("failed", "1 failed")
    presenter.run()
    desk.target.user_tests.runs[-1][1](RunEnd(True, "1 passed"))
    assert (view.shown.run, view.shown.output) == ("passed", "1 passed")


def test_the_script_is_copied(desk: FakeDesk, presenter: UserTestPresenter, view: Watcher) -> None:
    presenter.record()
    desk.target.user_tests.add("tap")
    presenter.copy()
    assert view.copied == "def test_buying():\ntap"


def test_the_end_of_the_project_ends_it(desk: FakeDesk, presenter: UserTestPresenter) -> None:
    presenter.record()
    presenter.close()
    assert not desk.target.user_tests.is_on
    assert desk.target.user_tests.stops == 1
