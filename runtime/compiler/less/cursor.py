"""A position in a stretch of a Less source, and the search for the end of a statement."""

from __future__ import annotations

import re

from runtime.compiler.less.source import LessError, LessSource, Place

_SPACE = re.compile(r"\s*")
_STRUCTURE = re.compile(
    r"""(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\(\s*[^"'\s)@][^)]*\)|\\.|[@$#]\{[^{}]*\})|[{}();\[\],]""",
    re.DOTALL | re.IGNORECASE,
)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
MAX_DEPTH = 100


class Cursor:
    """Reads `source.text` from `position` up to `end`."""

    def __init__(self, source: LessSource, position: int, end: int) -> None:
        self.source, self.position, self.end = source, position, end

    @property
    def place(self) -> Place:
        """Where the cursor stands."""
        return Place(self.source, self.position)

    @property
    def at_end(self) -> bool:
        """Whether everything has been read."""
        return self.position >= self.end

    def skip_space(self) -> bool:
        """Skips white space; says whether there was any."""
        match = _SPACE.match(self.source.text, self.position, self.end)
        start, self.position = self.position, match.end() if match else self.position
        return self.position > start

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Reads what the pattern matches here."""
        match = pattern.match(self.source.text, self.position, self.end)
        if match is not None:
            self.position = match.end()
        return match

    def peek(self, text: str) -> bool:
        """Whether this text stands here."""
        return self.source.text.startswith(text, self.position, self.end)

    def accept(self, text: str) -> bool:
        """Reads this text if it stands here."""
        if not self.peek(text):
            return False
        self.position += len(text)
        return True

    def rest(self) -> str:
        """What has not been read."""
        return self.source.text[self.position : self.end]

    def fail(self, code: str = "less/syntax") -> LessError:
        """An error here."""
        found = self.rest().strip().split("\n")[0][:40] or "…"
        return LessError(code, self.place, {"found": found})


def find_end(source: LessSource, start: int, end: int, stops: str) -> tuple[str, int]:
    """The first of the characters `stops` outside of strings and brackets, and its offset; `("", end)` if none."""
    closers: list[str] = []
    for match in _STRUCTURE.finditer(source.text, start, end):
        if match["text"]:
            continue
        character = match[0]
        if not closers and character in stops:
            return character, match.start()
        if character in _CLOSING:
            closers.append(_CLOSING[character])
        elif closers and character == closers[-1]:
            closers.pop()
        elif character == "}" and "}" in closers:
            while closers.pop() != "}":
                pass
        elif character == "}" and closers and "}" in stops:
            return character, match.start()  # a parenthesis was never closed
    return "", end


def split_top(source: LessSource, start: int, end: int, separator: str) -> list[tuple[int, int]]:
    """The stretches between separators outside of strings and brackets; an empty one at the end is left out."""
    parts: list[tuple[int, int]] = []
    while start < end:
        found, at = find_end(source, start, end, separator)
        parts.append((start, at))
        if not found:
            break
        start = at + 1
    if parts and not source.text[parts[-1][0] : parts[-1][1]].strip():
        parts.pop()
    return parts
