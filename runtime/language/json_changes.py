"""Changes of configuration files as edits of an editor: what `json_edit` makes of a text, and nothing around it."""

from __future__ import annotations

from collections.abc import Callable

from runtime.language.answers import FileEdits, TextEdit
from runtime.language.documents import Documents
from runtime.project.json_edit import BrokenJson


def json_change(documents: Documents, path: str, change: Callable[[str], str | BrokenJson]) -> FileEdits | None:
    """The one edit that a change comes to; None if there is no such file, or nobody can say what is in it."""
    before = documents.text(path)
    after = change(before) if before is not None else None
    if before is None or not isinstance(after, str) or after == before:
        return None
    start = next((i for i, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    start = min(start, len(before), len(after))
    rest = min(len(before), len(after)) - start
    end = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    place = documents.lines(path).range(start, len(before) - end)
    return FileEdits(documents.outer(path), (TextEdit(place, after[start : len(after) - end]),))
