"""Paths of a mini program: text with `/`, relative to its root, never leaving it.

Everything here is arithmetic on names; whether a file exists is the question of `files`.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush


def folder_of(path: str) -> str:
    """The folder part, without a trailing slash; `""` at the root."""
    return path.rpartition("/")[0]


def without_suffix(path: str, suffixes: tuple[str, ...]) -> str:
    """The path without the first of the suffixes that it ends in."""
    for suffix in suffixes:
        if path.endswith(suffix):
            return path[: -len(suffix)]
    return path


def join(folder: str, name: str) -> str | None:
    """`name` as seen from `folder`; a leading `/` starts at the root. None if it leaves the root."""
    steps = [] if name.startswith("/") or not folder else folder.split("/")
    for step in name.replace("\\", "/").split("/"):
        if step in ("", "."):
            continue
        if step != "..":
            steps.append(step)
        elif steps:
            steps.pop()
        else:
            return None
    return "/".join(steps)


def parents(folder: str) -> list[str]:
    """The folder itself and the ones above it, innermost first; the root is `""`."""
    found = [folder]
    while folder:
        folder = folder_of(folder)
        found.append(folder)
    return found


class _Likeness:
    """How alike a name and others can be at most: the blocks that `difflib` counts are a common subsequence, and the
    longest one is found in one pass over the letters (Hyyrö's bit vectors)."""

    def __init__(self, name: str) -> None:
        self._length = len(name)
        self._places: dict[str, int] = {}
        for place, letter in enumerate(name):
            self._places[letter] = self._places.get(letter, 0) | 1 << place

    def at_most(self, other: str) -> float:
        """The ratio that `difflib` cannot exceed."""
        whole = (1 << self._length) - 1
        rest = whole
        for letter in other:
            found = rest & self._places.get(letter, 0)
            rest = ((rest + found) | (rest - found)) & whole
        letters = self._length + len(other)
        return 2.0 * (self._length - rest.bit_count()) / letters if letters else 1.0


def closest(name: str, names: list[str]) -> str:
    """The name that the user may have meant, or `""`. Of paths, only those whose last step is alike are compared."""
    last = name.rpartition("/")[2]
    if last != name:
        alike = set(close_matches(last, {known.rpartition("/")[2] for known in names}, 8, 0.6))
        names = [known for known in names if known.rpartition("/")[2] in alike]
    return next(iter(close_matches(name, names, 1, 0.7)), "")


def close_matches(name: str, names: Iterable[str], count: int, cutoff: float) -> list[str]:
    """What `difflib.get_close_matches` finds. That measures every name, which a project of many pages waits for; here
    those that promise most come first, and the others only as long as one may still be closer."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=name)
    most_alike = _Likeness(name)
    promising = [(most, known) for known in names if (most := most_alike.at_most(known)) >= cutoff]
    best: list[tuple[float, str]] = []
    for most, known in sorted(promising, reverse=True):
        if len(best) == count and most < best[0][0]:
            break
        matcher.set_seq1(known)
        if (ratio := matcher.ratio()) >= cutoff:
            heappush(best, (ratio, known))
            if len(best) > count:
                heappop(best)
    return [known for _, known in sorted(best, reverse=True)]
