"""A scenario file plays a user's morning to a program: login, a walk, weak network, a call, low battery."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from runtime.world.scenario.files import open_scenario
from runtime.world.world import known_world
from tests.e2e.conftest import OpenPhone

pytestmark = pytest.mark.browser

MORNING = Path(__file__).parents[1] / "apps" / "morning"
LOST = "request:fail errcode:-118 cronet_error_code:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT"


def test_a_morning_is_played_to_a_program(open_phone: OpenPhone, tmp_path: Path) -> None:
    shutil.copytree(MORNING, tmp_path / "morning")
    scenario = open_scenario(MORNING / "morning.json", known_world())
    user = open_phone(tmp_path / "morning", scenario=scenario)
    user.program.launch()
    user.see(lambda: "battery 9 low" in user.data("log"), "the end of the morning")
    log = user.data("log")
    places = [float(entry.split()[1]) for entry in log if entry.startswith("place")]
    assert {"login with code", "on the way", LOST} <= set(log)
    assert [entry for entry in log if entry.split()[0] in ("network", "call", "battery")] == [
        "network weak", "call begins", "call ends", "network good", "battery 9 low",
    ]  # fmt: skip
    # How many samples came depends on how busy the computer is; the way does not.
    assert len(set(places)) > 1
    assert places == sorted(places)
    assert all(31.230 <= place <= 31.246 for place in places)
    assert user.program.world["place.altitude"] == 6
    titles = [record.title for record in user.records if record.code == "world"]
    assert 'world network.type = "4g", network.latency = 30, network.loss = 0' in titles
    assert [title for title in titles if "phoneCall" in title] == ["world phoneCall.comes", "world phoneCall.ends"]
