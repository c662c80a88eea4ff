"""The world of a running program as panels see it: values, favourites, scenarios."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ide.hosted.world import HostedWorld
from ide.models.world_rows import USUAL_FAVOURITES
from simulator.data.folders import DATA_VARIABLE
from simulator.running.headless import headless_program
from simulator.running.options import ProgramOptions
from tests.support.ide_desk import make_project

pytestmark = pytest.mark.browser


def test_panels_play_a_world_to_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    options = ProgramOptions(animations=False, dialogs="accept", world={"network.loss": 0.5})
    with headless_program(make_project(tmp_path / "project"), options) as driver:
        codes: list[str] = []
        driver.program.recorder.subscribe(lambda records: codes.extend(record.code for record in records))
        driver.launch(timeout_s=60)
        assert codes.count("network-as-set") == 1
        world = HostedWorld(driver.program)
        world.values.set("network.type", "2g", "panel")
        told = driver.evaluate("new Promise((done) => wx.getNetworkType({ success: (r) => done(r.networkType) }))")
        assert b"2g" in bytes(told.value)

        assert world.favourites == USUAL_FAVOURITES
        world.keep_favourites(["battery.level"])
        assert HostedWorld(driver.program).favourites == ["battery.level"]

        file = tmp_path / "day.json"
        assert world.play(file) == f"{file}: No such file or directory"
        file.write_text('{"steps": [{"at": 0, "set": {"battery.level": 7}}, {"at": 80000, "fire": "screen.capture"}]}')
        world.record()
        assert world.play(file) == ""
        assert (world.is_playing, world.is_recording, world.values["battery.level"]) == (True, True, 7)
        world.stop()
        steps = json.loads(world.recorded())["steps"]
        assert (world.is_playing, world.is_recording, steps[-1]["set"]) == (False, False, {"battery.level": 7})
