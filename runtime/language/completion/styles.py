"""Completion in style files: finds out what kind of place the cursor is at and asks the module for it.

The values of declarations are in `style_values`, selectors in `style_selectors`, mixins in `mixins`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from runtime.language.answers import Completion, Suggestion
from runtime.language.completion.mixins import SASS_ENDINGS, extended_by_sass, less_mixins, sass_mixins
from runtime.language.completion.style_selectors import at_rules, frames, pseudo_selectors, selectors
from runtime.language.completion.style_values import Written, property_suggestions, value_suggestions
from runtime.language.documents import Documents, OpenText
from runtime.language.styles.indented import INDENTED
from runtime.language.styles.tree import Rule, StyleTree
from runtime.platform.platform import Platform
from runtime.project.paths import folder_of

_WORD = re.compile(r"[@$.#&%!]?[\w\-\u0080-\uffff]*")
_VALUE_FOLLOWS = re.compile(r"[\w-]*[ \t]*:")
_IMPORTED = re.compile(r"""@(?:import|use|forward)[ \t]+(?:\([\w, ]*\)[ \t]*)?(?:"[^"\r\n]*"|'[^'\r\n]*'|,|[ \t])*+
                           ["']([^"'\r\n]*)\Z""", re.VERBOSE)  # fmt: skip
_BARE_IMPORT = re.compile(r"@import[ \t]+(?:[^\s,\"']+[ \t]*,[ \t]*)*+([^\s,\"']*)\Z")
_INCLUDED = re.compile(r"@include[ \t]+[\w-]*\Z")
_INCLUDED_BY_SIGN = re.compile(r"^[ \t]*\+[\w-]*\Z")
_EXTENDED = re.compile(r"@extend[ \t]+[.%]?[\w-]*\Z")
_PSEUDO = re.compile(r"(?:^|[^\s:])(::?)[\w-]*\Z|[\s,(](::?)[\w-]*\Z")
_AROUND_RULES = ("@media", "@supports", "@layer", "@container")
_FRAMES = re.compile(r"@(?:-\w+-)?keyframes\b")
_MAX_BACK = 2000
_MAX_FILES = 500
_FAMILIES = {".wxss": (".wxss", ".css"), ".less": (".less", ".wxss"), ".scss": SASS_ENDINGS, ".sass": SASS_ENDINGS}


def complete_style(documents: Documents, platform: Platform, opened: OpenText, offset: int) -> Completion | None:
    """What may stand at an offset of a style file."""
    tree = documents.style(opened.path)
    if tree is None:
        return None
    line = opened.text[opened.text.rfind("\n", 0, offset) + 1 : offset]
    start = offset
    while start > 0 and _WORD.fullmatch(tree.text, start - 1, offset):
        start -= 1
    named = _named_at(documents, opened, line, offset)
    if named is None:
        start, found = _place(documents, platform, opened, tree, start, offset)
    else:
        start, found = named[0] if named[0] >= 0 else start, named[1]
    return Completion(opened.lines.range(start, offset), tuple(found)) if found else None


def _named_at(documents: Documents, opened: OpenText, line: str, offset: int) -> tuple[int, list[Suggestion]] | None:
    """What an at-rule names: a file, a mixin, a class. The start is -1 for the word at the offset."""
    is_sass = opened.ending in SASS_ENDINGS
    imported = _IMPORTED.search(line)
    if imported is None and opened.ending == INDENTED:
        imported = _BARE_IMPORT.search(line)
    if imported is not None:
        return offset - len(imported[1]), list(_sheets(opened))
    if is_sass and (_INCLUDED.search(line) or (opened.ending == INDENTED and _INCLUDED_BY_SIGN.search(line))):
        return -1, list(sass_mixins(documents, opened.path))
    if is_sass and _EXTENDED.search(line):
        return -1, list(extended_by_sass(documents, opened.path))
    return None


def _place(
    documents: Documents, platform: Platform, opened: OpenText, tree: StyleTree, start: int, offset: int
) -> tuple[int, list[Suggestion]]:
    """What stands in a rule or outside of all."""
    is_indented = opened.ending == INDENTED
    statement = _line_start(tree.text, start) if is_indented else _statement_start(tree.text, start)
    rule, written = tree.rule_at(start if is_indented else statement), tree.text[statement:start].strip()
    name, colon, value = written.partition(":")
    typed = tree.text[start:offset]
    if rule is not None and _FRAMES.match(tree.prelude(rule)):
        return start, list(frames(is_indented=is_indented)) if not written else []
    if rule is None or tree.prelude(rule).startswith(_AROUND_RULES):
        is_variable = written.startswith(("$", "@", "--")) and bool(colon)
        if is_variable:
            return start, list(value_suggestions(documents, opened, platform, Written(name.strip(), value, typed)))
        return _selector(documents, platform, opened, start, offset, written)
    is_nested = opened.ending not in (".wxss", ".css")
    if is_nested and not written.startswith(("@", "$")) and _is_selector(tree, written + typed, rule):
        return _selector(documents, platform, opened, start, offset, written)
    if colon:
        return start, list(value_suggestions(documents, opened, platform, Written(name.strip(), value, typed)))
    if written:
        return start, []
    has_value = _VALUE_FOLLOWS.match(tree.text, offset) is not None
    found = list(property_suggestions(platform.style_properties, has_value=has_value, ends=not is_indented))
    if opened.ending == ".less":
        found += less_mixins(documents, opened.path)
    if is_nested:
        found += at_rules(opened.ending, is_nested=True)
    return start, found


def _is_selector(tree: StyleTree, written: str, rule: Rule) -> bool:
    """Whether what is written in a rule of Less or Sass begins a rule within it: `&:hover`, `> view`."""
    begins_one = written.lstrip().startswith(("&", ">", "~", "#", "+ ")) or re.match(r"\s*\.[\w-]+[\s:>]", written)
    return bool(begins_one) and not tree.prelude(rule).startswith("@font-face")


def _selector(
    documents: Documents, platform: Platform, opened: OpenText, start: int, offset: int, written: str
) -> tuple[int, list[Suggestion]]:
    line = opened.text[opened.text.rfind("\n", 0, offset) + 1 : offset]
    pseudo = _PSEUDO.search(line)
    if pseudo is not None and not written.startswith("@"):
        colons = pseudo[1] or pseudo[2]
        at = pseudo.start(1) if pseudo[1] else pseudo.start(2)
        return offset - len(line) + at, list(pseudo_selectors(colons))
    if written.startswith("@"):
        return start, []
    found = list(selectors(documents, platform.elements, opened.path))
    return start, found + list(at_rules(opened.ending, is_nested=False)) if not written else found


def _statement_start(text: str, offset: int) -> int:
    """Behind the brace or semicolon before an offset."""
    floor = max(0, offset - _MAX_BACK)
    return max(text.rfind(mark, floor, offset) + 1 for mark in "{};") or floor


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _sheets(opened: OpenText) -> Iterator[Suggestion]:
    """The style files of the program as seen from this one, the nearest first."""
    folder, endings = folder_of(opened.path), _FAMILIES.get(opened.ending, (opened.ending,))
    paths = (path for path in opened.project.files.paths if path.endswith(endings) and path != opened.path)
    names = [posixpath.relpath(path, folder or ".") for path in paths if "miniprogram_npm/" not in path]
    for name in sorted(names, key=lambda name: (name.count("../"), name))[:_MAX_FILES]:
        written = name if name.startswith("../") else f"./{name}"
        yield Suggestion(written, "file", written, rank=written.count("../"))
