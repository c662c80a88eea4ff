"""Settings of a project are written back with everything else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from ide.models.project_config import APPID, PRIVATE_FILE, SHARED_FILE, ConfigValue, read_config, switches, write_config
from ide.models.text_files import Refused
from runtime.platform.wechat import WECHAT

TEXT = '{\n    // ours\n    "appid": "wx1",\n    "setting": {"es6": true}\n}\n'


def test_one_value_changes_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / SHARED_FILE
    path.write_text(TEXT)
    assert write_config(tmp_path, ("setting", "es6"), value=False) is None
    assert path.read_text() == TEXT.replace("true", "false")
    assert write_config(tmp_path, APPID, "wx2") is None
    assert path.read_text() == TEXT.replace("true", "false").replace("wx1", "wx2")


def test_a_file_that_is_missing_is_made(tmp_path: Path) -> None:
    assert read_config(tmp_path, APPID) == ConfigValue(None)
    assert write_config(tmp_path, ("setting", "urlCheck"), value=True) is None
    assert read_config(tmp_path, ("setting", "urlCheck")) == ConfigValue(value=True)


def test_the_private_file_decides(tmp_path: Path) -> None:
    (tmp_path / SHARED_FILE).write_text(TEXT)
    (tmp_path / PRIVATE_FILE).write_text('{"setting": {"es6": false}}')
    assert read_config(tmp_path, ("setting", "es6")) == ConfigValue(value=False, is_private=True)
    assert read_config(tmp_path, APPID) == ConfigValue("wx1")


@pytest.mark.parametrize("text", ['{"appid": ', "[1]"])
def test_a_broken_file_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / SHARED_FILE
    path.write_text(text)
    assert isinstance(write_config(tmp_path, APPID, "wx2"), Refused)
    assert path.read_text() == text


def test_a_link_out_of_the_project_is_not_written_to(tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    outside.write_text("{}")
    project = tmp_path / "project"
    project.mkdir()
    (project / SHARED_FILE).symlink_to(outside)
    assert isinstance(write_config(project, APPID, "wx2"), Refused)
    assert outside.read_text() == "{}"


def test_switches_are_those_of_the_platform() -> None:
    settings = WECHAT.config_keys["setting"]
    assert {"es6", "urlCheck", "minified"} <= set(switches(settings)) < set(settings)
