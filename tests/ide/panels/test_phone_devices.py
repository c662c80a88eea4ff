"""Choosing and describing phones in the frame of the simulator, without a window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ide.models.debug_target import Orientation
from ide.models.devices import ListedDevice
from ide.panels.phone.presenter import PhonePresenter, ShownPage
from simulator.device.own_devices import OwnDevice
from tests.support.fake_running_program import FakeRunningProgram
from tests.support.ide_desk import make_project

pytestmark = pytest.mark.window

MINE = OwnDevice("Mine", 500, 900)


class View:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.shown: tuple[list[str], str] = ([], "")
        self.refused: list[str] = []
        self.remembered: list[str] = []
        self.language = ""

    def show_devices(self, listed: Sequence[ListedDevice], current: str) -> None:
        self.shown = ([device.name for device in listed], current)

    def show_language(self, language: str) -> None:
        self.language = language

    def report_refused(self, why: str) -> None:
        self.refused.append(why)

    def show_page(self, page: ShownPage) -> None: ...
    def show_state(self, state: str, detail: str) -> None: ...
    def show_orientation(self, held: Orientation, shown: Orientation) -> None: ...
    def report_kept(self, shown: Orientation) -> None: ...
    def copy(self, text: str) -> None: ...


@pytest.fixture
def program(tmp_path: Path) -> FakeRunningProgram:
    return FakeRunningProgram(make_project(tmp_path))


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(program: FakeRunningProgram, view: View) -> PhonePresenter:
    presenter = PhonePresenter(program, view)
    presenter.device_changed = view.remembered.append
    return presenter


def test_a_phone_that_is_described_is_shown_and_remembered(presenter: PhonePresenter, view: View) -> None:
    presenter.keep_device(MINE, "")
    assert view.shown == (["iPhone 6/7/8", "iPhone X", "Pixel 9", "Mine"], "Mine")
    assert presenter.own_device("Mine") == MINE
    presenter.keep_device(OwnDevice("Yours", 500, 900), "Mine")
    assert view.shown == (["iPhone 6/7/8", "iPhone X", "Pixel 9", "Yours"], "Yours")
    assert view.remembered == ["Mine", "Yours"]


def test_another_phone_is_shown_when_the_one_on_the_desk_is_removed(presenter: PhonePresenter, view: View) -> None:
    presenter.keep_device(MINE, "")
    presenter.remove_device("Mine")
    assert view.shown == (["iPhone 6/7/8", "iPhone X", "Pixel 9"], "iPhone 6/7/8")
    presenter.keep_device(MINE, "")
    presenter.choose_device("Pixel 9")
    presenter.remove_device("Mine")
    assert view.shown == (["iPhone 6/7/8", "iPhone X", "Pixel 9"], "Pixel 9")


def test_a_refused_description_changes_nothing(
    program: FakeRunningProgram, presenter: PhonePresenter, view: View
) -> None:
    program.debug.devices.refusal = "disk full"
    presenter.keep_device(MINE, "")
    presenter.remove_device("Pixel 9")
    assert (view.refused, view.shown[1], view.remembered) == (["disk full", "disk full"], "iPhone 6/7/8", [])


def test_the_phone_of_the_last_time_comes_back_if_it_is_still_there(presenter: PhonePresenter, view: View) -> None:
    presenter.remember("Sold", "")
    assert view.shown[1] == "iPhone 6/7/8"
    presenter.remember("Pixel 9", "en")
    assert (view.shown[1], view.language) == ("Pixel 9", "en")
    presenter.remember("Pixel 9", "<b>")
    assert view.language == "en"


def test_another_language_of_the_phone_starts_the_program_anew(
    program: FakeRunningProgram, presenter: PhonePresenter, view: View
) -> None:
    assert view.language == "zh_CN"
    presenter.language_changed = view.remembered.append
    presenter.choose_language("zh_TW")
    assert (view.language, program.debug.world.language, view.remembered) == ("zh_TW", "zh_TW", ["zh_TW"])
    assert program.calls == [("relaunch",)]
