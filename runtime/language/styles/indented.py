"""The rules of a style file in the indented form of Sass, with their places: lines in place of braces and semicolons.

Whatever is read off a tree of rules is read off this one as well; what a line is worth is the compilers' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from runtime.compiler.sass_styles.indented import written_part
from runtime.language.styles.tree import Declaration, Item, Rule, Statement, StyleTree, read_style

INDENTED = ".sass"
_DECLARATION = re.compile(r"(?P<name>(?:--|\$)?[\w-]+)[ \t]*:(?P<gap>[ \t]*)(?=\S)")
# What has lines within it, also before they are written.
_BLOCK = re.compile(
    r"=|@(?:mixin|function|media|supports|if|else|each|for|while|at-root|font-face|(?:-\w+-)?keyframes)\b"
)
_BLOCK_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


class IndentedTree(StyleTree):
    """A rule ends where the first line begins that is indented no deeper than it; empty lines before that are in it."""

    def rule_at(self, offset: int) -> Rule | None:
        begin = self.text.rfind("\n", 0, offset) + 1
        is_blank = not self.text[begin:].partition("\n")[0].strip()
        found = None
        for rule, _ in self.rules():
            if is_blank:
                holds = self._would_hold(rule, begin, offset - begin)
            else:
                holds = rule.body <= offset < rule.end or offset == rule.end == len(self.text)
            found = rule if holds else found
        return found

    def _would_hold(self, rule: Rule, begin: int, column: int) -> bool:
        """Whether what is written in an empty line from a column on is in the rule."""
        indent = rule.start - self.text.rfind("\n", 0, rule.start) - 1
        return rule.start < begin and indent < column and not self.text[rule.end : begin].strip()


def read_any_style(path: str, source: str) -> StyleTree:
    """Reads a style file, indented or with braces. Never raises."""
    return _read(path, source) if path.endswith(INDENTED) else read_style(path, source)


@dataclass(frozen=True, slots=True)
class _Line:
    """`start`: of what stands in it; `stop`: behind it, comments left out; `next`: where the next line begins.
    `is_comment`: nothing else stands in it."""

    begin: int
    start: int
    stop: int
    next: int
    indent: int
    is_comment: bool


@dataclass(slots=True)
class _Open:
    indent: int
    start: int
    prelude_end: int
    body: int
    children: list[Item] = field(default_factory=list)


def _read(path: str, source: str) -> StyleTree:
    text = _without_comments(source)
    open_: list[_Open] = [_Open(-1, 0, 0, 0)]
    lines = list(_lines(source, text))
    prelude = -1  # where a selector of several lines began
    for number, line in enumerate(lines):
        while line.indent <= open_[-1].indent:
            _close(open_, line.begin)
        if line.is_comment:
            continue
        start = prelude if prelude >= 0 else line.start
        if text[line.stop - 1] == ",":
            prelude = start
            continue
        prelude = -1
        declared = _DECLARATION.match(text, line.start, line.stop)
        behind = (one for one in lines[number + 1 :] if not (declared and one.is_comment))
        has_inside = (following := next(behind, None)) is not None and following.indent > line.indent
        if has_inside:
            open_.append(_Open(line.indent, start, line.stop, line.next))
        elif declared and start == line.start:
            name_end = declared.end("name")
            ends = (declared.end(), line.stop, line.stop)
            open_[-1].children.append(Declaration(declared["name"], line.start, name_end, *ends))
        elif text[line.start] in "@+=" and not _BLOCK.match(text, line.start, line.stop):
            open_[-1].children.append(Statement(start, line.stop))
        else:
            open_[-1].children.append(Rule(start, line.stop, line.next, line.next, ()))
    while len(open_) > 1:
        _close(open_, len(text))
    return IndentedTree(path, text, tuple(open_[0].children))


def _close(open_: list[_Open], end: int) -> None:
    rule = open_.pop()
    open_[-1].children.append(Rule(rule.start, rule.prelude_end, rule.body, end, tuple(rule.children)))


def _lines(source: str, text: str) -> Iterator[_Line]:
    """Those in which something stands, or a comment begins."""
    begin = 0
    for line in source.splitlines(keepends=True):
        end = begin + len(line)
        written = text[begin:end].strip()
        indent = len(line) - len(line.lstrip())
        start = begin + indent
        if written:
            start = begin + text[begin:end].index(written[0])
            yield _Line(begin, start, start + len(written), end, indent, is_comment=False)
        elif line.strip().startswith(("//", "/*")):
            yield _Line(begin, start, start, end, indent, is_comment=True)
        begin = end


def _without_comments(source: str) -> str:
    """Of the same length. What is indented deeper than a line of comment belongs to it."""
    text = _BLOCK_COMMENT.sub(lambda found: re.sub(r"[^\r\n]", " ", found[0]), source)
    out: list[str] = []
    comment = -1
    for line in text.splitlines(keepends=True):
        written, indent = line.strip(), len(line) - len(line.lstrip())
        if written and not 0 <= comment < indent:
            comment = indent if written.startswith("//") else -1
        kept = 0 if written and comment >= 0 else len(written_part(line))
        out.append(line[:kept] + re.sub(r"[^\r\n]", " ", line[kept:]))
    return "".join(out)
