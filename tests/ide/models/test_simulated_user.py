"""Editing the simulated user: what is written is what the APIs read."""

from __future__ import annotations

from pathlib import Path

from ide.models.simulated_user import FIELDS, Field, SimulatedUser
from simulator.api.ports.account import ScenarioAccount


def read(path: Path) -> ScenarioAccount:
    return ScenarioAccount(path, lambda path, why: None)


def test_values_are_written_and_read_by_the_apis(tmp_path: Path) -> None:
    path = tmp_path / "scenario.json"
    user = SimulatedUser(path)
    assert user.set_text(Field("user", "nick_name"), "小明")
    assert user.set_text(Field("place", "latitude", True), "31.2")
    assert user.set_dialogs("accept")
    assert user.set_session_valid(is_valid=False)
    scenario = read(path).scenario()
    assert (scenario.user.nick_name, scenario.place.latitude) == ("小明", 31.2)
    assert (scenario.dialogs, scenario.is_session_valid) == ("accept", False)


def test_every_field_has_a_text(tmp_path: Path) -> None:
    user = SimulatedUser(tmp_path / "scenario.json")
    assert user.text(Field("place", "longitude", True)) == "116.3975"
    assert all(isinstance(user.text(field), str) for field in FIELDS)


def test_a_number_that_is_none_is_refused(tmp_path: Path) -> None:
    user = SimulatedUser(tmp_path / "scenario.json")
    assert not user.set_text(Field("place", "latitude", True), "north")
    assert user.scenario.place.latitude == 39.9087


def test_permissions_are_decided_and_forgotten(tmp_path: Path) -> None:
    user = SimulatedUser(tmp_path / "scenario.json")
    user.decide("scope.camera", "denied")
    assert (user.decision("scope.camera"), user.scenario.has_grant("scope.camera")) == ("denied", False)
    user.decide("scope.camera", "undecided")
    assert user.scenario.grants == {}


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "scenario.json").mkdir()
    user = SimulatedUser(tmp_path / "scenario.json")
    assert not user.set_dialogs("accept")
    assert user.problem
