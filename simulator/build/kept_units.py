"""The units that one session takes from the last one and leaves for the next. For the builder's thread alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from runtime.project.model import Project
from simulator.build.build_cache import BuildCache

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from runtime.compiler.stored_units import StoredUnits

FEW = 12
"""With fewer pages and components there is nothing to be gained."""


class KeptUnits:
    """Without a cache nothing is kept."""

    def __init__(self, cache: BuildCache | None) -> None:
        self._cache = cache
        self._units: StoredUnits | None = None
        self._is_left = False

    def of(self, project: Project, first: Collection[str] = ()) -> StoredUnits:
        """What the last session has left, until this one has left its own. `first`: the pages that are built before
        the rest; if they need little, they are compiled before all that was left is read."""
        from runtime.compiler.first_part import first_part
        from runtime.compiler.stored_units import NOTHING_STORED

        part = first_part(project, first)
        if part is not None and len(part) < FEW:
            return NOTHING_STORED
        if self._cache is None or self._is_left or len(project.components) < FEW:
            return NOTHING_STORED
        if self._units is None:
            self._units = self._cache.read()
        return self._units

    def keep(self, result: BuildResult) -> None:
        """Leaves a build with advice for the next session, once; what only this session has changed is little."""
        from runtime.compiler.build import to_store

        if self._cache is None or self._is_left or len(result.project.components) < FEW:
            return
        before = self._units
        found = to_store(result) if before is None else to_store(result, before)
        self._units, self._is_left = None, True
        is_same = before is not None and len(found) == len(before) and all(unit in before for unit in found)
        if not is_same:
            self._cache.write(found)

    def forget(self) -> None:
        """Nothing of earlier sessions counts any more."""
        self._units, self._is_left = None, False
        if self._cache is not None:
            self._cache.remove()
