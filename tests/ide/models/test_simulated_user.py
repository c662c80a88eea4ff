"""Editing the simulated user: what is written is what the world keeps."""

from __future__ import annotations

from ide.models.simulated_user import FIELDS, Field, SimulatedUser
from tests.support.debug_target import FakeWorld


def test_values_are_written_one_beside_the_other() -> None:
    world = FakeWorld()
    user = SimulatedUser(world)
    assert user.set_text(Field("user", "nick_name"), "小明")
    assert user.set_text(Field("place", "latitude", True), "31.2")
    assert user.set_dialogs("accept")
    assert user.set_session_valid(is_valid=False)
    assert (world.saved.user.nick_name, world.saved.place.latitude) == ("小明", 31.2)
    assert (world.saved.dialogs, world.saved.is_session_valid) == ("accept", False)


def test_every_field_has_a_text() -> None:
    user = SimulatedUser(FakeWorld())
    assert user.text(Field("place", "longitude", True)) == "116.3975"
    assert all(isinstance(user.text(field), str) for field in FIELDS)


def test_a_number_that_is_none_is_refused() -> None:
    user = SimulatedUser(FakeWorld())
    assert not user.set_text(Field("place", "latitude", True), "north")
    assert user.scenario.place.latitude == 39.9087


def test_permissions_are_decided_and_forgotten() -> None:
    user = SimulatedUser(FakeWorld())
    user.decide("scope.camera", "denied")
    assert (user.decision("scope.camera"), user.scenario.has_grant("scope.camera")) == ("denied", False)
    user.decide("scope.camera", "undecided")
    assert user.scenario.grants == {}


def test_what_cannot_be_written_is_said() -> None:
    world = FakeWorld()
    world.refusal = "the disk is full"
    user = SimulatedUser(world)
    assert not user.set_dialogs("accept")
    assert user.problem == "the disk is full"
    world.refusal = ""
    assert user.set_dialogs("accept")
    assert user.problem == ""
