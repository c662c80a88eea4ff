"""Whether names that use each other come back to where they began: components in components, templates in templates."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def leads_to(start: Name, goal: Name, uses: Mapping[Name, Collection[Name]]) -> bool:
    """Whether `goal` is `start` itself, or is reached from it along `uses`."""
    seen: set[Name] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            waiting += uses.get(name, ())
    return False
