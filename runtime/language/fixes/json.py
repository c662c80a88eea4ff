"""Fixes in configuration files that take something out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from runtime.language.answers import Fix
from runtime.language.fixes.fix import Finding, Mend
from runtime.project.json_text import JsonText, Key

_COMMA = re.compile(r"[ \t]*,")


def remove_member(finding: Finding) -> list[Fix]:
    """A key with its value, or an item of a list, with the comma that goes with it."""
    parsed = finding.documents.json(finding.opened.path)
    is_whole = parsed is not None and all(one.severity != "error" for one in parsed.diagnostics)
    place = _place(finding, parsed) if parsed is not None and is_whole else None
    if place is None:
        return []
    text = finding.opened.text
    removed = [one for one in (place, _stand_in(finding, parsed)) if one is not None]
    edits = [edit for one in removed if (edit := _without(text, *one)) is not None]
    if len(edits) < len(removed):
        return []
    # What may be wanted and only misses its file is not taken out without a look.
    is_preferred = finding.diagnostic.code not in (
        "project/page-not-found", "project/ignored-key", "project/misplaced-key",
    )  # fmt: skip
    title = finding.words("fix.remove", text=text[place[0] : place[1]][:40])
    return [finding.fix(title, tuple((*one, "") for one in edits), is_preferred=is_preferred)]


def _without(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What goes with a member: its comma, and its line if it has one of its own; None where a comment is in between."""
    before = text[:start].rstrip()
    comma = _COMMA.match(text, end)
    if comma is not None:
        end = comma.end()
        line, rest = text.rfind("\n", 0, start), text.find("\n", end)
        if line >= 0 and not text[line:start].strip() and rest >= 0 and not text[end:rest].strip():
            return line, rest
        return start, end + len(text[end:]) - len(text[end:].lstrip(" \t"))
    if before.endswith(","):
        return len(before) - 1, end
    return (start, end) if before.endswith(("{", "[")) else None


def _stand_in(finding: Finding, parsed: JsonText | None) -> tuple[int, int] | None:
    """What stands in for a component that goes: it has nothing to stand in for."""
    key = ("componentPlaceholder", finding.argument("tag"))
    if finding.diagnostic.code != "project/unused-component" or parsed is None or key not in parsed.key_spans:
        return None
    offsets = finding.opened.lines.offsets
    return offsets(parsed.key_spans[key])[0], offsets(parsed.spans[key])[1]


def _place(finding: Finding, parsed: JsonText) -> tuple[int, int] | None:
    """Where the member begins and ends."""
    offsets = finding.opened.lines.offsets
    key: Key
    for key, span in parsed.key_spans.items():
        if offsets(span)[0] == finding.start and key in parsed.overwritten:
            # The later one counts, so it is the earlier one that goes.
            name, value = parsed.overwritten[key]
            return offsets(name)[0], offsets(value)[1]
        if offsets(span)[0] == finding.start and key in parsed.spans:
            return finding.start, offsets(parsed.spans[key])[1]
    for key, span in parsed.spans.items():
        if key and isinstance(key[-1], int) and offsets(span) == (finding.start, finding.end):
            return finding.start, finding.end
    return None


MENDS: Mapping[str, Mend] = dict.fromkeys(
    (
        "project/unused-component",
        "project/ignored-key",
        "project/duplicate-page",
        "project/page-not-found",
        "project/preload-unknown-page",
        "project/misplaced-key",
        "json/duplicate-key",
    ),
    remove_member,
)
