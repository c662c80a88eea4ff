"""Ctrl+C in the terminal ends every command soon, quietly, and with all its processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

HANDSET = str(Path(sys.executable).parent / "handset")
PAGES = [f"p{number}" for number in range(30)]
FILES = {
    "app.json": json.dumps({"pages": PAGES}),
    "app.js": "App({ onLaunch() { console.log('launched') } })",
    **{f"{page}.wxml": "<view>page</view>" for page in PAGES},
    **{f"{page}.js": "Page({})" for page in PAGES},
}
IS_UP = 2.5
"""Seconds after which a command is in the middle of its work."""


def all_of(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


OPEN, SHOT, TOUR = ("open",), ("shot", "--wait", "60000"), ("tour", "--report", "report.json")


@pytest.mark.parametrize(
    ("words", "after_s", "number"),
    [
        *((words, after_s, signal.SIGINT) for words in (OPEN, SHOT, TOUR) for after_s in (0.4, IS_UP)),
        (OPEN, IS_UP, signal.SIGTERM),
        (SHOT, IS_UP, signal.SIGTERM),
    ],
    ids=str,
)
def test_a_command_ends_when_it_is_told_to(
    tmp_path: Path, words: tuple[str, ...], after_s: float, number: signal.Signals
) -> None:
    root = write_project(tmp_path / "project", FILES)
    state = {"HANDSET_DATA_DIR": str(tmp_path / "data"), "HANDSET_CONFIG_DIR": str(tmp_path / "config")}
    command = [HANDSET, words[0], str(root), *words[1:]]
    environment = {**os.environ, **state}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        time.sleep(after_s)
        family = all_of(psutil.Process(process.pid))
        if number == signal.SIGINT:
            # As the terminal does it: every process of the group hears of it.
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        _, said = process.communicate(timeout=20)
    if after_s == IS_UP:
        assert process.returncode in (128 + signal.SIGINT, 128 + number, -number)
        assert said.decode() == ""
    else:
        # Python itself may still be starting, and ends in its own way.
        assert process.returncode != 0
    _, alive = psutil.wait_procs(family, timeout=10)
    assert [one.name() for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []
