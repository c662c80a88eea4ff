"""preloadRule: over which network packages are fetched ahead, and what the timeline says."""

from __future__ import annotations

import pytest

from runtime.world.world import new_world
from simulator.bridge.notices import Notices
from simulator.bridge.record import Record
from simulator.bridge.recorder import Recorder
from simulator.running.preloading import Preloading


@pytest.mark.parametrize(
    ("network", "wanted", "is_done"),
    [
        ("wifi", "wifi", True),
        ("4g", "wifi", False),
        ("4g", "all", True),
        ("none", "all", False),
        ("unknown", "", False),
    ],
)
def test_the_network_decides(network: str, wanted: str, is_done: bool) -> None:
    world, recorder = new_world(), Recorder()
    records: list[Record] = []
    recorder.subscribe(records.extend)
    world.set("network.type", network, "panel")
    preloading = Preloading(world, Notices(recorder))
    assert preloading.ask({"page": "pages/a/a", "network": wanted, "packages": ["far", "off"]}) is is_done
    (record,) = records
    assert record.code == ("packages-preloaded" if is_done else "packages-not-preloaded")
    assert "far, off" in record.title
