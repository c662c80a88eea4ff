"""How lines end. Projects come with the ends of every system, whatever the system at hand; a file keeps its own.

Compilers take `\\r\\n` for the languages' own reasons; this is about files that are written.
"""

from __future__ import annotations

from pathlib import Path

UNIX, WINDOWS = "\n", "\r\n"


def line_end_of(text: str) -> str:
    """The end of most of its lines; that of Unix for a text of one line."""
    of_windows = text.count(WINDOWS)
    return WINDOWS if of_windows * 2 > text.count(UNIX) else UNIX


def write_new(path: Path, text: str) -> None:
    """Writes a text of ours as it is: with the same ends on every system, as version control wants it."""
    path.write_text(text, "utf-8", newline="")
