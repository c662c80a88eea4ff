"""The platform's own template and style compilers, run over the component library `tdesign-miniprogram`."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runtime.systems.permissions import make_runnable
from runtime.systems.system import THIS_SYSTEM
from simulator.cli.benchmarks.packages import Packages

LIBRARY = Path("tdesign-miniprogram", "miniprogram_dist")
_FOLDERS = {"linux": "linux", "macos": "mac", "windows": "windows"}
TIMEOUT_S = 60


@dataclass(frozen=True, slots=True)
class OfficialCompilers:
    """Copies of the two programs that may be run, and the library's folder."""

    templates: Path
    styles: Path
    library: Path

    def run_ms(self) -> float:
        """Milliseconds for all templates and all style sheets, one process each."""
        names = {suffix: _names(self.library, suffix) for suffix in (".wxml", ".wxs", ".wxss")}
        users = _users(self.library, names[".wxml"])
        commands = (
            [str(self.templates), "-d", "-cc", users, *names[".wxml"], *names[".wxs"], "-gn", "$gwx"],
            [str(self.styles), "-db", "-pc", str(len(names[".wxss"])), *names[".wxss"]],
        )
        started = time.perf_counter()
        for command in commands:
            subprocess.run(command, cwd=self.library, check=True, capture_output=True, timeout=TIMEOUT_S)
        return (time.perf_counter() - started) * 1000


def official_compilers(packages: Packages, folder: Path) -> OfficialCompilers | None:
    """The compilers, copied to `folder`; None on a system for which there are none."""
    source = packages.find("miniprogram-compiler") / "bin" / _FOLDERS[THIS_SYSTEM]
    ending = ".exe" if THIS_SYSTEM == "windows" else ""
    programs = [source / f"{name}{ending}" for name in ("wcc", "wcsc")]
    if not all(program.is_file() for program in programs):
        return None
    copies = [folder / program.name for program in programs]
    for program, copy in zip(programs, copies, strict=True):
        shutil.copyfile(program, copy)
        # npm does not keep the right to run them.
        make_runnable(copy)
    return OfficialCompilers(copies[0], copies[1], packages.folder / "node_modules" / LIBRARY)


def _names(library: Path, suffix: str) -> list[str]:
    return sorted(path.relative_to(library).as_posix() for path in library.rglob(f"*{suffix}"))


def _users(library: Path, templates: list[str]) -> str:
    """Which templates use which components, in the form that the template compiler takes."""
    words: list[str] = []
    count = 0
    for template in templates:
        using = _using(library / f"{template.removesuffix('.wxml')}.json")
        if using:
            count += 1
            words += [template, str(len(using)), *using]
    return " ".join([str(count), *words])


def _using(file: Path) -> dict[str, Any]:
    using = json.loads(file.read_text("utf-8")).get("usingComponents") if file.is_file() else None
    return using if isinstance(using, dict) else {}
