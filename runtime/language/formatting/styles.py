"""WXSS, Less and Sass with braces in order: a declaration a line, set in by the rules around it.

Only blanks, the semicolon before a closing brace and the place of braces change; values, selectors and comments stay as
written, and the lines of a value of several lines keep their distance from its first one. The indented form of Sass
means something by its blanks and is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from runtime.language.answers import Indent
from runtime.language.formatting.wxml import Unformatted

_TOKEN = r"""
    (?P<comment>/\*.*?\*/)
  | (?P<open_comment>/\*)
  | (?P<line_comment>{line})
  | (?P<string>"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+')
  | (?P<open_string>["'])
  | (?P<url>url\([^\S\n]*+(?!["'\s])[^)\n]*+\))
  | (?P<interpolation>[\#@$]\{{[^{{}}\n]*+\}})
  | (?P<script>`[^`\n]*+`)
  | (?P<blank>[ \t\r\n\f]++)
  | (?P<mark>[{{}};()])
  | (?P<text>\\.|[^"'/\\{{}};()\#@$u` \t\r\n\f]++|.)
"""
_PLAIN = re.compile(_TOKEN.format(line=r"(?!)"), re.VERBOSE | re.DOTALL)
_WITH_LINES = re.compile(_TOKEN.format(line=r"//[^\n]*+"), re.VERBOSE | re.DOTALL)
_COLON = re.compile(r"([*_]?[A-Za-z\-][\w\-]*|[$@][\w\-]+)[ \t]*:[ \t]*(?=\S)")
_OPENING = {"}": "{", ")": "("}
_MAX_DEPTH = 200


def format_style(path: str, text: str, indent: Indent) -> str | Unformatted:
    """The text in order. Line ends are line feeds."""
    token = _PLAIN if path.endswith((".wxss", ".css")) else _WITH_LINES
    broken = _broken(token, text)
    if broken is not None:
        return broken
    made = _Printer(token, text, indent).print()
    # What is not understood is left alone: the same tokens, or nothing.
    return made if _meaning(token, made) == _meaning(token, text) else Unformatted(1)


def _broken(token: re.Pattern[str], text: str) -> Unformatted | None:
    """The line of a brace, a parenthesis, a text or a comment that is left open, or closes nothing."""
    opened: list[tuple[str, int]] = []
    for match in token.finditer(text):
        kind, written = match.lastgroup, match[0]
        if kind in ("open_comment", "open_string"):
            return _at(text, match.start())
        if kind == "mark" and written in "{(":
            opened.append((written, match.start()))
            # An interpolation within another one is none of the tokens here.
            if len(opened) > _MAX_DEPTH or (written == "{" and text[max(0, match.start() - 1)] in "#@$"):
                return _at(text, match.start())
        elif kind == "mark" and written in "})" and (not opened or opened.pop()[0] != _OPENING[written]):
            return _at(text, match.start())
    return _at(text, opened[-1][1]) if opened else None


def _at(text: str, offset: int) -> Unformatted:
    return Unformatted(text.count("\n", 0, offset) + 1)


@dataclass(slots=True)
class _Statement:
    """What is being read: its tokens, and the column in which its first line stood."""

    text: str = ""
    column: int = 0


class _Printer:
    def __init__(self, token: re.Pattern[str], text: str, indent: Indent) -> None:
        self.token, self.text = token, text
        self.step = "\t" if indent.uses_tabs else " " * indent.size
        self.width = indent.size
        self.depth = 0
        self.out: list[str] = []
        self.lines_before = 0  # ends of lines since what was printed last
        self.is_fresh = True  # nothing stands in the block yet
        self.statement = _Statement()
        self.within: list[int] = []  # parentheses: braces and semicolons in them are part of the statement

    def print(self) -> str:
        for match in self.token.finditer(self.text):
            kind, written = match.lastgroup or "", match[0]
            if kind == "blank" and not self.statement.text:
                self.lines_before += written.count("\n")
            elif kind in ("comment", "line_comment") and not self.statement.text:
                self._comment(kind, written, match.start())
            elif kind == "mark" and not self._is_within(written):
                self._mark(written)
            else:
                self._add(written, match.start())
        self._end(";" if self.statement.text.strip() and self.depth else "")
        return "".join(self.out).lstrip("\n") + "\n" if self.out else ""

    def _is_within(self, mark: str) -> bool:
        """Whether a mark is in parentheses, or one of them."""
        if mark == "(":
            self.within.append(1)
        elif mark == ")":
            self.within.pop()
        return bool(self.within) or mark in "()"

    def _add(self, written: str, start: int) -> None:
        if not self.statement.text:
            line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
            self.statement.column = len(line.expandtabs(self.width)) if not line.strip() else 0
        blank = written.isspace() and self.token.fullmatch(written) is not None
        self.statement.text += " " if blank and "\n" not in written else written

    def _mark(self, mark: str) -> None:
        if mark == "{":
            self._open(self._prelude())
            self.depth += 1
            self.is_fresh = True
        elif mark == ";":
            self._end(";")
        else:
            self._end(";" if self.statement.text.strip() else "")
            self.depth -= 1
            if self.is_fresh:
                self.out.append("}")
            else:
                self.lines_before = min(self.lines_before, 1)
                self._line("}")
            self.is_fresh = False

    def _open(self, prelude: str) -> None:
        if prelude.startswith("@else") and self.out and self.out[-1].endswith("}"):
            self.out.append(f" {prelude} {{")
            self.lines_before, self.statement = 0, _Statement()
        else:
            self._line(f"{prelude} {{" if prelude else "{")

    def _end(self, mark: str) -> None:
        """The statement that was read, if there is one."""
        text = self.statement.text.rstrip()
        if not text:
            if mark == ";" and self.depth == 0 and self.out:
                self.out.append(";")  # beside rules it is part of the next selector
            return
        if mark and "//" in text.rpartition("\n")[2] and _ends_in_comment(self.token, text):
            mark = f"\n{self.step * self.depth}{mark}"
        self._line(self._set_in(_COLON.sub(_with_blank, text, count=1) if _is_declaration(text) else text) + mark)

    def _prelude(self) -> str:
        text = self.statement.text.strip()
        if text.startswith("@") or "\n" not in text:
            return self._set_in(text)
        # Selectors stand below each other.
        lines = [line.strip() for line in text.split("\n")]
        return f"\n{self.step * self.depth}".join(line for line in lines if line)

    def _set_in(self, text: str) -> str:
        """The further lines of a statement, as far from its first one as they were written."""
        lines = text.split("\n")
        for number, line in enumerate(lines[1:], 1):
            written = line.strip()
            column = len(line[: len(line) - len(line.lstrip())].expandtabs(self.width))
            further = max(0, column - self.statement.column)
            lines[number] = self._blanks(further) + written if written else ""
        return "\n".join(line.rstrip() for line in lines)

    def _blanks(self, further: int) -> str:
        if self.step == "\t":
            return "\t" * (self.depth + further // self.width) + " " * (further % self.width)
        return self.step * self.depth + " " * further

    def _comment(self, kind: str, written: str, start: int) -> None:
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        if self.lines_before == 0 and self.out:
            # It is about what stands before it on its line.
            self.out.append(f" {written.rstrip()}")
        else:
            self.statement.column = len(line.expandtabs(self.width)) if not line.strip() else 0
            self._line(self._set_in(written.rstrip()))
        self.lines_before = 0
        self.is_fresh = False

    def _line(self, text: str) -> None:
        lines = 2 if self.lines_before > 1 and not self.is_fresh else 1
        self.out.append("\n" * lines + self.step * self.depth + text)
        self.lines_before, self.statement, self.is_fresh = 0, _Statement(), False


def _is_declaration(text: str) -> bool:
    return _COLON.match(text) is not None


def _with_blank(match: re.Match[str]) -> str:
    return f"{match[1]}: "


def _ends_in_comment(token: re.Pattern[str], text: str) -> bool:
    """Whether the last token is a comment up to the end of its line."""
    kinds = [match.lastgroup for match in token.finditer(text)]
    return bool(kinds) and kinds[-1] == "line_comment"


def _meaning(token: re.Pattern[str], text: str) -> list[object]:
    """What a style sheet says, without the blanks and semicolons that mean nothing."""
    found: list[object] = []
    said: list[str] = []
    depth = within = 0
    for match in token.finditer(text):
        kind, written = match.lastgroup, match[0]
        if kind == "mark":
            within += {"(": 1, ")": -1}.get(written, 0)
        if kind == "blank":
            said += [" "] if said and said[-1] != " " else []
        elif kind in ("comment", "line_comment"):
            lines = "\n".join(line.strip() for line in written.split("\n"))
            (said if said else found).append(lines)
        elif kind == "mark" and not within and written in "{};":
            statement = "".join(said).strip()
            if written != "{":
                statement = _COLON.sub(_with_blank, statement, count=1) if _is_declaration(statement) else statement
            if statement or written == "{" or (written == ";" and depth == 0):
                found.append((statement, written if written == "{" else ";" if statement else ""))
            if written == "}":
                found.append("}")
            depth += {"{": 1, "}": -1}.get(written, 0)
            said = []
        else:
            said.append(written)
    return [*found, "".join(said).strip()]
