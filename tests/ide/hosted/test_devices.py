"""The user's own phones in a running program: described, changed, shown, removed; nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from ide.hosted.devices import HostedDevices
from simulator.device.own_devices import FILE, OwnDevice
from simulator.running.headless import headless_program
from tests.support.ide_desk import make_project

pytestmark = pytest.mark.browser


def test_a_described_phone_is_shown_to_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config"
    monkeypatch.setenv("HANDSET_CONFIG_DIR", str(config))
    with headless_program(make_project(tmp_path / "project")) as driver:
        driver.launch(timeout_s=60)
        devices = HostedDevices(driver.program)
        families = [device.family for device in devices.listed]
        assert sorted(set(families), key=families.index) == ["ios", "android", "tablet"]
        assert devices.keep(OwnDevice("Mine", 500, 901, 2)) == ""
        assert (devices.listed[-1].name, devices.listed[-1].size) == ("Mine", "500 × 901 @2")
        devices.choose("Mine")
        assert devices.current == "Mine"
        told = driver.evaluate("[wx.getSystemInfoSync().screenHeight, wx.getSystemInfoSync().pixelRatio].join()")
        assert b"901,2" in bytes(told.value)
        devices.keep(OwnDevice("Yours", 510), "Mine")
        assert (devices.own("Mine"), devices.own("Yours")) == (None, OwnDevice("Yours", 510))
        devices.remove("Yours")
        assert devices.own("Yours") is None
        (config / FILE).write_text("[{", "utf-8")
        assert devices.keep(OwnDevice("Mine")) == ""
        assert (config / "devices.broken.json").read_text("utf-8") == "[{"
        assert devices.own("Mine") == OwnDevice("Mine")
