"""What the line above the text says of the file in front."""

from __future__ import annotations

from collections.abc import Sequence

from ide.models.documents import Documents
from ide.models.journal import JournalEntry
from ide.models.question import Notice


def notice_of(documents: Documents, active: str, compared: str, left_behind: Sequence[JournalEntry]) -> Notice | None:
    """The notice of the file in front; `compared` is one that is shown beside its text in the last commit."""
    if left_behind:
        return Notice("left_behind", ("restore", "drop"), {"files": ", ".join(entry.path for entry in left_behind)})
    conflict = documents[active].conflict if active in documents else "none"
    if conflict == "changed":
        return Notice("changed_on_disk", ("keep", "load", "compare"), {"file": active})
    if conflict == "deleted":
        return Notice("deleted_on_disk", ("keep", "close"), {"file": active})
    if active and active == compared:
        return Notice("against_commit", ("discard_changes", "end_comparison"), {"file": active})
    return None
