"""Which of a program's paths is like another one. Kept from one snapshot of the files to the next, while the paths are
the same: what was once looked for is not looked for again with every build."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from runtime.project.paths import closest
from runtime.systems.case import folded


class PathIndex:
    """Of one set of paths."""

    def __init__(self, paths: frozenset[str]) -> None:
        self.paths = paths
        self._similar: dict[tuple[str, tuple[str, ...]], str] = {}

    def other_case(self, path: str) -> str:
        """The path that differs in upper and lower case only, or `""`."""
        return next((known for known in self._by_folded.get(folded(path), ()) if known != path), "")

    def similar(self, path: str, endings: tuple[str, ...]) -> str:
        """The path with one of these endings that may have been meant, or `""`."""
        key = (path, endings)
        if key not in self._similar:
            self._similar[key] = closest(path, [known for known in self.paths if known.endswith(endings)])
        return self._similar[key]

    @cached_property
    def _by_folded(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for known in sorted(self.paths):
            found.setdefault(folded(known), []).append(known)
        return found
