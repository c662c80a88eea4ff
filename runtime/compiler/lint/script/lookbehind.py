"""Lookbehind in regular expressions: older versions of iOS refuse the whole script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.lint.rule import ScriptFileRule
from runtime.compiler.lint.script_file import ScriptFile
from runtime.diagnostics import Diagnostic

_PATTERNS = """
(regex pattern: (regex_pattern) @pattern)
(new_expression constructor: (identifier) @name (#eq? @name "RegExp") arguments: (arguments . (string) @pattern))
"""
_LOOKBEHIND = re.compile(rb"(?<!\\)\(\?<[=!]")


def _check(file: ScriptFile) -> Iterator[Diagnostic]:
    source = file.source
    if b"(?<" not in source.code:
        return
    for capture, node in source.find(_PATTERNS):
        if capture == "pattern" and _LOOKBEHIND.search(source.text(node)):
            yield Diagnostic("ios/regex-lookbehind", source.span(node))


RULE = ScriptFileRule(("ios/regex-lookbehind",), "Source: WebKit, lookbehind since Safari 16.4 (iOS 16.4)", _check)
