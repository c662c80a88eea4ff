"""Whether names that use each other come back to where they began: components in components, templates in templates."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def leads_to(start: str, goal: str, uses: Mapping[str, Collection[str]]) -> bool:
    """Whether `goal` is `start` itself, or is reached from it along `uses`."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            waiting += uses.get(name, ())
    return False
