"""The world of a running program: kept on the disk, told in the timeline."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from runtime.world.scenario.model import Scenario, Step
from runtime.world.world import World, new_world
from simulator.bridge.notices import Notices
from simulator.bridge.record import Record
from simulator.bridge.recorder import Recorder
from simulator.data.folders import DATA_VARIABLE, DataFolders
from simulator.data.world_file import WorldFile
from simulator.running.options import ProgramOptions
from simulator.running.played_world import PlayedWorld


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folders = DataFolders.of_project(folder)
        self.records: list[Record] = []
        self.waiting: list[tuple[int, Callable[[], None]]] = []
        self.played = self.opened()
        self.world = self.played.world

    def opened(self) -> PlayedWorld:
        recorder = Recorder()
        recorder.subscribe(self.records.extend)
        return PlayedWorld(new_world(), self.folders, recorder, Notices(recorder), self.after)

    def after(self, ms: int, task: Callable[[], None]) -> None:
        self.waiting.append((ms, task))

    def time_passes(self) -> None:
        """All that waits is due."""
        due, self.waiting = self.waiting, []
        for _ms, task in due:
            task()

    def reopened(self) -> World:
        """As whoever starts the program again finds it."""
        self.played.close()
        return self.opened().world

    def on_disk(self) -> Any:
        return json.loads(self.folders.world_file.read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    return Desk(tmp_path)


def test_every_change_and_event_stands_in_the_timeline(desk: Desk) -> None:
    desk.world.set_all({"network.type": "2g", "battery.level": 7}, "console")
    desk.world.fire("memory.warning", {}, "scenario")
    assert [(record.kind, record.code, record.title) for record in desk.records] == [
        ("bridge", "world", 'world network.type = "2g", battery.level = 7'),
        ("bridge", "world", "world memory.warning"),
    ]  # fmt: skip
    change = msgspec.json.decode(desk.records[0].payload)
    assert (change["door"], change["before"]) == ("console", {"network.type": "wifi", "battery.level": 100})
    assert [one["source"] for one in change["fires"]] == ["network"]


def test_what_the_user_sets_is_there_the_next_time_and_what_is_played_is_not(desk: Desk) -> None:
    desk.world.set("user.nickName", "Ann", "panel")
    desk.world.set("network.type", "2g", "scenario")
    again = desk.reopened()
    assert (again["user.nickName"], again["network.type"]) == ("Ann", "wifi")


def test_what_only_becomes_kept_is_no_change_for_the_timeline(desk: Desk) -> None:
    desk.world.set("network.type", "2g", "scenario")
    desk.world.set("network.type", "2g", "panel")
    assert [record.title for record in desk.records] == ['world network.type = "2g"']
    assert desk.reopened()["network.type"] == "2g"


def test_what_is_wished_for_a_run_lies_over_what_is_kept(desk: Desk) -> None:
    desk.world.set_all({"answers.dialogs": "decline", "network.type": "4g"}, "panel")
    desk.played.close()
    played = desk.opened()
    played.begin(ProgramOptions(dialogs="accept", world={"network.type": "2g"}))
    assert (played.world["answers.dialogs"], played.world["network.type"]) == ("accept", "2g")
    assert desk.opened().world["network.type"] == "4g"


def test_an_edit_of_the_file_counts_when_somebody_looks(desk: Desk) -> None:
    desk.folders.world_file.write_text('{"network.type": "none"}')
    assert desk.world["network.type"] == "wifi"
    desk.played.look()
    assert desk.world["network.type"] == "none"
    assert desk.records[-1].title == 'world network.type = "none"'


def test_a_slider_that_is_dragged_is_one_write_of_another_thread(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    writers: list[str] = []
    write = WorldFile.write
    monkeypatch.setattr(
        WorldFile, "write", lambda file, values: (writers.append(threading.current_thread().name), write(file, values))
    )
    for level in range(1, 61):
        desk.world.set("battery.level", level, "panel")
    assert (writers, [ms <= 250 for ms, _task in desk.waiting]) == ([], [True])
    desk.time_passes()
    desk.played.close()
    assert (len(writers), writers[0].startswith("world-file")) == (1, True)
    assert desk.on_disk() == {"battery.level": 60}


def test_what_the_file_was_does_not_come_back_while_it_is_to_be_written(desk: Desk) -> None:
    desk.folders.world_file.write_text('{"battery.level": 5}')
    desk.world.set("battery.level", 60, "panel")
    desk.played.look()
    assert desk.world["battery.level"] == 60
    assert desk.reopened()["battery.level"] == 60


def test_what_cannot_be_kept_holds_and_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.folders.world_file.mkdir()
    desk.world.set("user.nickName", "Ann", "panel")
    desk.time_passes()
    qtbot.waitUntil(lambda: len(desk.records) == 2, timeout=60_000)
    assert desk.world["user.nickName"] == "Ann"
    assert [record.code for record in desk.records] == ["world", "world-not-kept"]


def test_a_scenario_begins_with_the_first_page_and_its_beginning_before(desk: Desk) -> None:
    scenario = Scenario(steps=[Step(0, {"network.type": "4g"}), Step(50_000, {"network.type": "none"})])
    desk.played.begin(ProgramOptions(scenario=scenario))
    assert (desk.world["network.type"], desk.waiting, desk.played.is_playing) == ("4g", [], False)
    desk.played.page_is_drawn()
    desk.played.page_is_drawn()
    assert (len(desk.waiting), desk.played.is_playing) == (1, True)
    assert [record.code for record in desk.records] == ["world", "scenario-begins"]
    desk.played.stop()
    assert not desk.played.is_playing


def test_a_session_is_recorded(desk: Desk) -> None:
    assert desk.played.recorded() == ""
    desk.played.record()
    desk.world.set("network.type", "2g", "panel")
    steps = msgspec.json.decode(desk.played.recorded())["steps"]
    assert ([step["set"] for step in steps], desk.played.is_recording) == ([{"network.type": "2g"}], False)
