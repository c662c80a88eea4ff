"""All world values of one moment, as a value: what differs from the defaults, in two layers.

What the user has set for the project (`kept`) is saved with it; what is only played to this run (a scenario, the
command line, automation) lies over it and goes with the run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class State(Mapping[str, Any]):
    """A mapping of every declared name. `defaults` are of the list."""

    defaults: Mapping[str, Any]
    kept: Mapping[str, Any] = field(default_factory=dict)
    played: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        for layer in (self.played, self.kept):
            if name in layer:
                return layer[name]
        return self.defaults[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.defaults)

    def __len__(self) -> int:
        return len(self.defaults)

    def keeping(self, values: Mapping[str, Any]) -> State:
        """These are set for the project; what equals the default needs no place in its file."""
        kept = {name: value for name, value in {**self.kept, **values}.items() if value != self.defaults[name]}
        return State(self.defaults, kept, _without(self.played, values))

    def playing(self, values: Mapping[str, Any]) -> State:
        """These hold for this run."""
        return State(self.defaults, self.kept, {**self.played, **values})

    def reset(self, names: Collection[str]) -> State:
        """These are as a new project has them."""
        return State(self.defaults, _without(self.kept, names), _without(self.played, names))

    def members(self, subject: str) -> Mapping[str, Any]:
        """The values of a subject by their member names: of `place` the `latitude`, the `longitude` …"""
        prefix = f"{subject}."
        return {one.removeprefix(prefix): self[one] for one in self.defaults if one.startswith(prefix)}


def _without(layer: Mapping[str, Any], names: Collection[str]) -> Mapping[str, Any]:
    return {name: value for name, value in layer.items() if name not in names}
