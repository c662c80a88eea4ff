"""Fixes in configuration files, styles and scripts."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Mapping

from runtime.language.answers import Fix
from runtime.language.fixes.fix import Finding, Mend
from runtime.language.json_changes import json_change
from runtime.project.json_edit import BrokenJson, append_to_list, set_value
from runtime.project.paths import folder_of


def remove(finding: Finding) -> list[Fix]:
    """Nothing in place of what was found."""
    shown = finding.text if len(finding.text) <= 40 else f"{finding.text[:40]}…"
    return [finding.replace(finding.words("fix.remove", text=shown), finding.start, finding.end, "")]


def write_double_quotes(finding: Finding) -> list[Fix]:
    """A JSON text."""
    if len(finding.text) < 2 or not (finding.text[0] == finding.text[-1] == "'"):
        return []
    written = json.dumps(finding.text[1:-1].replace("\\'", "'"), ensure_ascii=False)
    return [finding.replace(finding.words("fix.change", name=written), finding.start, finding.end, written)]


def add_semicolon(finding: Finding) -> list[Fix]:
    """A semicolon at the end."""
    end = finding.start + len(finding.text.rstrip())
    return [finding.replace(finding.words("fix.insert", text=";"), end, end, ";")]


def write_comment(finding: Finding) -> list[Fix]:
    """A comment of CSS in place of one that WXSS does not have."""
    text = finding.opened.text
    if not text.startswith("//", finding.start):
        return []
    line_end = text.find("\n", finding.start)
    end = len(text) if line_end < 0 else line_end
    written = text[finding.start + 2 : end].strip()
    if "*/" in written:
        return []
    return [finding.replace(finding.words("fix.comment"), finding.start, end, f"/* {written} */")]


def write_rpx(finding: Finding) -> list[Fix]:
    """The unit that is probably meant."""
    unit = finding.argument("unit")
    at = finding.text.rfind(unit) if unit else -1
    if at < 0:
        return []
    start = finding.start + at
    return [finding.replace(finding.words("fix.change", name="rpx"), start, start + len(unit), "rpx")]


def write_relative(finding: Finding) -> list[Fix]:
    """The module as seen from the script that requires it."""
    name, quote = finding.argument("name"), finding.text[:1]
    if quote not in ("'", '"') or not name.startswith("/"):
        return []
    seen = posixpath.relpath(name.lstrip("/"), folder_of(finding.opened.path) or ".")
    written = f"{quote}{seen if seen.startswith('..') else f'./{seen}'}{quote}"
    return [finding.replace(finding.words("fix.change", name=written), finding.start, finding.end, written)]


def insert_token(finding: Finding) -> list[Fix]:
    """What the script lacks at the place."""
    wanted = finding.argument("wanted")
    title = finding.words("fix.insert", text=wanted)
    return [finding.replace(title, finding.start, finding.start, wanted)] if len(wanted) == 1 else []


def declare_page(finding: Finding) -> list[Fix]:
    """The page in the list of pages."""
    page = finding.opened.path.rpartition(".")[0]
    return _json_fix(finding, "fix.declare_page", "app.json", lambda text: append_to_list(text, ("pages",), page))


def say_component(finding: Finding) -> list[Fix]:
    """`"component": true` in the file of the component."""
    path = f"{finding.argument('path')}.json"
    return _json_fix(finding, "fix.say_component", path, lambda text: set_value(text, ("component",), True))


def _json_fix(finding: Finding, title: str, path: str, change: Callable[[str], str | BrokenJson]) -> list[Fix]:
    edits = json_change(finding.documents, path, change)
    return [finding.elsewhere(finding.words(title), edits.path, edits.edits)] if edits is not None else []


MENDS: Mapping[str, Mend] = {
    "json/trailing-comma": remove,
    "json/comment": remove,
    "json/single-quotes": write_double_quotes,
    "wxss/import-without-semicolon": add_semicolon,
    "wxss/missing-semicolon": add_semicolon,
    "wxss/line-comment": write_comment,
    "wxss/unknown-unit": write_rpx,
    "script/absolute-require": write_relative,
    "script/missing-token": insert_token,
    "project/undeclared-page": declare_page,
    "project/not-a-component": say_component,
}
