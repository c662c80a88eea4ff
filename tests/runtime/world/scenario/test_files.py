"""Scenarios on the disk: with what lies beside them; what is no file is not waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from runtime.world.scenario.files import MAX_BYTES, open_scenario
from runtime.world.scenario.read import ScenarioError
from runtime.world.world import known_world

KNOWN = known_world()


def fault(path: Path) -> str:
    with pytest.raises(ScenarioError) as raised:
        open_scenario(path, KNOWN)
    return str(raised.value).removeprefix(f"{path}")


def test_a_scenario_finds_its_tracks_beside_it(tmp_path: Path) -> None:
    (tmp_path / "tracks").mkdir()
    (tmp_path / "tracks" / "a.gpx").write_text('<gpx><wpt lat="1" lon="2"/></gpx>')
    (tmp_path / "day.json").write_bytes(b"\xef\xbb\xbf" + b'{"tracks": [{"gpx": "tracks/a.gpx"}]}')
    assert open_scenario(tmp_path / "day.json", KNOWN).tracks[0].points == [[1.0, 2.0]]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    assert fault(tmp_path / "none.json") == ": No such file or directory"
    assert fault(tmp_path) == ": not a file"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.gpx")
        assert fault(tmp_path / "pipe.gpx") == ": not a file"
        (tmp_path / "day.json").write_text('{"tracks": [{"gpx": "pipe.gpx"}]}')
        assert fault(tmp_path / "day.json") == ":1:14: pipe.gpx: not a file"


def test_a_file_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.json").write_bytes(b" " * (MAX_BYTES + 1))
    assert fault(tmp_path / "large.json") == ": more than 8 MB"
