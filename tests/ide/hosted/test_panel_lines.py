"""The panels without a window: the same presenters, on a program that the command line drives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ide.hosted.panel_lines import PanelLines
from simulator.cli.panels import save_panels
from simulator.data.folders import DATA_VARIABLE
from simulator.running.headless import headless_program
from tests.support.ide_desk import make_project
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

FILES = {
    "pages/index/index.js": "Page({ data: { n: 1 }, onLoad() { wx.setStorageSync('a', { b: 1 }); log() } })\n"
    "function log() { console.log('here') }",
    "pages/index/index.wxml": "<view class='box'>{{n}}</view><tally start='{{5}}'/>",
    "pages/index/index.json": '{"usingComponents": {"tally": "/tally"}}',
    "tally.js": "Component({ properties: { start: Number } })",
    "tally.json": '{"component": true}',
    "tally.wxml": "<text>{{start}}</text>",
}


@pytest.fixture
def root(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    return write_project(make_project(tmp_path / "project"), FILES)


def test_every_panel_says_what_it_would_show(root: Path, tmp_path: Path) -> None:
    with headless_program(root) as driver:
        panels = PanelLines(driver.program)
        driver.launch(timeout_s=20)
        save_panels(driver, panels, tmp_path / "panels.json", 10)
    shown = json.loads((tmp_path / "panels.json").read_text("utf-8"))
    assert shown["wxml"] == [
        "<page>", '  <view class="box">1</view>', '  <tally start="5">', "    <text>5</text>"
    ]  # fmt: skip
    assert shown["app_data"] == ["pages/index/index", "  n: 1", "  <tally>"]
    assert shown["storage"] == ['a: {"b":1}']
    assert shown["problems"] == []
    assert any(line.startswith("here  index.js:2") for line in shown["console"])
    assert panels.said == []


def test_what_does_not_compile_is_a_problem(root: Path) -> None:
    (root / "app.json").unlink()
    with headless_program(root) as driver:
        panels = PanelLines(driver.program)
        driver.launch(timeout_s=20)
        panels.refresh()
        (problem,) = panels.lines()["problems"]
    assert "error" in problem


def test_the_phone_and_its_user_are_changed_from_outside(root: Path) -> None:
    with headless_program(root) as driver:
        panels = PanelLines(driver.program)
        driver.launch(timeout_s=20)
        world, devices = panels.target.world, panels.target.devices
        devices.choose("iPhone X")
        world.rotate()
        assert (devices.current, world.held, driver.program.device.name) == ("iPhone X", "landscape", "iPhone X")
        world.set_font_size(20)
        world.set_theme("dark")
        size = driver.evaluate("wx.getSystemInfoSync().fontSizeSetting")
        assert (bytes(size.value), driver.program.device.theme) == (b'{"t":"number","v":20}', "dark")
