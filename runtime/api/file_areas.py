"""The folders that a program sees, and the one place that turns its paths into real ones.

`http://usr/…` user data · `http://tmp/…` temporary files · `http://store/…` saved files · anything else: the code
package, read-only. `wxfile://` works in place of `http://`. Nothing outside these folders can be named, also not
through `..` or symbolic links.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

AreaName = Literal["usr", "tmp", "store", "package"]

USER_DATA_PATH = "http://usr"

_AREA = re.compile(r"(?:http|wxfile)://(usr|tmp|store)(?:[/_](.*))?\Z", re.DOTALL)
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
    """The real folders. They need not exist yet, except `package`."""

    usr: Path
    tmp: Path
    store: Path
    package: Path

    @staticmethod
    def under(data: Path, package: Path) -> FileAreas:
        """The folders of a project whose data are kept in `data`."""
        return FileAreas(data / "usr", data / "tmp", data / "store", package)

    def resolve(self, path: str) -> AreaPath | None:
        """What a program's path means; None if it is no path of the program at all (another scheme, empty, NUL)."""
        if not path or "\0" in path:
            return None
        match = _AREA.match(path)
        if match:
            area: AreaName = match[1]  # type: ignore[assignment]
            return AreaPath(area, _inside(self._root(area), match[2] or ""))
        if _SCHEME.match(path):
            return None
        return AreaPath("package", _inside(self.package, path.lstrip("/")))

    def new_file(self, area: Literal["tmp", "store"], suffix: str) -> tuple[str, Path]:
        """A fresh name in an area: the program's path and the real one, in a folder that exists."""
        name = secrets.token_hex(16) + suffix
        root = self._root(area)
        root.mkdir(parents=True, exist_ok=True)
        return f"http://{area}/{name}", root / name

    def _root(self, area: AreaName) -> Path:
        return {"usr": self.usr, "tmp": self.tmp, "store": self.store, "package": self.package}[area]


def _inside(root: Path, relative: str) -> Path | None:
    root = root.resolve()
    real = (root / relative.lstrip("/")).resolve()
    return real if real == root or real.is_relative_to(root) else None
