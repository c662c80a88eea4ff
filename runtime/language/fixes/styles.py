"""Fixes in style files that need the rule which the finding is about."""

from __future__ import annotations

import re
from collections.abc import Mapping

from runtime.language.answers import Fix
from runtime.language.fixes.fix import Finding, Mend

_RPX = re.compile(r"(\d++(?:\.\d++)?|\.\d++)rpx\b", re.IGNORECASE)


def remove_selector(finding: Finding) -> list[Fix]:
    """All selectors of the file that match nothing because of the name, and rules that have no other ones."""
    tree = finding.documents.style(finding.opened.path)
    name = finding.argument("name")
    if tree is None or not name:
        return []
    edits: list[tuple[int, int, str]] = []
    for rule, above in tree.rules():
        kept = _kept(tree.prelude(rule), name)
        if kept is None or any(start <= one.start < end for one in above for start, end, _ in edits):
            continue
        if kept:
            edits.append((rule.start, rule.prelude_end, kept))
        else:
            edits.append((*_lines(finding.opened.text, rule.start, rule.end), ""))
    # Somebody may be about to write the element.
    return [finding.fix(finding.words("fix.remove", text=name), tuple(edits), is_preferred=False)] if edits else []


def _kept(prelude: str, name: str) -> str | None:
    """The selectors of a rule without those that need a name; None if none of them does."""
    needs = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    if needs.search(prelude) is None:
        return None
    # Commas within parentheses part no selectors.
    parts = [prelude] if any(mark in prelude for mark in "([\"'") else prelude.split(",")
    kept = [part for part in parts if needs.search(part) is None]
    return ",".join([kept[0].lstrip(), *kept[1:]]) if kept else ""


def remove_declaration(finding: Finding) -> list[Fix]:
    """A declaration that says nothing."""
    tree = finding.documents.style(finding.opened.path)
    found = [one for one in tree.declarations() if one.start == finding.start] if tree is not None else []
    title = finding.words("fix.remove", text=finding.text)
    return [finding.replace(title, *_lines(finding.opened.text, one.start, one.end), "") for one in found]


def remove_token(finding: Finding) -> list[Fix]:
    """What has no meaning where it stands."""
    if not finding.text.strip():
        return []
    return [finding.replace(finding.words("fix.remove", text=finding.text[:40]), finding.start, finding.end, "")]


def close_block(finding: Finding) -> list[Fix]:
    """The missing brace at the end of the text."""
    text = finding.opened.text
    return [finding.replace(finding.words("fix.insert", text="}"), len(text), len(text), "}\n")]


def write_px_in_media(finding: Finding) -> list[Fix]:
    """The condition in pixels of the width that designs are made for."""
    written = _RPX.sub(lambda match: f"{float(match[1]) / 2:g}px", finding.text)
    title = finding.words("fix.change", name=written.strip())
    return [finding.replace(title, finding.start, finding.end, written)] if written != finding.text else []


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the line end behind it, if it has its lines for itself."""
    line = text.rfind("\n", 0, start) + 1
    rest = text.find("\n", end)
    if not text[line:start].strip() and rest >= 0 and not text[end:rest].strip():
        return line, rest + 1
    return start, end


MENDS: Mapping[str, Mend] = {
    "wxss/unmatched-selector": remove_selector,
    "wxss/empty-value": remove_declaration,
    "wxss/unexpected-token": remove_token,
    "wxss/unclosed-block": close_block,
    "less/unclosed-block": close_block,
    "wxss/rpx-in-media": write_px_in_media,
}
