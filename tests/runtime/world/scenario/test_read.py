"""Scenario files: what is wrong in them is told with its place; tracks come from GPX files too."""

from __future__ import annotations

import json
from typing import Any

import pytest

from runtime.world.scenario.model import Scenario
from runtime.world.scenario.read import MAX_BYTES, ScenarioError, read_scenario
from runtime.world.world import new_world

KNOWN = new_world().known


def read(text: str, **files: bytes) -> Scenario:
    def beside(name: str) -> bytes:
        if name.replace(".", "_") not in files:
            raise FileNotFoundError(2, "No such file or directory", name)
        return files[name.replace(".", "_")]

    return read_scenario(text, "day.json", KNOWN, beside)


def faults(text: str, **files: bytes) -> list[str]:
    with pytest.raises(ScenarioError) as raised:
        read(text, **files)
    return str(raised.value).split("\n")


def test_comments_are_allowed_and_everything_may_be_left_out() -> None:
    assert read("{} // nothing yet") == Scenario()


def test_a_step_sets_and_fires() -> None:
    scenario = read(
        '{"steps": [{"at": 5, "set": {"battery.level": 7}, "fire": "memory.warning", "with": {"level": 5}}]}'
    )
    (step,) = scenario.steps
    assert (step.at, step.set, step.fire, step.detail) == (5, {"battery.level": 7}, "memory.warning", {"level": 5})


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{"steps": [\n  {"at": 0, "set": {"network.typ": "2g"}}\n]}', ["day.json:2:21: there is no world value"]),
        (
            '{"steps": [{"at": 0, "set":\n{"battery.level": 0,\n "network.type": "6g"}}]}',
            ["day.json:2:2: battery.level is a whole number from 1 to 100 %", "day.json:3:2: network.type is one of"],
        ),
        ('{"steps": [{"at": 0, "fire": "memory.waning"}]}', ["day.json:1:22: there is no world event"]),
        ('{"steps": [{"at": 0, "fire": "memory.warning",\n"with": {"lvl": 5}}]}', ["day.json:2:1: there is no world"]),
        ('{"steps": [{"at": 0, "with": {"level": 5}}]}', ["day.json:1:22: `with` belongs to `fire`"]),
        ('{"steps": [{"at": -1}]}', ["day.json:1:13: Expected `float` >= 0.0"]),
        ('{"steps": [{"set": {}}]}', ["day.json:1:12: Object missing required field `at`"]),
        ('{"steps": [{"at": 0, "sett": {}}]}', ["day.json:1:22: Object contains unknown field `sett`"]),
        ('{"steps": {}}', ["day.json:1:2: Expected `array`, got `object`"]),
        ("[]", ["day.json:1:1: Expected `object`, got `array`"]),
        ('{"steps": [', ["day.json:1:"]),
        ("", ["day.json:1:1:"]),
        ('{"loop": true}', ["day.json:1:2: what begins again needs"]),
        ('{"loop": 0, "duration": 5}', ["day.json:1:2: "]),
        ('{"tracks": [{"values": ["place.speed"]}]}', ["day.json:1:13: a track has `points`"]),
        ('{"tracks": [{"points": [[1]]}]}', ["day.json:1:13: a track names its `values`", "day.json:1:25: "]),
        ('{"tracks": [{"values": ["place.spee"], "points": [[1]]}]}', ["day.json:1:25: there is no world value"]),
        ('{"tracks": [{"values": ["place.speed"], "points": [[1],\n [-9]]}]}', ["day.json:2:3: place.speed is"]),
        ('{"tracks": [{"values": ["place.speed"], "points": [[1], [1, 2]]}]}', ["day.json:1:57: 2 instead of 1"]),
        ('{"tracks": [{"gpx": "no.gpx"}]}', ["day.json:1:14: no.gpx: No such file"]),
        ('{"tracks": [{"gpx": "../a.gpx"}]}', ["day.json:1:14: a file beside the scenario"]),
        ('{"tracks": [{"gpx": "/etc/passwd"}]}', ["day.json:1:14: a file beside the scenario"]),
        ('{"tracks": [{"gpx": "C:\\\\a.gpx"}]}', ["day.json:1:14: a file beside the scenario"]),
    ],
)  # fmt: skip
def test_a_fault_has_its_place(text: str, lines: list[str]) -> None:
    found = faults(text)
    assert [line[: len(start)] for line, start in zip(found, lines, strict=True)] == lines


@pytest.mark.parametrize("text", ["[" * 50_000, " " * (MAX_BYTES + 1), '{"steps": [' + '{"at": 1e999}' + "]}", "\x00"])
def test_what_no_person_writes_is_refused(text: str) -> None:
    assert faults(text)


GPX = b"""<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
<trkpt lat="31.0" lon="121.0"><ele>4</ele>%s</trkpt>
<trkpt lat="31.1" lon="121.0"><ele>8</ele>%s</trkpt>
</trkseg></trk></gpx>"""


def gpx_track(data: bytes, **members: Any) -> Any:
    return read(json.dumps({"tracks": [{"gpx": "a.gpx", **members}]}), a_gpx=data).tracks[0]


def test_a_gpx_track_goes_from_place_to_place() -> None:
    track = gpx_track(GPX % (b"", b""))
    assert track.values == ["place.latitude", "place.longitude", "place.altitude"]
    assert (track.points, track.step) == ([[31.0, 121.0, 4.0], [31.1, 121.0, 8.0]], 1000)


def test_a_gpx_track_that_tells_times_goes_as_fast_as_it_was() -> None:
    times = (b"<time>2026-01-01T08:00:00Z</time>", b"<time>2026-01-01T08:00:10Z</time>")
    track = gpx_track(GPX % times)
    assert len(track.points) == 11
    assert track.points[5] == pytest.approx([31.05, 121.0, 6.0])
    assert len(gpx_track(GPX % times, speed=5).points) == 3


def test_a_track_of_years_is_refused() -> None:
    times = (b"<time>1990-01-01T08:00:00Z</time>", b"<time>2026-01-01T08:00:10Z</time>")
    (line,) = faults('{"tracks": [{"gpx": "a.gpx"}]}', a_gpx=GPX % times)
    assert line == "day.json:1:14: more than 200000 samples; a larger `every` makes it fewer"


@pytest.mark.parametrize(
    "data",
    [
        b"", b"<gpx", b"<gpx/>", b'<gpx><trkpt lat="95" lon="0"/></gpx>', b'<gpx><trkpt lat="x" lon="0"/></gpx>',
        b'<gpx><trkpt lat="nan" lon="0"/></gpx>',
        b'<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/passwd">]><gpx><trkpt lat="&a;" lon="0"/></gpx>',
    ],
)  # fmt: skip
def test_a_gpx_file_without_places_is_refused(data: bytes) -> None:
    (line,) = faults('{"tracks": [{"gpx": "a.gpx"}]}', a_gpx=data)
    assert line.startswith("day.json:1:14: a.gpx: ")


def test_entities_that_grow_are_not_followed() -> None:
    bomb = b'<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><gpx><wpt lat="1" lon="1"><ele>&b;</ele></wpt></gpx>'  # noqa: E501
    assert gpx_track(bomb).points == [[1.0, 1.0]]
