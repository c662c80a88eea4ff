"""Finding a file by some letters of its path, in their order."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

_BOUNDARIES = "/._- "
MAX_FOUND = 200


class Search:
    """One search through many paths, letter by letter: what more letters find is among what the first ones found."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._all = list(paths)
        self._needle = ""
        self._found = self._all

    def find(self, needle: str, limit: int = MAX_FOUND) -> list[str]:
        """Paths that contain the needle's letters in order, best first; all of them in order if the needle is empty."""
        among = self._found if needle.startswith(self._needle) else self._all
        self._needle = needle
        if not needle:
            self._found = self._all
            return self._all[:limit]
        scored = [(-score, len(path), path) for path in among if (score := match_score(needle, path)) > 0]
        self._found = [path for _, _, path in scored]
        return [path for _, _, path in nsmallest(limit, scored)]


def match_score(needle: str, path: str) -> float:
    """0 for no match. Letters in a row, at the beginning of words and in the file's name count more."""
    wanted = needle.lower().replace(" ", "")
    name = path.rpartition("/")[2]
    in_name = _score(wanted, name)
    if in_name:
        return in_name + 100 + (50 if name.lower().startswith(wanted) else 0)
    return _score(wanted, path)


def matched_letters(needle: str, text: str) -> frozenset[int]:
    """Where the needle's letters are in a text, as `match_score` finds them; none if they are not all there."""
    found: list[int] = []
    lower, position = text.lower(), 0
    for letter in needle.lower().replace(" ", ""):
        position = lower.find(letter, position) + 1
        if position == 0:
            return frozenset()
        found.append(position - 1)
    return frozenset(found)


def split_position(text: str) -> tuple[str, int]:
    """`app.js:12` is a name and a line; line 0 if there is none."""
    name, colon, line = text.partition(":")
    return (name.strip(), int(line)) if colon and line.strip().isdigit() else (name.strip(), 0)


def _score(wanted: str, text: str) -> float:
    lower = text.lower()
    position, score, last = 0, 0.0, -2
    for letter in wanted:
        found = lower.find(letter, position)
        if found < 0:
            return 0
        is_start = found == 0 or text[found - 1] in _BOUNDARIES or (text[found].isupper() and text[found - 1].islower())
        score += 1 + (5 if found == last + 1 else 0) + (3 if is_start else 0)
        last, position = found, found + 1
    return score
