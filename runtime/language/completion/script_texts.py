"""Texts in scripts that name something of the project: addresses of pages, selectors of the page's own template."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.language.answers import Suggestion
from runtime.language.completion.wxml_values import page_addresses
from runtime.language.components import templates_below
from runtime.language.documents import Documents
from runtime.language.wxml.classes import classes_in

_ADDRESS = re.compile(r"""\burl["']?\s*:\s*(["'`])(?P<text>(?!https?:)[^"'`\n]*)\Z""")
_SELECTOR = re.compile(
    r"""\.(?:selectComponent|selectAllComponents|select|selectAll|relativeTo|observe)\(\s*(["'`])(?P<text>[^"'`\n]*)\Z"""
)
_NAVIGATING = re.compile(r"\b(?:navigateTo|redirectTo|reLaunch|switchTab|preloadPage)\b")
_LOOKED_BACK = 300


def texts_at(documents: Documents, path: str, text: str, offset: int) -> tuple[int, list[Suggestion]] | None:
    """Where the text begins and what it may be; None where it names nothing."""
    before = text[max(0, offset - _LOOKED_BACK) : offset]
    line = before.rpartition("\n")[2]
    address = _ADDRESS.search(line)
    if address is not None and (_NAVIGATING.search(before) or address["text"].startswith("/")):
        return offset - len(address["text"]), list(page_addresses(documents, path))
    selector = _SELECTOR.search(line)
    if selector is not None:
        return offset - len(selector["text"]), list(_selectors(documents, path.rpartition(".")[0]))
    return None


def _selectors(documents: Documents, stem: str) -> Iterator[Suggestion]:
    """Ids and classes of the elements, the ids first."""
    for template in templates_below(documents, [stem]):
        document = documents.template(template)
        if document is None:
            continue
        names = dict.fromkeys(filter(None, (element.static("id") for element in document.elements())))
        for name in names:
            if "{{" not in name:
                yield Suggestion(f"#{name}", "value", f"#{name}", documents.outer(template))
        for name in dict.fromkeys(use.name for use in classes_in(document)):
            yield Suggestion(f".{name}", "class", f".{name}", documents.outer(template), rank=1)
