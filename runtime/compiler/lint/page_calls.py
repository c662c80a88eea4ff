"""Where a script that nothing reaches calls `Page`: most likely a page that app.json forgot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runtime.diagnostics import Span

_PAGE = re.compile(r"^Page(?:<[^>(]*>)?\(", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PageCall:
    """`stem`: path of the page without ending; `span`: the call."""

    stem: str
    span: Span


def page_call(path: str, text: str) -> PageCall | None:
    """The call at the top level of a script."""
    match = _PAGE.search(text)
    if match is None:
        return None
    line = text.count("\n", 0, match.start()) + 1
    return PageCall(path.rpartition(".")[0], Span(path, line, 1, line, match.end() - match.start()))
