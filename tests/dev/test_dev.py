"""The set-up script, as far as it can be tried without installing anything."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.arch.sources import ROOT


def call(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, str(ROOT / "dev.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, env={**kept, **environment})


@pytest.fixture
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "dev.py"))


def test_without_words_it_explains_itself() -> None:
    result = call()
    assert result.returncode == 0
    assert "python dev.py run [PROJECT]" in result.stdout


def test_unknown_commands_are_an_error() -> None:
    assert call("frobnicate").returncode == 2


def test_running_without_a_display_says_so(script: dict[str, Any]) -> None:
    if sys.platform != "linux":
        assert script["_has_display"]()
        return
    result = call("run")
    assert result.returncode == 1
    assert "there is no display here" in result.stderr
    assert "xvfb-run" in result.stderr


def test_it_needs_only_the_standard_library() -> None:
    imported = subprocess.run(
        [sys.executable, "-S", "-c", "import runpy, sys; runpy.run_path(sys.argv[1])", str(ROOT / "dev.py")],
        capture_output=True,
        text=True,
    )
    assert imported.returncode == 0, imported.stderr


def test_the_example_that_it_opens_exists(script: dict[str, Any]) -> None:
    assert (script["EXAMPLE"] / "app.json").exists()


def test_of_renamed_packages_the_known_one_is_named(
    script: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "apt-cache"
    policy.write_text('#!/bin/sh\n[ "$2" = new ] && echo "  Candidate: (none)" || echo "  Candidate: 1.0"\n')
    policy.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert script["_apt_line"](["new|old", "other"]) == "sudo apt-get update && sudo apt-get install -y old other"


def test_fonts_are_a_part_of_the_system_packages(
    script: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = tmp_path / "dpkg-query"
    query.write_text("#!/bin/sh\nexit 1\n")
    query.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    missing = script["_missing_packages"]()
    assert any("cjk" in group for group in missing)
    assert any("emoji" in group for group in missing)
    query.write_text('#!/bin/sh\nshift 3\nfor name in "$@"; do echo "$name installed"; done\n')
    assert script["_missing_packages"]() == []


def test_the_recipe_of_a_container_installs_what_set_up_asks_for(script: dict[str, Any]) -> None:
    page = (ROOT / "resources" / "docs" / "continuous-integration.md").read_text("utf-8")
    named = set(re.findall(r"[a-z0-9][a-z0-9.+-]+", page))
    wanted = [package.split("|") for package in (*script["SYSTEM_PACKAGES"], *script["FONTS"])]
    assert [names for names in wanted if not named & set(names)] == []
