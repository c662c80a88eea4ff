"""A scenario in its time, on a clock of the test; and a record that plays the same again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest

from runtime.world.scenario.model import Scenario
from runtime.world.scenario.player import MOST_BEHIND_MS, Player
from runtime.world.scenario.read import read_scenario
from runtime.world.scenario.recording import Recording
from runtime.world.scenario.timeline import acts
from runtime.world.world import Happening, new_world


def scenario(text: str) -> Scenario:
    return read_scenario(text, "day.json", new_world().known, lambda name: b"")


class Desk:
    """A world and a clock; `went` are moment and what happened."""

    def __init__(self) -> None:
        self.now_ms = 1_000.0
        self.waiting: list[tuple[float, Callable[[], None]]] = []
        self.went: list[tuple[float, Any]] = []
        self.ends = 0
        self.world = new_world()
        self.world.subscribe(self._note)
        self.player = Player(self.world, self._after, lambda: self.now_ms, self._ended)

    def _after(self, ms: int, task: Callable[[], None]) -> None:
        self.waiting.append((self.now_ms + ms, task))

    def _ended(self) -> None:
        self.ends += 1

    def _note(self, happening: Happening) -> None:
        self.went.append((self.now_ms - 1_000, happening.event or dict(happening.after)))

    def pass_by(self, ms: float) -> None:
        """Time goes by, and what is due is done in its moment."""
        until = self.now_ms + ms
        while due := [one for one in self.waiting if one[0] <= until]:
            first = min(due, key=lambda one: one[0])
            self.waiting.remove(first)
            self.now_ms = max(self.now_ms, first[0])
            first[1]()
        self.now_ms = until


@pytest.fixture
def desk() -> Desk:
    return Desk()


STEPS = """{"steps": [
  {"at": 0, "set": {"network.type": "4g"}},
  {"at": 500, "set": {"network.type": "none", "battery.level": 9}, "fire": "memory.warning"},
  {"at": 200, "fire": "screen.capture"}
]%s}"""


def test_steps_come_in_their_moments(desk: Desk) -> None:
    desk.player.play(scenario(STEPS % ""))
    assert desk.went == [(0, {"network.type": "4g"})]
    desk.pass_by(10_000)
    assert desk.went[1:] == [
        (200, "screen.capture"), (500, {"battery.level": 9, "network.type": "none"}), (500, "memory.warning"),
    ]  # fmt: skip
    assert (desk.ends, desk.player.is_playing, desk.waiting) == (1, False, [])


def test_what_is_stopped_does_no_more(desk: Desk) -> None:
    desk.player.play(scenario(STEPS % ""))
    desk.player.stop()
    desk.pass_by(10_000)
    assert (len(desk.went), desk.ends) == (1, 0)


def test_another_scenario_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.player.play(scenario(STEPS % ""))
    desk.player.play(scenario('{"steps": [{"at": 300, "set": {"network.type": "5g"}}]}'))
    desk.pass_by(10_000)
    assert desk.went == [(0, {"network.type": "4g"}), (300, {"network.type": "5g"})]


def test_a_scenario_begins_again(desk: Desk) -> None:
    desk.player.play(scenario('{"duration": 1000, "loop": 3, "steps": [{"at": 100, "fire": "screen.capture"}]}'))
    desk.pass_by(10_000)
    assert [at for at, _ in desk.went] == [100, 1100, 2100]
    assert desk.ends == 1


def track(**members: str) -> str:
    inside = ", ".join(f'"{name}": {value}' for name, value in members.items())
    return f'{{"tracks": [{{"values": ["place.latitude", "network.type"], {inside}}}]}}'


def test_a_track_goes_from_point_to_point_and_numbers_lie_between(desk: Desk) -> None:
    text = track(points='[[1.0, "4g"], [2.0, "2g"]]', step="1000", every="250", at="100")
    desk.player.play(scenario(text))
    desk.pass_by(10_000)
    assert [(at, values.get("place.latitude")) for at, values in desk.went] == [
        (100, 1.0), (350, 1.25), (600, 1.5), (850, 1.75), (1100, 2.0),
    ]  # fmt: skip
    assert desk.went[-1][1]["network.type"] == "2g"


def test_a_track_that_begins_again_goes_on_in_its_step() -> None:
    made = acts(scenario(track(points='[[1.0, "4g"], [2.0, "2g"]]', loop="true")))
    assert [(act.at_ms, act.values["place.latitude"]) for act in islice(made, 4)] == [
        (0, 1.0), (1000, 2.0), (2000, 1.0), (3000, 2.0),
    ]  # fmt: skip


def test_samples_that_come_late_together_are_told_once(desk: Desk) -> None:
    desk.player.play(scenario(track(points='[[1.0, "4g"], [2.0, "2g"]]', step="1000", every="10")))
    desk.went.clear()
    desk.now_ms += 1500
    desk.pass_by(0)
    assert desk.went == [(1500, {"place.latitude": 2.0, "network.type": "2g"})]


def test_events_are_never_left_out(desk: Desk) -> None:
    desk.player.play(scenario('{"duration": 100, "loop": true, "steps": [{"at": 50, "fire": "screen.capture"}]}'))
    desk.now_ms += 1000
    desk.pass_by(0)
    assert len(desk.went) == 10


def test_a_sleep_of_the_computer_is_no_time_of_the_scenario(desk: Desk) -> None:
    desk.player.play(scenario('{"duration": 100, "loop": true, "steps": [{"at": 50, "fire": "screen.capture"}]}'))
    desk.now_ms += MOST_BEHIND_MS * 1000
    desk.pass_by(0)
    assert len(desk.went) == 1
    desk.pass_by(100)
    assert len(desk.went) == 2


def test_a_record_of_a_session_plays_the_same_again(desk: Desk) -> None:
    desk.world.set("user.nickName", "Ann", "panel")
    recording = Recording(desk.world, lambda: desk.now_ms)
    desk.now_ms += 300
    desk.world.set("network.type", "2g", "panel")
    desk.now_ms += 300
    desk.world.fire("memory.warning", {"level": 15}, "console")
    desk.world.reset(["network.type"], "panel")
    desk.now_ms += 300
    text = recording.stop()
    desk.world.set("network.type", "5g", "panel")

    again = Desk()
    again.player.play(read_scenario(text, "day.json", again.world.known, lambda name: b""))
    again.pass_by(10_000)
    assert again.went == [
        (0, {"user.nickName": "Ann"}), (300, {"network.type": "2g"}), (600, "memory.warning"),
        (600, {"network.type": "wifi"}),
    ]  # fmt: skip
