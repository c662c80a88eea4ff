"""The fixes for the findings at a place. A finding that the text has left behind has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from runtime.diagnostics import Diagnostic
from runtime.language.answers import FileEdits, Fix, TextEdit
from runtime.language.documents import Documents, OpenText
from runtime.language.fixes import files, json, spelling, styles, wxml
from runtime.language.fixes.fix import Finding, Mend
from runtime.language.words import Words

MENDS: Mapping[str, Mend] = {
    **spelling.MENDS,
    **files.MENDS,
    **json.MENDS,
    **styles.MENDS,
    **wxml.MENDS,
}


def fixes_at(
    documents: Documents, words: Words, opened: OpenText, found: Iterable[Diagnostic], start: int, end: int
) -> tuple[Fix, ...]:
    """What can be done about the findings that touch a stretch of the text."""
    fixes: list[Fix] = []
    for diagnostic in found:
        mend = MENDS.get(diagnostic.code)
        first, last = opened.lines.offsets(diagnostic.span)
        if mend is not None and first <= end and start <= max(last, first):
            fixes += mend(Finding(documents, words, opened, diagnostic, first, last))
    return tuple(fixes)


def fix_all(documents: Documents, words: Words, opened: OpenText, found: Iterable[Diagnostic]) -> Fix | None:
    """The preferred fixes of all findings that stay within the file, as one; of two that overlap the first.

    A finding that needs another file is left to its own fix: there the user looks at what comes.
    """
    edits: list[TextEdit] = []
    for fix in fixes_at(documents, words, opened, found, 0, len(opened.text)):
        if not fix.is_preferred or [file.path for file in fix.files] != [opened.outer]:
            continue
        fresh = [edit for edit in fix.files[0].edits if edit not in edits]
        if not any(_overlap(edit, other) for edit in fresh for other in edits):
            edits += fresh
    if not edits:
        return None
    whole = opened.lines.range(0, len(opened.text))
    return Fix(words("fix.all"), "", whole, (FileEdits(opened.outer, tuple(sorted(edits))),))


def _overlap(one: TextEdit, other: TextEdit) -> bool:
    if one.range.start == other.range.start:
        return True
    return one.range.start < other.range.end and other.range.start < one.range.end
