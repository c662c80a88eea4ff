"""Windows that are measured from outside: processes that end, or speak, at a moment that the measurement asks for."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from runtime.module_path import python_child
from runtime.systems.displays import has_display
from simulator.running.options import FIRST_PAGE_VARIABLE, REST_VARIABLE

TIMEOUT_S = 120.0
UNTIL_PAGE = {FIRST_PAGE_VARIABLE: "1"}
"""The window ends when its first page is painted."""
AT_REST_S = 4
"""Some things come later on purpose (a spare process, the editor's page); after this long they are there."""
LEFT_ALONE_S = 40
"""By now a window that nobody uses has given back what was of use for its start, and so have Chromium's processes."""
_PLACES = ("HANDSET_DATA_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


def run_window(root: Path, until: Mapping[str, str], state: Path | None = None) -> None:
    """Opens a project in a window and waits for the end of the process. `state`: where it keeps what it keeps."""
    command, environment, folder = _window(root, until, state)
    subprocess.run(command, env=environment, cwd=folder, check=True, timeout=TIMEOUT_S, stdout=subprocess.DEVNULL)


@contextmanager
def resting_window(root: Path, state: Path | None = None, rest_s: float = AT_REST_S) -> Iterator[int]:
    """The process number of a window with a project that has had nothing to do for so long."""
    command, environment, folder = _window(root, {REST_VARIABLE: str(rest_s)}, state)
    process = subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.PIPE)
    try:
        if process.stdout is None or not process.stdout.readline():
            raise RuntimeError("the window ended before it came to rest")
        yield process.pid
    finally:
        process.terminate()
        process.wait(TIMEOUT_S)


def _window(root: Path, until: Mapping[str, str], state: Path | None) -> tuple[list[str], dict[str, str], str]:
    child = python_child("simulator.cli", "open", str(root.absolute()))
    environment = {**child.environment, **until}
    if state is not None:
        environment |= {name: str(state / name.lower()) for name in _PLACES}
    if not has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return child.command, environment, child.folder
