"""A window that is killed in the middle of typing loses at most the last quarter of a second of it."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ide.models.journal import Journal
from ide.shell.workbench import JOURNAL_FOLDER
from tests.support.doomed_window import TYPED

pytestmark = [pytest.mark.window, pytest.mark.browser, pytest.mark.long]

ROOMS = Path(__file__).parents[1] / "apps" / "rooms"
REPOSITORY = Path(__file__).parents[2]
MOST_LOST_S = 0.25


@pytest.mark.parametrize("seed", range(20))
def test_a_killed_window_loses_a_quarter_of_a_second_at_most(tmp_path: Path, seed: int) -> None:
    root = Path(shutil.copytree(ROOMS, tmp_path / "rooms"))
    command = [sys.executable, "-m", "tests.support.doomed_window", str(tmp_path / "config"), str(root), "endless"]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as doomed:
        assert doomed.stdout is not None
        assert doomed.stdout.readline() == "typed\n"
        keys_before_the_end = random.Random(seed).randint(15, 60)
        pressed = [float(doomed.stdout.readline()) for _ in range(keys_before_the_end)]
        doomed.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        pressed += [float(line) for line in doomed.stdout]
    (entry,) = Journal(tmp_path / "config" / JOURNAL_FOLDER, root).entries()
    kept = len(entry.text) - len(TYPED) - len((root / "app.js").read_text("utf-8"))
    lost_s = killed - pressed[kept] if kept < len(pressed) else 0.0
    print(f"kept {kept} of {len(pressed)} keys, lost the last {lost_s * 1000:.0f} ms")
    assert lost_s <= MOST_LOST_S
