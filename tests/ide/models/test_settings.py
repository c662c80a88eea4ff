"""What the window remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from ide.models.settings import MAX_RECENT_PROJECTS, SettingsFile
from runtime.systems.user_folders import user_config_folder


def test_settings_come_back(tmp_path: Path) -> None:
    first = SettingsFile(tmp_path)
    first.update(theme="light", language="zh")
    first.update_project(Path("/p"), open_files=["app.js"], active_file="app.js")
    second = SettingsFile(tmp_path)
    assert (second.settings.theme, second.settings.language) == ("light", "zh")
    assert second.project_state(Path("/p")).open_files == ["app.js"]
    assert second.project_state(Path("/other")).open_files == []


def test_recent_projects_are_few_and_the_last_is_first(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    for number in range(MAX_RECENT_PROJECTS + 3):
        settings.remember_project(Path(f"/p{number}"))
    settings.remember_project(Path("/p5"))
    assert len(settings.settings.recent_projects) == MAX_RECENT_PROJECTS
    assert settings.settings.recent_projects[0] == settings.settings.last_project == "/p5"
    assert settings.settings.recent_projects.count("/p5") == 1


def test_a_broken_file_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{ oops")
    settings = SettingsFile(tmp_path)
    assert settings.settings.theme == "dark"
    assert settings.set_aside == tmp_path / "settings.broken.json"
    settings.update(theme="light")
    assert settings.set_aside.read_text() == "{ oops"
    assert SettingsFile(tmp_path).settings.theme == "light"


def test_a_file_nested_without_end_is_broken_too(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("[" * 100_000)
    assert SettingsFile(tmp_path).set_aside is not None


def test_a_disk_that_refuses_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way")
    settings = SettingsFile(tmp_path / "config")
    told: list[str] = []
    settings.refused.connect(told.append)
    settings.update(theme="light")
    settings.update(theme="dark")
    assert (told, settings.settings.theme) == (["File exists"], "dark")


def test_a_project_whose_name_is_no_utf_8_is_remembered(tmp_path: Path) -> None:
    SettingsFile(tmp_path).remember_project(Path("/p\udcff"))
    assert SettingsFile(tmp_path).settings.last_project == "/p\udcff"


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDSET_CONFIG_DIR", str(tmp_path))
    assert user_config_folder() == tmp_path


def test_two_windows_keep_what_the_other_has_changed(tmp_path: Path) -> None:
    first, second = SettingsFile(tmp_path), SettingsFile(tmp_path)
    first.update(theme="light")
    first.update_project(Path("/a"), open_files=["app.js"])
    first.remember_project(Path("/a"))
    second.update(editor_font_px=16)
    second.update_project(Path("/b"), open_files=["b.js"])
    second.update_project(Path("/a"), device="iPhone 5")
    second.remember_project(Path("/b"))
    second.update_parts(on_top=["wxml"])
    first.update_parts(apart=["wxml"])
    # A window that says again what it has always had changes nothing.
    second.update(theme=second.settings.theme)
    kept = SettingsFile(tmp_path)
    assert (kept.settings.theme, kept.settings.editor_font_px) == ("light", 16)
    assert (kept.settings.parts.apart, kept.settings.parts.on_top) == (["wxml"], ["wxml"])
    assert kept.settings.recent_projects == ["/b", "/a"]
    assert (kept.project_state(Path("/a")).open_files, kept.project_state(Path("/a")).device) == (
        ["app.js"],
        "iPhone 5",
    )
    assert kept.project_state(Path("/b")).open_files == ["b.js"]
    assert (second.settings.theme, first.project_state(Path("/b")).open_files) == ("dark", ["b.js"])


def test_what_the_disk_has_refused_is_kept_with_the_next_change(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way")
    settings = SettingsFile(tmp_path / "config")
    settings.update(theme="light")
    (tmp_path / "config").unlink()
    settings.update(language="zh")
    kept = SettingsFile(tmp_path / "config").settings
    assert (kept.theme, kept.language) == ("light", "zh")
