"""The sizes of packages, folder by folder: what a bar stands for, and where a click on it leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from runtime.audit.report import PackageWeight

Place = tuple[str, ...]
"""Where one is: nothing, a package, and the folders below it. A package is named by its root."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One package, folder or file. `place` is where a click leads; `file` is what it opens instead.

    `limit_bytes`: what it may weigh; 0 if nothing is laid down.
    """

    name: str
    size_bytes: int
    place: Place = ()
    file: str = ""
    limit_bytes: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether it is over its limit."""
        return 0 < self.limit_bytes < self.size_bytes


def bars(packages: Sequence[PackageWeight], place: Place) -> list[Bar]:
    """What lies at a place, the largest first; packages in their own order. A place that is gone has nothing."""
    if not place:
        return [Bar(one.root, one.size_bytes, (one.root,), "", one.limit_bytes) for one in packages]
    package = next((one for one in packages if one.root == place[0]), None)
    if package is None:
        return []
    found = _inside(package, place)
    while len(found) == 1 and found[0].place:
        # A folder that holds nothing but a folder is no step of its own.
        (only,) = found
        found = [Bar(only.name + bar.name, bar.size_bytes, bar.place, bar.file) for bar in _inside(package, only.place)]
    return found


def _inside(package: PackageWeight, place: Place) -> list[Bar]:
    within = "".join(f"{name}/" for name in place[1:])
    folders: dict[str, int] = {}
    files: list[Bar] = []
    for path, size in package.files:
        if not path.startswith(within):
            continue
        name, slash, _ = path[len(within) :].partition("/")
        if slash:
            folders[name] = folders.get(name, 0) + size
        else:
            files.append(Bar(name, size, file=path))
    found = [Bar(f"{name}/", size, (*place, name)) for name, size in folders.items()] + files
    return sorted(found, key=lambda bar: (-bar.size_bytes, bar.name))
