"""Abbreviations of markup, as Emmet has them: `view.list>text.item*3{row $}` in front of the cursor becomes tags.

Tags with classes (`.`), id (`#`), attributes (`[a=b c]`), text (`{…}`); children (`>`), siblings (`+`), one level up
(`^`), repeats (`*3`, with `$` for the number), groups in parentheses. Without a name a tag is a `view`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from runtime.platform.elements import Tag

MAX_CHARACTERS = 200
_MAX_TAGS = 300
_MAX_DEPTH = 30
_TAIL = re.compile(r"(?:[\w.#>+*^$@()\-]|\[[^\[\]<>\r\n]*\]|\{[^{}<>\r\n]*\})+\Z", re.ASCII)
_PIECE = re.compile(r"""
    (?P<tag>[A-Za-z][\w\-]*) | \.(?P<class>[\w$\-]+) | \#(?P<id>[\w$\-]+) | \*(?P<count>\d{1,3})
  | \[(?P<attributes>[^\[\]]*)\] | \{(?P<text>[^{}]*)\} | (?P<mark>[>+^()])
""", re.VERBOSE | re.ASCII)  # fmt: skip
_ATTRIBUTE = re.compile(r"""([\w:\-]+)(?:=("[^"]*"|'[^']*'|[^\s"']+))?""")
_ATTRIBUTES = {"image": ("src",), "navigator": ("url",), "import": ("src",), "include": ("src",)}


@dataclass(slots=True)
class _Node:
    tag: str = ""
    classes: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str | None]] = field(default_factory=list)
    text: str = ""
    count: int = 1
    children: list[_Node] = field(default_factory=list)
    is_group: bool = False


def abbreviation_before(text: str, start: int, offset: int) -> str:
    """What may be an abbreviation in front of an offset, `""` if nothing is."""
    match = _TAIL.search(text, max(start, offset - MAX_CHARACTERS), offset)
    found = match[0] if match is not None else ""
    before = text[offset - len(found) - 1 : offset - len(found)]
    return found if not before or before.isspace() or before == ">" else ""


def expand(abbreviation: str, tags: Mapping[str, Tag]) -> str:
    """The markup as a snippet, `""` if the text is no abbreviation. `tags`: the platform's, to know the empty ones."""
    try:
        nodes = _Reader(abbreviation).read()
        return _Writer(tags).write(nodes)
    except _NoAbbreviation:
        return ""


class _NoAbbreviation(Exception):
    """The text is something else."""


class _Reader:
    def __init__(self, text: str) -> None:
        self.pieces: list[tuple[str, str]] = []
        at = 0
        while at < len(text):
            match = _PIECE.match(text, at)
            if match is None or match.lastgroup is None:
                raise _NoAbbreviation
            self.pieces.append((match.lastgroup, match[match.lastgroup]))
            at = match.end()
        self.at = 0

    def read(self) -> list[_Node]:
        nodes = self._siblings(0)
        if self.at < len(self.pieces) or not nodes:
            raise _NoAbbreviation
        return nodes

    def _siblings(self, depth: int) -> list[_Node]:
        """Up to the end, or the parenthesis that closes."""
        if depth > _MAX_DEPTH:
            raise _NoAbbreviation
        levels: list[list[_Node]] = [[]]
        while True:
            levels[-1].append(self._node(depth))
            mark = self._mark()
            if mark == ">":
                if levels[-1][-1].is_group or len(levels) > _MAX_DEPTH:
                    raise _NoAbbreviation
                levels.append(levels[-1][-1].children)
            elif mark == "^":
                while True:
                    if len(levels) > 1:
                        levels.pop()
                    if not self._takes("^"):
                        break
            elif mark != "+":
                return levels[0]

    def _node(self, depth: int) -> _Node:
        node = _Node()
        if self._takes("("):
            node = _Node(children=self._siblings(depth + 1), is_group=True)
            if not self._takes(")"):
                raise _NoAbbreviation
        first = self.at
        while self.at < len(self.pieces) and self.pieces[self.at][0] != "mark":
            kind, text = self.pieces[self.at]
            if kind != "count" and (node.is_group or (kind == "tag" and self.at > first)):
                raise _NoAbbreviation
            self._add(node, kind, text)
            self.at += 1
        if self.at == first and not node.is_group:
            raise _NoAbbreviation
        return node

    def _add(self, node: _Node, kind: str, text: str) -> None:
        if kind == "tag":
            node.tag = text
        elif kind == "class":
            node.classes.append(text)
        elif kind == "id":
            node.attributes.append(("id", text))
        elif kind == "text":
            node.text = text
        elif kind == "count":
            node.count = int(text)
        else:
            pairs = _ATTRIBUTE.findall(text)
            node.attributes += [(name, value.strip("\"'") if value else None) for name, value in pairs]

    def _mark(self) -> str:
        if self.at < len(self.pieces) and self.pieces[self.at][0] == "mark" and self.pieces[self.at][1] in ">+^":
            self.at += 1
            return self.pieces[self.at - 1][1]
        return ""

    def _takes(self, mark: str) -> bool:
        found = self.at < len(self.pieces) and self.pieces[self.at] == ("mark", mark)
        self.at += found
        return found


class _Writer:
    def __init__(self, tags: Mapping[str, Tag]) -> None:
        self._tags = tags
        self._stops = 0
        self._left = _MAX_TAGS

    def write(self, nodes: list[_Node]) -> str:
        return "\n".join(self._lines(nodes, 0, 1)) + "$0"

    def _lines(self, nodes: list[_Node], depth: int, number: int) -> list[str]:
        lines: list[str] = []
        for node in nodes:
            for turn in range(1, node.count + 1):
                inner = turn if node.count > 1 else number
                lines += self._lines(node.children, depth, inner) if node.is_group else self._tag(node, depth, inner)
        return lines

    def _tag(self, node: _Node, depth: int, number: int) -> list[str]:
        self._left -= 1
        if self._left < 0:
            raise _NoAbbreviation
        tag, step = node.tag or "view", "\t" * depth
        known = self._tags.get(tag)
        opening = f"{step}<{tag}{''.join(self._attributes(replace(node, tag=tag), number))}"
        if known is not None and known.is_empty and not node.children and not node.text:
            return [f"{opening} />"]
        inside = _plain(node.text, number) if node.text else "" if node.children else self._stop()
        if not node.children:
            return [f"{opening}>{inside}</{tag}>"]
        text = [f"{step}\t{inside}"] if inside else []
        return [f"{opening}>", *text, *self._lines(node.children, depth + 1, number), f"{step}</{tag}>"]

    def _attributes(self, node: _Node, number: int) -> list[str]:
        written = [f' class="{_plain(" ".join(node.classes), number)}"'] if node.classes else []
        for name, value in node.attributes:
            written.append(f' {name}="{_plain(value, number) if value is not None else self._stop()}"')
        missing = [name for name in _ATTRIBUTES.get(node.tag, ()) if name not in dict(node.attributes)]
        return written + [f' {name}="{self._stop()}"' for name in missing]

    def _stop(self) -> str:
        self._stops += 1
        return f"${self._stops}"


def _plain(text: str, number: int) -> str:
    """A text of the abbreviation with its numbers, as it stands in a snippet."""
    numbered = re.sub(r"\$+", lambda match: str(number).zfill(len(match[0])), text)
    return re.sub(r"[\\$}]", lambda match: f"\\{match[0]}", numbered)
