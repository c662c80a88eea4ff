"""World values and scenarios on the command line: what is wrong is said before anything starts."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from handset.testing import expect, launch

from simulator.cli.main import main
from simulator.cli.world_options import add_world_options
from tests.support.project_folder import write_project


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_world_options(parser)
    return parser.parse_args(words)


def test_values_are_read_by_their_kinds(tmp_path: Path) -> None:
    args = parsed("--world", "network.type=2g", "--world", "battery.level=7 %", "--world", "user.city=a=b")
    assert args.world == [("network.type", "2g"), ("battery.level", 7), ("user.city", "a=b")]
    assert parsed().world == []


def test_the_program_finds_what_was_said(qapp: object, tmp_path: Path) -> None:
    told = "Page({ onLoad() { wx.getNetworkType({ success: ({ networkType }) => this.setData({ networkType }) }) } })"
    root = write_project(tmp_path, {"app.json": '{"pages": ["p"]}', "p.wxml": "<view/>", "p.js": told})
    args = parsed("--world", "network.type=2g", "--world", "battery.level=7 %")
    with launch(root, world=dict(args.world), deadline=60) as app:
        expect(app.page).to_have_data({"networkType": "2g"})
        assert app.call_wx("getBatteryInfoSync")["level"] == 7


def test_a_scenario_is_read_with_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "way.gpx").write_text('<gpx><wpt lat="1" lon="2"/></gpx>')
    file = tmp_path / "day.json"
    file.write_text('{"tracks": [{"gpx": "way.gpx"}]}')
    assert parsed("--scenario", str(file)).scenario.tracks[0].points == [[1.0, 2.0]]


@pytest.mark.parametrize(
    ("option", "text", "message"),
    [
        ("--world", "network.typ=2g", "there is no world value 'network.typ'; there is network.type"),
        ("--world", "battery.level=101", "battery.level is a whole number from 1 to 100 %, not '101'"),
        ("--world", "battery.level", "is not of the form NAME=VALUE"),
        ("--scenario", "no.json", "no.json: No such file or directory"),
        ("--scenario", "bad.json", "bad.json:2:3: Object contains unknown field `stepps`"),
        ("--scenario", "picture.json", "picture.json: no UTF-8"),
        ("--scenario", ".", ".: "),
    ],
)
@pytest.mark.parametrize("command", ["open", "shot", "tour"])
def test_what_is_wrong_ends_the_command(
    command: str, option: str, text: str, message: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "bad.json").write_text('{\n  "stepps": []}')
    (tmp_path / "picture.json").write_bytes(b"\x89PNG\xff")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main([command, str(tmp_path), option, str(tmp_path / text) if option == "--scenario" else text])
    assert message.removeprefix(".") in capsys.readouterr().err
