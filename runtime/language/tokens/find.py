"""Asks the module for the language of the file, and puts stretches in order."""

from __future__ import annotations

from runtime.compiler.languages import STYLE_LANGUAGES, TEMPLATE_ENDINGS
from runtime.language.answers import Token
from runtime.language.documents import Documents, OpenText
from runtime.language.tokens.stretch import Stretch
from runtime.language.tokens.styles import style_stretches
from runtime.language.tokens.wxml import template_stretches


def tokens_of_file(documents: Documents, opened: OpenText) -> tuple[Token, ...]:
    """The tokens of a template or a style file in the order of the text, each on one line; none lie over each other."""
    found: list[Stretch] = []
    if opened.ending in TEMPLATE_ENDINGS:
        found = list(template_stretches(documents, opened.path))
    elif opened.ending in STYLE_LANGUAGES:
        found = list(style_stretches(documents, opened.path, opened.text))
    tokens: list[Token] = []
    behind = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start < behind:
            continue
        behind = one.end
        at = one.start
        for line in opened.text[one.start : one.end].splitlines(keepends=True):
            written = line.rstrip("\r\n")
            if written.strip():
                tokens.append(Token(opened.lines.range(at, at + len(written)), one.kind))
            at += len(line)
    return tuple(token for token in tokens if token.range.start.line == token.range.end.line)
