"""How a phone is held and what each page is told of it, as transcripts."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Raw
from PySide6.QtCore import QCoreApplication

from runtime.world.world import new_world
from simulator.device import UnknownDevice, find_device, load_devices
from simulator.running.held_phone import HeldPhone
from simulator.session.facts import ProgramFacts
from simulator.session.session import CompiledProgram, LaunchRequest, Session
from tests.support.recording_neighbours import RecordingPhone
from tests.support.run_parts import Script

PROGRAM: dict[str, Any] = {
    "app": {},
    "pages": {"a": {"window": {"pageOrientation": "auto"}}, "b": {"window": {"pageOrientation": "landscape"}}},
}


class Hand:
    """A phone in somebody's hand, and a program on its page a."""

    def __init__(self) -> None:
        self.script = Script()
        self.phone = RecordingPhone(find_device(load_devices(), ""))
        self.session = Session()
        self.world = new_world()
        script = self.script
        self.held = HeldPhone(self.phone, self.session, script.to_logic, script.notices, "portrait", self.world)

    def start(self, **app: Any) -> None:
        facts = ProgramFacts.from_program({**PROGRAM, "app": app})
        self.session.use_program(CompiledProgram(lambda: Raw(b"{}"), facts, lambda page: []))
        self.session.launch(LaunchRequest(), {}, {})


@pytest.fixture
def hand(qapp: QCoreApplication) -> Hand:
    return Hand()


def test_before_the_first_start_nobody_is_told(hand: Hand) -> None:
    hand.held.rotate()
    assert hand.phone.device.orientation == "landscape"
    assert hand.script.take() == []


def test_a_page_that_follows_the_phone_turns_with_it(hand: Hand) -> None:
    hand.start()
    hand.held.rotate()
    assert (hand.held.held, hand.phone.device.orientation) == ("landscape", "landscape")
    assert hand.script.take() == ["logic DeviceChanged"]


def test_a_page_with_its_own_orientation_stays_and_the_user_is_told(hand: Hand) -> None:
    hand.start()
    hand.session.route("redirectTo", "/b")
    hand.held.page_turned()
    hand.script.take()
    hand.held.rotate()
    assert (hand.held.held, hand.phone.device.orientation) == ("landscape", "landscape")
    hand.held.rotate()
    assert (hand.held.held, hand.phone.device.orientation) == ("portrait", "landscape")
    assert hand.script.take() == [
        "logic DeviceChanged", "notice page-keeps-orientation", "logic DeviceChanged", "notice page-keeps-orientation",
    ]  # fmt: skip


def test_the_phone_turns_before_a_page_hears_of_itself(hand: Hand) -> None:
    hand.start()
    hand.session.route("navigateTo", "/b")
    page = hand.session.pages.top
    assert page is not None
    hand.held.page_opens(page)
    assert hand.phone.device.orientation == "landscape"
    (told,) = hand.script.logic
    assert told.device["deviceOrientation"] == "landscape"


def test_another_model_keeps_how_it_is_held(hand: Hand) -> None:
    hand.start()
    hand.held.rotate()
    other = next(one.name for one in hand.held.models.values() if one.name != hand.phone.device.name)
    hand.held.use_model(other)
    assert (hand.phone.device.name, hand.phone.device.orientation) == (other, "landscape")
    with pytest.raises(UnknownDevice):
        hand.held.use_model("no phone")


def test_only_a_program_that_follows_the_theme_is_told_of_it(hand: Hand) -> None:
    hand.start()
    hand.held.change(theme="dark")
    assert "theme" not in hand.held.information()
    hand.start(darkmode=True)
    assert hand.held.information()["theme"] == "dark"


def test_the_phone_and_the_program_hear_how_the_phone_is_doing(hand: Hand) -> None:
    hand.start()
    hand.script.logic.clear()
    hand.world.set_all({"battery.level": 7, "permission.camera": "off", "place.latitude": 1}, "panel")
    assert (hand.phone.device.status.battery_level, hand.phone.device.for_view().battery_level) == (7, 7)
    (message,) = hand.script.logic
    assert message.device["cameraAuthorized"] is False
    hand.world.set("place.latitude", 2, "panel")
    assert len(hand.script.logic) == 1
    hand.held.use_model("iPhone X")
    assert hand.phone.device.status.battery_level == 7
