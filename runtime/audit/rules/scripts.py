"""Scripts: addresses that are not encrypted, timers that nobody stops, what is written to the console."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.audit.rule import AuditedProgram, AuditRule
from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of
from runtime.compiler.script.references import literal_text
from runtime.compiler.script.syntax import Source, parse_script
from runtime.diagnostics import Diagnostic, Span

MAX_CHARACTERS = 400_000
"""Longer scripts are bundles or data."""
MAX_CONSOLE_CALLS = 3
"""So many in one file are left alone."""
# Names of XML dialects are no addresses; a computer of one's own is reached without a certificate.
_LOCAL = re.compile(r"http://(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|0\.0\.0\.0|www\.w3\.org/)")
_ADDRESS = re.compile(r"http://[\w-]+(\.[\w-]+)+")
_CONSOLE = """
(call_expression function: (member_expression object: (identifier) @console (#eq? @console "console")
    property: (property_identifier) @method (#any-of? @method "log" "info" "debug" "table" "dir")))
"""
_INTERVAL = '(call_expression function: (identifier) @timer (#eq? @timer "setInterval"))'


def is_open_address(text: str) -> bool:
    """Whether a text begins with an address whose traffic anybody can read."""
    return bool(_ADDRESS.match(text)) and not _LOCAL.match(text)


def _sources(program: AuditedProgram, *words: str) -> Iterator[Source]:
    """The parsed scripts that have one of the words."""
    for path in program.own_scripts:
        text = program.files.text(path) or ""
        if len(text) <= MAX_CHARACTERS and any(word in text for word in words):
            yield parse_script(path, text, SCRIPT_DIALECTS[ending_of(path)])


def _addresses(program: AuditedProgram) -> Iterator[Diagnostic]:
    for source in _sources(program, "http://"):
        for _, node in source.find("[(string) (template_string)] @text"):
            text = literal_text(node) if node.type == "string" else source.text(node).decode("utf-8", "replace")[1:-1]
            if text is not None and is_open_address(text):
                yield Diagnostic("audit/http-address", source.span(node), {"address": _short(text)})
    for document in program.own_templates.values():
        for element in document.elements():
            for attribute in element.attributes:
                text = attribute.value.static if attribute.value is not None else None
                if text is not None and is_open_address(text):
                    place = document.source.span(attribute.start, attribute.end)
                    yield Diagnostic("audit/http-address", place, {"address": _short(text)})


def _timers(program: AuditedProgram) -> Iterator[Diagnostic]:
    """Of pages and components alone: what the app starts may run as long as it does."""
    stems = program.build.project.components
    for source in _sources(program, "setInterval"):
        if source.path.rpartition(".")[0] in stems and b"clearInterval" not in source.code:
            for _, node in source.find(_INTERVAL):
                yield Diagnostic("audit/timer-not-cleared", source.span(node))


def _console(program: AuditedProgram) -> Iterator[Diagnostic]:
    for source in _sources(program, "console."):
        calls = [node for name, node in source.find(_CONSOLE) if name == "console"]
        if len(calls) > MAX_CONSOLE_CALLS:
            first = source.span(calls[0])
            yield Diagnostic(
                "audit/console-calls", Span(source.path, first.line, first.column), {"count": str(len(calls))}
            )


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"


ADDRESSES = AuditRule(("audit/http-address",), "practice", 4, "Source: audits, best practice: use HTTPS", _addresses)
TIMERS = AuditRule(
    ("audit/timer-not-cleared",), "practice", 3, "Source: audits, best practice: timers are recovered in time", _timers
)
CONSOLE = AuditRule(
    ("audit/console-calls",), "practice", 1,
    "Source: performance guide: what is written to the console is carried between the layers", _console,
)  # fmt: skip
