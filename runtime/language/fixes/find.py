"""The fixes for the findings at a place. A finding that the text has left behind has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from runtime.diagnostics import Diagnostic
from runtime.language.answers import Fix
from runtime.language.documents import Documents, OpenText
from runtime.language.fixes import files, spelling, wxml
from runtime.language.fixes.fix import Finding, Mend
from runtime.language.words import Words

MENDS: Mapping[str, Mend] = {**spelling.MENDS, **files.MENDS, **wxml.MENDS}


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
