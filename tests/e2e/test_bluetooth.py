"""A program finds a device of a scenario, connects to it and hears of its values, until it is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from runtime.world.scenario.files import open_scenario
from runtime.world.world import known_world
from tests.e2e.conftest import OpenPhone

pytestmark = pytest.mark.browser

PULSE = Path(__file__).parents[1] / "apps" / "pulse"


def test_a_belt_is_found_heard_and_lost(open_phone: OpenPhone, tmp_path: Path) -> None:
    shutil.copytree(PULSE, tmp_path / "pulse")
    user = open_phone(tmp_path / "pulse", scenario=open_scenario(PULSE / "run.json", known_world()))
    user.program.launch()
    user.see(lambda: "pulse 120" in user.data("log"), "the last value of the timeline")
    user.program.world.fire("bluetooth.notify", {"value": "0099"}, "console")
    user.see(lambda: "pulse 153" in user.data("log"), "a value that is sent by hand")
    user.program.world.set("system.isBluetoothOn", False, "panel")
    user.see(lambda: "adapter false false" in user.data("log"), "Bluetooth is switched off")
    # An iPhone is shown: it calls the belt by an id of its own.
    assert user.data("log") == [
        "adapter true true", "found Belt 3 36", "adapter true false", "connected", "1 services true", "subscribed",
        "pulse 60", "pulse 120", "pulse 153", "disconnected", "adapter false false",
    ]  # fmt: skip
    assert [record.code for record in user.records if record.code == "api/simulated"]
