"""Remembers compiled files from one build to the next.

A unit is the result of compiling one file. It is used again when everything that it was made of is the same: the
content of the file and of those whose text is part of it, and the other inputs. Nothing depends on times of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from runtime.compiler.stored_units import StoredSpace, StoredUnit
from runtime.project.files import ProjectFiles

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Unit:
    inputs: object
    contents: tuple[tuple[str, str], ...]
    existing: tuple[tuple[str, bool], ...]
    value: Any


class Units:
    """The units of one build; `compiled` lists those that had to be made, as `kind:path`. `after_unit` is called with
    the path of each of them and of those that come from `stored`, the units of an earlier session."""

    def __init__(
        self,
        files: ProjectFiles,
        previous: Units | None,
        after_unit: Callable[[str], object] = lambda path: None,
        stored: StoredSpace | None = None,
    ) -> None:
        self.files = files
        self._stored = stored
        self._after_unit = after_unit
        self.compiled: list[str] = []
        self._previous = previous._units if previous is not None else {}
        self._units: dict[tuple[str, str], _Unit] = {}

    def get(
        self,
        kind: str,
        path: str,
        make: Callable[[str], T],
        *,
        inputs: object = None,
        also: Callable[[T], tuple[Iterable[str], Iterable[str]]] | None = None,
    ) -> T | None:
        """The unit of a file, made by `make(text)` if need be; None if the file cannot be read.

        `also` gives other files: those whose content the unit holds, and those whose existence it depends on.
        """
        for units in (self._units, self._previous):
            unit = units.get((kind, path))
            if unit is not None and self._is_valid(unit, inputs):
                self._units[kind, path] = unit
                value: T = unit.value
                return value
        kept = self._from_store(kind, path, inputs)
        if kept is not None:
            self._units[kind, path] = kept
            value = kept.value
            self._after_unit(path)
            return value
        text = self.files.text(path)
        if text is None:
            return None
        made = make(text)
        contents, existing = also(made) if also is not None else ((), ())
        self._units[kind, path] = _Unit(
            inputs,
            ((path, self.files.digest(path)), *((other, self.files.digest(other)) for other in contents)),
            tuple((other, self.files.exists(other)) for other in existing),
            made,
        )
        self.compiled.append(f"{kind}:{path}")
        self._after_unit(path)
        return made

    def take_over(self, *kinds: str) -> None:
        """Takes all units of these kinds from the previous build: it is known that they are as they were."""
        self._units |= {key: unit for key, unit in self._previous.items() if key[0] in kinds}

    def _from_store(self, kind: str, path: str, inputs: object) -> _Unit | None:
        stored = self._stored.find(kind, path, inputs) if self._stored is not None else None
        if self._stored is None or stored is None or not self._is_same(stored.contents, stored.existing):
            return None
        files = self.files
        value, is_there = self._stored.value(stored, lambda: files.text(path))
        return _Unit(inputs, stored.contents, stored.existing, value) if is_there else None

    def to_store(self, space: StoredSpace) -> Iterator[StoredUnit]:
        """The units for another session."""
        for (kind, path), unit in self._units.items():
            written = space.written(kind, path, unit.inputs, unit.contents, unit.existing, unit.value)
            if written is not None:
                yield written

    def earlier(self, kind: str, path: str) -> Any:
        """What the file compiled to in the previous build, valid or not; None if it was not there."""
        unit = self._previous.get((kind, path))
        return unit.value if unit is not None else None

    def _is_valid(self, unit: _Unit, inputs: object) -> bool:
        return unit.inputs == inputs and self._is_same(unit.contents, unit.existing)

    def _is_same(self, contents: Iterable[tuple[str, str]], existing: Iterable[tuple[str, bool]]) -> bool:
        return all(self.files.digest(path) == digest for path, digest in contents) and all(
            self.files.exists(path) == exists for path, exists in existing
        )

    def close(self) -> None:
        """Ends the build: units of earlier builds that were not asked for are forgotten."""
        self._previous = {}
        self._stored = None
