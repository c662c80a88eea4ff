"""Names that are no text, too long, or links in a circle end no command with a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.running.options import FIRST_PAGE_VARIABLE
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

HANDSET = str(Path(sys.executable).parent / "handset")
FILES = {"app.json": '{"pages": ["p"]}', "p.wxml": "<view>p</view>", "p.js": "Page({ data: { a: 1 } })"}


def run(folder: Path, command: str, name: bytes) -> subprocess.CompletedProcess[bytes]:
    state = {"HANDSET_DATA_DIR": str(folder / "data"), "HANDSET_CONFIG_DIR": str(folder / "config")}
    target = name + b"/p.wxml" if command == "render" else name
    environment = {**os.environ, **state, FIRST_PAGE_VARIABLE: "1"}
    return subprocess.run([HANDSET, command, target], cwd=folder, env=environment, capture_output=True, timeout=60)


@pytest.mark.parametrize("command", ["check", "shot", "tour", "build-npm", "render"])
def test_a_project_whose_path_is_no_text_is_none(tmp_path: Path, command: str) -> None:
    write_project(tmp_path / os.fsdecode(b"caf\xe9"), FILES)
    done = run(tmp_path, command, b"caf\xe9")
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 2
    assert "is not UTF-8" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("command", ["check", "shot", "tour", "build-npm", "render", "new"])
def test_a_circle_of_links_is_no_project(tmp_path: Path, command: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    done = run(tmp_path, command, b"loop")
    assert done.returncode == 2
    assert "Traceback" not in (done.stdout + done.stderr).decode()


LONG, WIDE, ODD = "n" * 250, "中" * 80, "a b\n'\"$(x)"


@pytest.mark.parametrize(
    ("command", "name"),
    [
        *((command, name) for command in ("check", "render") for name in (LONG, WIDE, ODD)),
        ("shot", WIDE), ("tour", LONG), ("tour", ODD),
    ],
)  # fmt: skip
def test_long_and_odd_names_are_names(tmp_path: Path, command: str, name: str) -> None:
    root = write_project(tmp_path / name, FILES | {"p.js": "Page({ onLoad() { wx.setStorageSync('a', 1) } })"})
    done = run(tmp_path, command, os.fsencode(root))
    assert (done.returncode, done.stderr) == (0, b"")


def test_files_whose_names_are_no_text_are_left_out(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", FILES)
    (root / os.fsdecode(b"caf\xe9.js")).write_text("")
    for command in ("check", "shot", "tour", "open"):
        done = run(tmp_path, command, b"project")
        assert (done.returncode, done.stderr) == (0, b"")
