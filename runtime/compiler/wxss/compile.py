"""Compiles one style file: rules and at-rules. Selectors and values have modules of their own.

Tokens come from tinycss2 and say only where something special stands; everything else is copied from the
source, so that nothing is lost that this compiler does not know. Imports are marks, put in by `link`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import tinycss2

from runtime.compiler.stylesheet import with_plain_lines
from runtime.compiler.wxss.chunks import Chunk, Lines, rule_begin, rule_end
from runtime.compiler.wxss.plain_rule import PlainMedia, PlainRule, pieces_of, plain_import, plain_media, plain_rule
from runtime.compiler.wxss.selectors import SelectorError, write_selector
from runtime.compiler.wxss.sheet import BLANKS, ImportMark, Piece, StyleRule, StyleUnit
from runtime.compiler.wxss.values import write_declarations
from runtime.compiler.wxss.writer import SheetWriter
from runtime.diagnostics import Diagnostic, Span

_RULE_LISTS = frozenset({"media", "supports", "layer", "container", "document", "-moz-document", "scope"})
MAX_DEPTH = 100
_CLOSING = {"{": "}", "(": ")", "[": "]"}
# Strings, comments and addresses are taken whole: brackets in them count for nothing.
_BRACKET = re.compile(
    r"""[{}()\[\]]|"(?:\\.|[^"\\\n])*+"?|'(?:\\.|[^'\\\n])*+'?|/\*.*?(?:\*/|\Z)|\\.|url\(\s*+[^"'\s)][^)]*+\)?""",
    re.DOTALL | re.IGNORECASE,
)
_KEYFRAMES = re.compile(r"^(-\w+-)?keyframes$")


def compile_style(path: str, source: str, previous: StyleUnit | None = None) -> StyleUnit:
    """Compiles the text of one file. Never raises; a rule that cannot be read is left out with a diagnostic.

    `previous`: an earlier result for the same path, from which rules that did not change are taken over.
    """
    css = with_plain_lines(source)
    sheet = _Sheet(path, css, previous.chunks if previous is not None else {})
    begin = rule_begin(css, 0)
    while begin >= 0:
        begin = rule_begin(css, _add_rule(sheet, begin))
    return sheet.unit()


def _add_rule(sheet: _Sheet, begin: int) -> int:
    """Compiles the rule that begins there; where it ends."""
    css = sheet.css
    plain = plain_rule(css, begin)
    if plain is not None:
        sheet.add_plain(plain)
        return plain.end
    media = plain_media(css, begin)
    if media is not None:
        sheet.add_media(media)
        return media.end
    end = rule_end(css, begin)
    name = plain_import(css[begin:end])
    if name is not None:
        sheet.add_import(name, begin, end)
    else:
        sheet.add_chunk(begin, end)
    return end


class _Sheet:
    """A sheet that grows rule by rule. `known`: chunks of an earlier text."""

    def __init__(self, path: str, css: str, known: Mapping[str, Chunk]) -> None:
        self.path, self.css, self.known = path, css, known
        self.chunks: dict[str, Chunk] = {}
        self.pieces: list[Piece] = []
        self.rules: list[StyleRule | ImportMark] = []
        self.diagnostics: list[Diagnostic] = []
        self._lines = Lines(css)
        self._plain: list[str] = []  # texts of plain rules since the last other one

    def add_plain(self, rule: PlainRule) -> None:
        self._plain.append(rule.text)
        self.rules.append(StyleRule(rule.selector, self.path, *self._lines.place(rule.start)))

    def add_media(self, media: PlainMedia) -> None:
        self._plain.append(media.opening)
        for rule in media.rules:
            self.add_plain(rule)
        self._plain.append("}\n")

    def add_import(self, name: str, begin: int, end: int) -> None:
        mark = ImportMark(name, "", Span(self.path, *self._lines.place(begin), *self._lines.place(end)))
        self._add((mark,))
        self.rules.append(mark)

    def add_chunk(self, begin: int, end: int) -> None:
        text = self.css[begin:end]
        chunk = self.chunks.get(text) or self.known.get(text) or compile_rule(self.path, text)
        self.chunks[text] = chunk
        line, column = self._lines.place(begin)
        placed = chunk.moved(line - 1, column - 1)
        self._add(placed.pieces)
        self.rules += placed.rules
        self.diagnostics += placed.diagnostics

    def unit(self) -> StyleUnit:
        self._add(())
        return StyleUnit(self.path, tuple(self.pieces), tuple(self.rules), tuple(self.diagnostics), self.chunks)

    def _add(self, pieces: tuple[Piece, ...]) -> None:
        """Adds the plain rules that wait, and these pieces behind them."""
        if self._plain:
            self._extend(pieces_of("".join(self._plain)))
            self._plain.clear()
        self._extend(pieces)

    def _extend(self, more: Sequence[Piece]) -> None:
        """Text that meets text becomes one piece."""
        if self.pieces and more and isinstance(self.pieces[-1], str) and isinstance(more[0], str):
            self.pieces[-1] += more[0]
            more = more[1:]
        self.pieces += more


def compile_rule(path: str, css: str) -> Chunk:
    """Compiles one top-level rule by its tokens, as if it stood at the start of the file."""
    writer = SheetWriter(path, css)
    if _depth(css) > MAX_DEPTH:
        writer.report("wxss/too-deep", 0, len(css))
        return Chunk((), (), tuple(writer.diagnostics))
    _write_rules(writer, tinycss2.parse_component_value_list(css), len(css), is_nested=False)
    return Chunk(tuple(writer.pieces), tuple(writer.rules), tuple(writer.diagnostics))


def _depth(css: str) -> int:
    """An upper bound of how deep brackets are nested."""
    if css.count("{") + css.count("(") + css.count("[") <= MAX_DEPTH:
        return 0
    open_brackets: list[str] = []
    deepest = 0
    for match in _BRACKET.finditer(css):
        if match[0] in _CLOSING:
            open_brackets.append(_CLOSING[match[0]])
            deepest = max(deepest, len(open_brackets))
        elif open_brackets and open_brackets[-1] == match[0]:
            # One that closes nothing is passed over.
            open_brackets.pop()
    return deepest


def _write_rules(writer: SheetWriter, tokens: list[Any], end: int, *, is_nested: bool) -> None:
    """Writes a list of rules; `end` is where the text behind the last token begins."""
    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        kind = token.type
        if kind in ("whitespace", "comment"):
            index += 1
            continue
        start = writer.offset(token)
        if token in ("<!--", "-->", ";") or kind == "error":
            stop = writer.offset(tokens[index + 1]) if index + 1 < count else end
            found = writer.css[start:stop].strip()[:20]
            writer.report("wxss/unexpected-token", start, stop, found=found)
            writer.skip_to(stop)
            index += 1
            continue
        block = index + 1 if kind == "at-keyword" else index
        while block < count and tokens[block].type != "{} block":
            if kind == "at-keyword" and tokens[block] == ";":
                break
            block += 1
        stop = writer.offset(tokens[block + 1]) if block + 1 < count else end
        writer.skip_to(start)
        rule = _Rule(writer, tokens[index:block], tokens[block] if block < count else None, start, stop)
        if kind == "at-keyword":
            rule.write_at_rule(is_nested=is_nested)
        else:
            rule.write_style_rule()
        writer.skip_to(stop)
        index = block + 1
    writer.skip_to(end)


class _Rule:
    """One rule: the tokens before its block, the block (None: there is none), and its place."""

    def __init__(self, writer: SheetWriter, prelude: list[Any], block: Any, start: int, stop: int) -> None:
        self.writer, self.prelude, self.block = writer, prelude, block
        self.start, self.stop = start, stop

    def write_style_rule(self) -> None:
        writer = self.writer
        if self.block is None:
            found = writer.css[self.start : self.stop].split("\n")[0].strip()[:60]
            writer.report("wxss/rule-without-block", self.start, self.stop, found=found)
            return
        open_brace = writer.offset(self.block)
        selector = writer.css[self.start : open_brace].strip(BLANKS)
        kept = len(writer.pieces), writer.pieces[-1] if writer.pieces else None
        try:
            write_selector(writer, self.prelude, open_brace)
        except SelectorError as error:
            del writer.pieces[kept[0] :]
            if kept[0]:
                writer.pieces[-1] = kept[1]
            writer.report(error.code, error.start, error.end, found=error.found)
            return
        writer.rules.append(StyleRule(selector, writer.path, *_place(self.prelude[0])))
        self._write_block(open_brace)

    def write_at_rule(self, *, is_nested: bool) -> None:
        writer = self.writer
        name = self.prelude[0].lower_value
        if name == "import":
            self._write_import(is_nested=is_nested)
        elif name == "charset":
            return
        elif self.block is None or self.block == ";":
            writer.copy_to(self.stop)
        elif name in _RULE_LISTS or _KEYFRAMES.match(name):
            open_brace = writer.offset(self.block)
            writer.copy_to(open_brace + 1)
            if name == "media" and any(token.type == "() block" and _has_rpx(token) for token in self.prelude):
                writer.report("wxss/rpx-in-media", self.start, open_brace)
            inner_end = self._inner_end(open_brace)
            if name in _RULE_LISTS:
                _write_rules(writer, self.block.content, inner_end, is_nested=True)
            else:
                _write_frames(writer, self.block.content, inner_end)
            writer.skip_to(inner_end)
            writer.put("}\n")
        else:
            open_brace = writer.offset(self.block)
            writer.copy_to(open_brace)
            self._write_block(open_brace)

    def _write_block(self, open_brace: int) -> None:
        writer = self.writer
        inner_end = self._inner_end(open_brace)
        writer.skip_to(open_brace)
        writer.put("{")
        writer.skip_to(open_brace + 1)
        write_declarations(writer, self.block.content, inner_end)
        writer.put("}\n")

    def _inner_end(self, open_brace: int) -> int:
        """Where the closing brace stands; reports if there is none."""
        if self.writer.css[self.stop - 1] == "}" and self.stop - 1 > open_brace:
            return self.stop - 1
        self.writer.report("wxss/unclosed-block", open_brace, open_brace + 1)
        return self.stop

    def _write_import(self, *, is_nested: bool) -> None:
        writer = self.writer
        tokens = [token for token in self.prelude[1:] if token.type not in ("whitespace", "comment")]
        name, rest = _import_name(tokens)
        if name is not None and rest and self._is_next_rule(rest[0]) and not is_nested:
            self._write_open_import(name, rest[0])
            return
        if name is None or is_nested or (self.block is not None and self.block != ";"):
            writer.report("wxss/bad-import", self.start, self.stop)
        elif name.startswith(("http://", "https://", "//")):
            writer.copy_to(self.stop)
        else:
            media = tinycss2.serialize(rest).strip()
            mark = ImportMark(name, media, writer.span(self.start, self.stop))
            writer.put(mark)
            writer.rules.append(mark)

    def _is_next_rule(self, token: Any) -> bool:
        """Whether what follows the path is the next rule, because the `;` is missing.

        Observed (official style compiler of 2019): the import counts, and so does the rule.
        """
        path_end = self.writer.css.rfind("\n", 0, self.writer.offset(token))
        return self.block is not None and self.block != ";" and path_end >= self.start

    def _write_open_import(self, name: str, following: Any) -> None:
        writer = self.writer
        start = writer.offset(following)
        end = self.start + len(writer.css[self.start : start].rstrip(BLANKS))
        writer.report("wxss/import-without-semicolon", self.start, end)
        mark = ImportMark(name, "", writer.span(self.start, end))
        writer.put(mark)
        writer.rules.append(mark)
        writer.skip_to(start)
        rule = _Rule(writer, self.prelude[self.prelude.index(following) :], self.block, start, self.stop)
        if following.type == "at-keyword":
            rule.write_at_rule(is_nested=False)
        else:
            rule.write_style_rule()


def _import_name(tokens: list[Any]) -> tuple[str | None, list[Any]]:
    if not tokens:
        return None, []
    first = tokens[0]
    if first.type in ("string", "url"):
        return first.value, tokens[1:]
    if first.type == "function" and first.lower_name == "url" and len(first.arguments) == 1:
        return first.arguments[0].value, tokens[1:]
    return None, []


def _write_frames(writer: SheetWriter, tokens: list[Any], end: int) -> None:
    """The frames of `@keyframes`: percentages are copied, lengths in the blocks are converted."""
    for index, token in enumerate(tokens):
        if token.type == "{} block":
            open_brace = writer.offset(token)
            stop = writer.offset(tokens[index + 1]) if index + 1 < len(tokens) else end
            writer.copy_to(open_brace + 1)
            is_closed = writer.css[stop - 1] == "}"
            write_declarations(writer, token.content, stop - 1 if is_closed else stop)
            writer.put("}")
            writer.skip_to(stop)
    writer.copy_to(end)


def _has_rpx(block: Any) -> bool:
    return any(token.type == "dimension" and token.lower_unit == "rpx" for token in block.content)


def _place(token: Any) -> tuple[int, int]:
    return token.source_line, token.source_column
