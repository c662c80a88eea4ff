"""Date texts that iOS cannot read, such as `new Date("2020-01-01 10:00")`: the result is an invalid date there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.lint.rule import ScriptFileRule
from runtime.compiler.lint.script_file import ScriptFile
from runtime.compiler.script.references import literal_text
from runtime.diagnostics import Diagnostic

_CALLS = """
(new_expression constructor: (identifier) @date (#eq? @date "Date") arguments: (arguments . (_) @text .))
(call_expression function: (member_expression object: (identifier) @date (#eq? @date "Date")
    property: (property_identifier) @parse (#eq? @parse "parse")) arguments: (arguments . (_) @text .))
"""
# Dashes with a blank before the time, or single digits: not ISO 8601, which is all that JavaScriptCore reads.
_UNREADABLE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2} +\d{1,2}:\d.*|\d{4}-(\d-\d{1,2}|\d{2}-\d)(?!\d).*|\d{4}\.\d{1,2}\.\d.*"
)


def _check(file: ScriptFile) -> Iterator[Diagnostic]:
    source = file.source
    if b"Date" not in source.code:
        return
    for capture, node in source.find(_CALLS):
        text = literal_text(node) if capture == "text" else None
        if text is not None and _UNREADABLE.fullmatch(text.strip()):
            suggestion = re.sub(r"[-.]", "/", text.strip(), count=2)
            yield Diagnostic("ios/date-format", source.span(node), {"text": text, "suggestion": suggestion})


RULE = ScriptFileRule(("ios/date-format",), "Source: the reference's page on differences between systems", _check)
