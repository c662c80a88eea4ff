"""What is told of changes below a folder, whichever way the system tells of them."""

from __future__ import annotations

from collections.abc import Callable

from simulator.build.settling import FileState

Report = Callable[[str, FileState, bool], None]
"""Hears the path relative to the folder (`""`: the folder itself), what happened, and whether the file is new."""
IsIgnored = Callable[[str], bool]


def is_outpost(path: str, outposts: frozenset[str]) -> bool:
    """Whether a path is an outpost or stands directly in one."""
    return path in outposts or path.rpartition("/")[0] in outposts
