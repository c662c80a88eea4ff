"""Selectors that a component's style sheet must not use: ids, tag names and attributes.

Whether the file belongs to a component is known to the program rule that passes these findings on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.lint.rule import StyleFile, StyleFileRule
from runtime.compiler.wxss.sheet import StyleRule
from runtime.diagnostics import Diagnostic, Span

CODE = "wxss/component-selector"

_BLANKED = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'", re.DOTALL)
_FORBIDDEN = re.compile(r"(?<!\\)#[\w-]+|(?<![\w\\:.#\-(\[=\"'])[a-zA-Z][\w-]*(?![\w(-])|\[[^\]]*\]")
_FRAME = re.compile(r"from|to|[\d.]+%")


def _check(file: StyleFile) -> Iterator[Diagnostic]:
    for rule in file.unit.rules:
        if not isinstance(rule, StyleRule):
            continue
        selector = _BLANKED.sub(lambda match: " " * len(match[0]), rule.selector)
        found = _FORBIDDEN.search(selector)
        if found is None or _FRAME.fullmatch(found[0]):
            continue
        before = rule.selector[: found.start()]
        line = rule.line + before.count("\n")
        column = len(before) - before.rfind("\n") if "\n" in before else rule.column + len(before)
        span = Span(rule.file, line, column, line, column + len(found[0].split("\n")[0]))
        yield Diagnostic(CODE, span, {"found": rule.selector[found.start() : found.end()]})


RULE = StyleFileRule((CODE,), "Source: component template and style page, notes on selectors", _check)
