"""The scenario's file: what stands in it counts at once, and what cannot be read is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.api.scenario import Outcome, Scenario
from simulator.api.ports.account import ScenarioAccount


class Desk:
    def __init__(self, folder: Path) -> None:
        self.path = folder / "scenario.json"
        self.warned: list[str] = []
        self.account = ScenarioAccount(self.path, lambda _path, why: self.warned.append(why))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_edit_of_the_file_counts_at_once(desk: Desk) -> None:
    assert desk.account.scenario() == Scenario()
    desk.path.write_text('{"outcomes": {"login": {"fail": "x"}}}')
    assert desk.account.scenario().outcomes == {"login": Outcome(fail="x")}
    desk.path.write_text('{"isSessionValid": false}')
    assert not desk.account.scenario().is_session_valid
    desk.path.unlink()
    assert desk.account.scenario() == Scenario()


def test_what_is_saved_is_what_is_read(desk: Desk) -> None:
    desk.account.save(Scenario(outcomes={"login": Outcome(result={"code": "c"})}))
    desk.account.grant("scope.camera", granted=False)
    assert desk.account.scenario().grants == {"scope.camera": False}
    assert desk.account.scenario().outcomes == {"login": Outcome(result={"code": "c"})}


@pytest.mark.parametrize("text", ["{", "[]", '{"outcomes": {"login": 5}}', '{"outcomes": 1}', "\xff"])
def test_a_file_that_cannot_be_understood_is_told_once_and_the_defaults_hold(desk: Desk, text: str) -> None:
    desk.path.write_text(text, "latin-1")
    assert [desk.account.scenario() for _ in range(3)] == [Scenario()] * 3
    assert len(desk.warned) == 1


def test_a_folder_in_its_place_is_no_file(desk: Desk) -> None:
    desk.path.mkdir()
    assert (desk.account.scenario(), desk.warned) == (Scenario(), [])
