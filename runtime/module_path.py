"""Where processes of Handset take Python modules from: Handset's own folder and the interpreter, nothing else.

People start Handset in the folder of a project, and a project may hold files with the names of our modules. So every
Python process is started as `python_child` says, and the command itself leaves the current folder out.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, MutableSequence
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
"""The folder that holds the packages `ide`, `simulator`, `runtime` and `resources`."""


@dataclass(frozen=True, slots=True)
class PythonChild:
    """What to hand to `subprocess`: the command, its whole environment, and the folder that it runs in."""

    command: list[str]
    environment: dict[str, str]
    folder: str


def python_child(module: str, *words: str, environment: Mapping[str, str] = os.environ) -> PythonChild:
    """A process that runs a module of ours with arguments. Paths among them must be absolute."""
    kept = {name: value for name, value in environment.items() if not name.upper().startswith("PYTHON")}
    # PYTHONSAFEPATH counts for what such a process may start in its turn.
    own = {"PYTHONPATH": str(HOME), "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}
    # Libraries too are looked for in the current folder, on Windows always and elsewhere if a variable says so.
    return PythonChild([sys.executable, "-P", "-m", module, *words], {**kept, **own}, str(Path(__file__).parent))


def leave_current_folder(
    module_path: MutableSequence[str] = sys.path, environment: Mapping[str, str] = os.environ
) -> None:
    """Takes the current folder, and what is named as seen from it, out of a module path."""
    named = environment.get("PYTHONPATH", "").split(os.pathsep)
    relative = {os.path.abspath(name) for name in ("", *named, *module_path) if _is_relative_folder(name)}
    module_path[:] = [path for path in module_path if os.path.abspath(path) not in relative or Path(path) == HOME]


def _is_relative_folder(name: str) -> bool:
    # What is no folder may be the mark of an import hook.
    return not os.path.isabs(name) and os.path.isdir(name or ".")
