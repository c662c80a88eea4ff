"""Editing the simulated user: what is written is what the world keeps."""

from __future__ import annotations

from ide.models.simulated_user import FIELDS, Field, SimulatedUser
from runtime.world.world import new_world


def test_values_are_written_one_beside_the_other() -> None:
    world = new_world()
    user = SimulatedUser(world)
    assert user.set_text(Field("user", "nick_name"), "小明")
    assert user.set_text(Field("place", "latitude"), "31.2")
    user.set_dialogs("accept")
    user.set_session_valid(is_valid=False)
    assert world.state.kept == {
        "user.nickName": "小明", "place.latitude": 31.2, "answers.dialogs": "accept", "session.isValid": False,
    }  # fmt: skip


def test_every_field_has_a_text() -> None:
    user = SimulatedUser(new_world())
    assert user.text(Field("place", "longitude")) == "116.3975"
    assert all(isinstance(user.text(field), str) for field in FIELDS)


def test_a_number_that_is_none_is_refused() -> None:
    user = SimulatedUser(new_world())
    assert not user.set_text(Field("place", "latitude"), "north")
    assert user.text(Field("place", "latitude")) == "39.9087"


def test_permissions_are_decided_and_forgotten() -> None:
    user = SimulatedUser(new_world())
    user.decide("scope.camera", "denied")
    assert user.decision("scope.camera") == "denied"
    user.reset()
    assert user.decision("scope.camera") == "ask"
