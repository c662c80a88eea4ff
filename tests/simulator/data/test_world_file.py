"""The world values of a project on the disk: an edit counts at once, what cannot be read is told once and stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runtime.world.world import new_world
from simulator.data.folders import DATA_VARIABLE, DataFolders
from simulator.data.world_file import MAX_BYTES, WorldFile


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folders = DataFolders.of_project(folder)
        self.warned: list[str] = []
        self.known = new_world().known
        self.file = self.opened()

    @property
    def path(self) -> Path:
        return self.folders.world_file

    def opened(self) -> WorldFile:
        return WorldFile(self.folders, self.known, lambda _path, why: self.warned.append(why))

    def stored(self) -> Any:
        return json.loads(self.path.read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    return Desk(tmp_path)


def test_an_edit_of_the_file_counts_and_is_read_once(desk: Desk) -> None:
    assert desk.file.read() is None
    desk.path.write_text('{"network.type": "2g"}')
    assert desk.file.read() == {"network.type": "2g"}
    assert desk.file.read() is None
    desk.path.unlink()
    assert desk.file.read() == {}


def test_what_is_written_is_what_the_next_one_reads(desk: Desk) -> None:
    desk.file.write({"user.nickName": "小明", "answers.outcomes": {"login": {"fail": "x"}}})
    assert desk.file.read() is None
    assert desk.opened().read() == {
        "user.nickName": "小明", "answers.outcomes": {"login": {"fail": "x", "errno": None, "result": None}},
    }  # fmt: skip


def test_whoever_is_ended_while_writing_leaves_what_was_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.file.write({"network.type": "2g"})

    def ended(_path: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", ended)
    with pytest.raises(KeyboardInterrupt):
        desk.file.write({"network.type": "3g"})
    assert desk.opened().read() == {"network.type": "2g"}


@pytest.mark.parametrize("text", ["{", "[]", "\xff", "[" * 100_000, " " * (MAX_BYTES + 1)], ids=range(5))
def test_a_file_that_cannot_be_understood_is_told_once(desk: Desk, text: str) -> None:
    desk.path.write_text(text, "latin-1")
    assert (desk.file.read(), desk.file.read(), len(desk.warned)) == ({}, None, 1)


def test_entries_that_are_wrong_are_told_and_stay_in_the_file(desk: Desk) -> None:
    desk.path.write_text('{"network.typ": "2g", "battery.level": 900, "network.type": "3g"}')
    assert desk.file.read() == {"network.type": "3g"}
    first, second = desk.warned
    assert first.startswith("there is no world value 'network.typ'; there is network.type")
    assert second == "battery.level is a whole number from 1 to 100 %, not 900"
    desk.file.write({"network.type": "4g"})
    assert desk.stored() == {"network.typ": "2g", "battery.level": 900, "network.type": "4g"}


def test_a_folder_in_its_place_is_no_file(desk: Desk) -> None:
    desk.path.mkdir()
    assert (desk.file.read(), desk.warned) == (None, [])


FORMER = {
    "user": {"nickName": "Ann", "gender": 2, "openId": "o-1"},
    "place": {"latitude": 1.5, "longitude": 2.5},
    "address": {"userName": "Ann"},
    "scan": {"result": "r", "scanType": "QR_CODE", "charSet": "utf-8"},
    "grants": {"scope.camera": True, "scope.werun": False},
    "defaultGrant": True,
    "dialogs": "accept",
    "isSessionValid": False,
    "outcomes": {"login": {"fail": "timeout"}},
}


def test_what_former_versions_kept_is_taken_over_once(desk: Desk) -> None:
    desk.folders.former_world_file.write_text(json.dumps(FORMER))
    values = desk.file.read()
    assert values is not None
    assert values["user.nickName"] == "Ann"
    assert (values["place.latitude"], values["scan.result"], values["scan.type"]) == (1.5, "r", "QR_CODE")
    assert (values["permission.camera"], values["permission.werun"]) == ("granted", "denied")
    assert (values["answers.dialogs"], values["session.isValid"]) == ("accept", False)
    assert values["answers.outcomes"]["login"]["fail"] == "timeout"
    assert (desk.warned, desk.folders.former_world_file.exists(), desk.stored() == values) == ([], False, True)


def test_what_was_refused_unless_allowed_is_refused_by_name(desk: Desk) -> None:
    desk.folders.former_world_file.write_text('{"defaultGrant": false, "grants": {"scope.camera": true}}')
    values = desk.file.read()
    assert values is not None
    assert (values["permission.camera"], values["permission.userLocation"]) == ("granted", "denied")


@pytest.mark.parametrize("text", ["{", "[]", '{"user": 5, "grants": [], "dialogs": 7}'], ids=range(3))
def test_a_former_file_that_is_broken_breaks_nothing(desk: Desk, text: str) -> None:
    desk.folders.former_world_file.write_text(text)
    assert [desk.file.read() or {} for _ in range(2)] == [{}, {}]
    assert len(desk.warned) == 1
