"""Runs the user's own git, with nothing of the environment that could make it run something else."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from runtime.systems.process_groups import WITHOUT_CONSOLE

TIME_LIMIT_S = 20.0
_KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "HOME", "USERPROFILE", "XDG_CONFIG_HOME")
_SAFE = {
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "", "GIT_ASKPASS": "",
    "SSH_ASKPASS": "", "GIT_SSH_COMMAND": "", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1", "GIT_ATTR_NOSYSTEM": "1",
}  # fmt: skip
WITHOUT_USER = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_SYSTEM": os.devnull, "GIT_CONFIG_GLOBAL": os.devnull}
"""Variables that keep git from the user's own configuration."""


class GitProgram:
    """The program at `path`. `run` comes from one thread, `end` from any."""

    def __init__(self, path: str, time_limit_s: float = TIME_LIMIT_S) -> None:
        self.path = path
        self._time_limit_s = time_limit_s
        self._lock = threading.Lock()
        self._is_ended = False
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, words: Sequence[str], folder: Path, settings: Mapping[str, str], data: bytes = b"") -> bytes | None:
        """What git writes; None if it complains. `settings` are more variables of its environment.

        One that took too long (a pipe in the place of a file holds it for ever) is not asked again.
        """
        kept = {name: value for name in _KEPT if (value := os.environ.get(name))}
        process = self._start([self.path, "--no-pager", *words], folder, {**kept, **_SAFE, **settings})
        if process is None:
            return None
        try:
            answer, _ = process.communicate(data, timeout=self._time_limit_s)
        except subprocess.TimeoutExpired:
            self.end()
            process.communicate()
            return None
        return answer if process.returncode == 0 else None

    def end(self) -> None:
        """Ends what runs, and runs nothing more."""
        with self._lock:
            self._is_ended = True
            if self._process is not None:
                self._process.kill()

    def _start(self, command: list[str], folder: Path, environment: dict[str, str]) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._is_ended:
                return None
            try:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment,
                    cwd=folder,
                    creationflags=WITHOUT_CONSOLE,
                )
            except (OSError, ValueError):
                return None
            return self._process


def find_git(project: Path) -> str | None:
    """The path of the user's git; None if there is none. One in the project, or in the current folder, is none."""
    root = project.resolve()
    for entry in os.environ.get("PATH", "").split(os.pathsep):
        folder = Path(entry)
        if not folder.is_absolute() or folder.resolve().is_relative_to(root):
            continue
        found = shutil.which("git", path=entry)
        if found and (program := folder / Path(found).name).is_file():
            return str(program)
    return None
