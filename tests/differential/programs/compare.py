"""What counts when the lines of two runs of a program are compared."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.differential.programs.engines import Lines

# Nothing can be said: the engine has fallen (no program throws), or warns itself that trees come out in disorder.
_NO_WORD = ("stopped", "error ", "unsettled")


def says_nothing(theirs: Lines) -> bool:
    """Whether the official engine is no judge of this program."""
    return any(line.startswith(_NO_WORD) for line in theirs)


def compared(lines: Lines, *, is_newer: bool) -> Lines:
    """The lines that must be equal."""
    at = lines.index("tree") + 2 if "tree" in lines else len(lines)
    kept = lines[:at] + [line for line in lines[at:] if not line.endswith('"rendered"]')]  # the page is gone
    return kept if is_newer else _in_order(list(_told_anew(kept)))


def _told_anew(lines: Lines) -> Iterator[str]:
    """Without values that are told again: when that happens is up to the tree differ of the simulator engine, which
    also makes an empty text of undefined."""
    former: dict[tuple[str, str], object] = {}
    for line in lines:
        line = line.replace('"[undefined]"', '""')
        if '"observers ' in line:
            who, what, values = json.loads(line)
            if former.get((who, what)) == values:
                continue
            former[who, what] = values
        elif '"property ' in line:
            _, _, now, old = json.loads(line)
            if now == old:
                continue
        yield line


def _in_order(lines: Lines) -> Lines:
    """Of each action what each component told, one after the other: the simulator engine updates them, and takes them
    out, in an order of its own."""
    out: Lines = []
    told: list[tuple[str, str]] = []
    who = ""
    for line in lines:
        if not line.startswith('["'):
            out += [told_line for _, told_line in sorted(told, key=_teller)]
            out.append(line)
            told = []
            continue
        first = str(json.loads(line)[0])
        who = first if ":" in first else who
        told.append((who, line))
    return out + [told_line for _, told_line in sorted(told, key=_teller)]


def _teller(told: tuple[str, str]) -> str:
    return told[0]


def first_difference(ours: Lines, theirs: Lines) -> str:
    """Where two runs part, with what was before."""
    pairs = zip(ours, theirs, strict=False)
    at = next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(ours), len(theirs)))
    before = [f"    {line}" for line in ours[max(0, at - 4) : at]]
    return "\n".join([*before, f"  here: {ours[at : at + 3]}", f" there: {theirs[at : at + 3]}"])
