"""The folders that a program sees, and the one place that turns its paths into real ones.

`http://usr/…` user data · `http://tmp/…` temporary files · `http://store/…` saved files · anything else: the code
package, read-only. `wxfile://` works in place of `http://`. Nothing outside these folders can be named, also not
through `..`; a link in the package may lead to another part of the project, as it may for the compiler.
"""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from runtime.project.gate import Gate
from runtime.systems.private_files import make_private_folder

AreaName = Literal["usr", "tmp", "store", "package"]

USER_DATA_PATH = "http://usr"

_AREA = re.compile(r"(?:http|wxfile)://(usr|tmp|store)(?:[/_](.*))?\Z", re.DOTALL)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,9}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AreaPath:
    """A path of the program. `real` is None if it leaves its area."""

    area: AreaName
    real: Path | None

    @property
    def is_writable(self) -> bool:
        """Whether the program may write here."""
        return self.area == "usr"


@dataclass(frozen=True, slots=True)
class FileAreas:
    """The real folders. They need not exist yet, except `package`; `project` is the folder that it lies in."""

    usr: Path
    tmp: Path
    store: Path
    package: Path
    project: Path

    @staticmethod
    def under(data: Path, package: Path, project: Path | None = None) -> FileAreas:
        """The folders of a project whose data are kept in `data`; without `project` the package is all of it."""
        return FileAreas(data / "usr", data / "tmp", data / "store", package, project or package)

    def resolve(self, path: str) -> AreaPath | None:
        """What a program's path means; None if it is no path of the program at all (another scheme, empty, NUL)."""
        if not path or "\0" in path:
            return None
        match = _AREA.match(path)
        if match:
            area: AreaName = match[1]  # type: ignore[assignment]
            root = self._root(area)
            return AreaPath(area, _inside(root, match[2] or "", root))
        if _SCHEME.match(path):
            return None
        return AreaPath("package", _inside(self.package, path, self.project))

    def new_file(self, area: Literal["tmp", "store"], suffix: str) -> tuple[str, Path]:
        """A fresh name in an area: the program's path and the real one, in a folder that exists.

        `suffix` may come from anywhere; what is no plain ending is left out.
        """
        name = secrets.token_hex(16) + (suffix if _SUFFIX.fullmatch(suffix) else "")
        root = self._root(area)
        make_private_folder(root)
        return f"http://{area}/{name}", root / name

    def _root(self, area: AreaName) -> Path:
        return {"usr": self.usr, "tmp": self.tmp, "store": self.store, "package": self.package}[area]


def _inside(root: Path, relative: str, boundary: Path) -> Path | None:
    top = Path(os.path.realpath(root))
    path = Path(os.path.normpath(top / relative.lstrip("/")))
    return Gate(boundary).place(path) if path.is_relative_to(top) else None
