"""WXML in order: an element a line, indented by what is around it.

Blanks between tags mean nothing to the platform; what stands in a text is another matter. Within `text`, within tags
that are no built-in component (their content may end in a `text`) and on a line with other text, blanks stay as they
are written. Elsewhere a line of text is set in like a tag. Values of attributes, comments, `wxs` stay as written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from runtime.compiler.wxml.parse import CONTENTLESS, parse
from runtime.compiler.wxml.syntax import Attribute, Comment, Document, Element, Mustache, Node, Skipped, Text
from runtime.language.answers import Indent
from runtime.language.wxml.place import end_tag_of

MAX_COLUMNS = 120
_LINE_END = re.compile(r"[ \t]*\n\s*")
_VERBATIM = frozenset({"text", "wxs", "rich-text", "textarea"})
_BREAKING = frozenset({
    "wxml/stray-end-tag", "wxml/unfinished-tag", "wxml/unclosed-quote", "wxml/unclosed-comment",
    "wxml/unexpected-character", "wxml/too-deep", "wxml/unclosed-mustache",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unformatted:
    """Why a text stays as it is: the finding's line, from 1."""

    line: int


def format_wxml(text: str, indent: Indent, built_in: Iterable[str]) -> str | Unformatted:
    """The text in order. `built_in`: the platform's tags. Line ends are line feeds."""
    document = parse("", text)
    broken = _broken(document)
    if broken is not None:
        return broken
    printer = _Printer(document, indent, frozenset(built_in))
    made = printer.print()
    # What is not understood is left alone: the same tree, or nothing.
    return made if _meaning(parse("", made), printer) == _meaning(document, printer) else Unformatted(1)


def _broken(document: Document) -> Unformatted | None:
    for one in document.diagnostics:
        is_open = one.code == "wxml/unclosed-tag" and one.args.get("tag") not in CONTENTLESS
        if is_open or one.code in _BREAKING:
            return Unformatted(one.span.line)
    return None


class _Printer:
    def __init__(self, document: Document, indent: Indent, built_in: frozenset[str]) -> None:
        self.document, self.text = document, document.source.text
        self.step = "\t" if indent.uses_tabs else " " * indent.size
        self.width = indent.size
        self.built_in = built_in
        self.out: list[str] = []

    def print(self) -> str:
        self._children(self.document.children, 0)
        return "".join(self.out).strip("\n") + "\n" if self.out else ""

    def is_verbatim(self, element: Element) -> bool:
        """Whether blanks in the element's text may be seen."""
        return element.tag in _VERBATIM or element.tag not in self.built_in

    def has_text(self, element: Element) -> bool:
        """Whether something besides tags and blanks stands directly in an element."""
        return any(_says(one) and not isinstance(one, Element) for one in element.children)

    # -- children, a line each

    def _children(self, children: Sequence[Node], depth: int) -> None:
        """What is in an element, from the line after its tag to the line before its end tag."""
        is_first = True
        for node, lines_before in self._with_gaps(children):
            if lines_before or is_first:
                is_blank_line = lines_before > 1 and not is_first
                self.out.append(("\n\n" if is_blank_line else "\n") + self.step * depth)
            elif self._is_spaced(node):
                self.out.append(" ")
            self._node(node, depth)
            is_first = False

    def _with_gaps(self, children: Sequence[Node]) -> Iterable[tuple[Node, int]]:
        """Each child that is no blank, with the line ends before it; 0 where it goes on behind the one before."""
        before: Node | None = None
        for node in children:
            if not _says(node):
                continue
            yield node, self._lines_between(before, node)
            before = node

    def _lines_between(self, before: Node | None, node: Node) -> int:
        gap = _trailing(before) + self._between(before, node) + _leading(node)
        lines = gap.count("\n")
        if before is None or lines:
            return lines
        return 0 if isinstance(before, Text) or isinstance(node, Text | Comment) else 1

    def _between(self, before: Node | None, node: Node) -> str:
        return self.text[before.end : node.start] if before is not None else ""

    def _is_spaced(self, node: Node) -> bool:
        """A comment stands off from a tag before it; beside a text every blank is the text's."""
        at = node.start
        while at > 0 and self.text[at - 1].isspace():
            at -= 1
        return isinstance(node, Comment) and self.text[at - 1 : at] == ">"

    def _node(self, node: Node, depth: int) -> None:
        match node:
            case Element():
                self._element(node, depth)
            case Text():
                self.out.append(self._lines_of_text(node, depth))
            case Comment() | Skipped():
                self.out.append(self.text[node.start : node.end])

    def _lines_of_text(self, node: Text, depth: int) -> str:
        """A text, its lines set in; the ends of lines at both of its ends are the printer's."""
        raw = self.text[node.start : node.end]
        start = len(raw) - len(raw.lstrip()) if "\n" in _leading(node) else 0
        end = len(raw.rstrip()) if "\n" in _trailing(node) else len(raw)
        mustaches = [one for one in node.value.pieces if isinstance(one, Mustache)]
        starts = [one.start for one in mustaches]

        def set_in(match: re.Match[str]) -> str:
            at = node.start + match.start()
            before = bisect_right(starts, at) - 1
            inside = before >= 0 and at < mustaches[before].end
            lines = min(match[0].count("\n"), 2)
            return match[0] if inside else "\n" * lines + self.step * depth

        return "".join(_sub(set_in, raw, start, end))

    # -- an element

    def _element(self, element: Element, depth: int) -> None:
        children = [one for one in element.children if _says(one)]
        self._start_tag(element, depth)
        if element.self_closing:
            return
        end_tag = end_tag_of(element, self.text)
        if self.is_verbatim(element) and self.has_text(element):
            self.out.append(self.text[element.open_end : end_tag.start() if end_tag is not None else element.end])
        elif children:
            self._content(element, children, depth)
        if end_tag is not None:
            self.out.append(f"</{element.tag}>")

    def _content(self, element: Element, children: list[Node], depth: int) -> None:
        on_a_line = self._on_a_line(element, children, depth)
        if on_a_line is not None:
            self.out.append(on_a_line)
            return
        first, last = children[0], children[-1]
        mark = len(self.out)
        self._children(children, depth + 1)
        if isinstance(first, Text) and "\n" not in _leading(first):
            self.out[mark] = ""  # the text begins on the line of the tag
        if not (isinstance(last, Text) and "\n" not in _trailing(last)):
            self.out.append("\n" + self.step * depth)

    def _on_a_line(self, element: Element, children: list[Node], depth: int) -> str | None:
        """All of what is in the element, if it was written on the line of its tags and there is room."""
        inner = self.text[element.open_end : children[-1].end]
        if "\n" in self.text[element.open_end : element.end] or self.out[-1].count("\n"):
            return None
        if len(children) > 1 and all(isinstance(one, Element) for one in children):
            return None
        mark = len(self.out)
        for number, node in enumerate(children):
            if number and self._is_spaced(node):
                self.out.append(" ")
            self._node(node, depth)
        made = "".join(self.out[mark:])
        del self.out[mark:]
        line = f"{self._line_so_far()}{made}</{element.tag}>"
        fits = "\n" not in made and (
            self._columns(line) <= MAX_COLUMNS or all(isinstance(one, Text) for one in children)
        )
        return made if fits and inner else None

    def _line_so_far(self) -> str:
        pieces: list[str] = []
        for piece in reversed(self.out):
            _, end, rest = piece.rpartition("\n")
            pieces.append(rest)
            if end or len(pieces) > MAX_COLUMNS:
                break
        return "".join(reversed(pieces))

    def _start_tag(self, element: Element, depth: int) -> None:
        written = [_attribute(one, self.text) for one in element.attributes]
        end = " />" if element.self_closing else ">"
        on_a_line = "".join((f"<{element.tag}", *(f" {one}" for one in written), end))
        if not written or (len(written) == 1 and not self._begins_below(element)):
            self.out.append(on_a_line)
            return
        has_room = self._columns(self.step * depth + on_a_line) <= MAX_COLUMNS and "\n" not in on_a_line
        if has_room and not self._begins_below(element):
            self.out.append(on_a_line)
            return
        inner = "\n" + self.step * (depth + 1)
        self.out.append(f"<{element.tag}{''.join(inner + one for one in written)}\n{self.step * depth}{end.strip()}")

    def _begins_below(self, element: Element) -> bool:
        """Whether the attributes were written below the tag: whoever does that wants a line for each."""
        first = element.attributes[0].start if element.attributes else element.open_end
        return "\n" in self.text[element.name_end : first]

    def _columns(self, line: str) -> int:
        return len(line.expandtabs(self.width))


def _attribute(attribute: Attribute, text: str) -> str:
    value = attribute.value
    if value is None or not attribute.quote:
        return text[attribute.start : attribute.end].strip()
    return f"{attribute.name}={attribute.quote}{value.raw}{attribute.quote}"


def _leading(node: Node | None) -> str:
    raw = node.value.raw if isinstance(node, Text) else ""
    return raw[: len(raw) - len(raw.lstrip())]


def _trailing(node: Node | None) -> str:
    raw = node.value.raw if isinstance(node, Text) else ""
    return raw[len(raw.rstrip()) :]


def _sub(write: Callable[[re.Match[str]], str], raw: str, start: int, end: int) -> Iterator[str]:
    """The text between two offsets with each end of a line, and the blanks around it, written anew."""
    at = start
    for match in _LINE_END.finditer(raw, start, end):
        yield raw[at : match.start()]
        yield write(match)
        at = match.end()
    yield raw[at:end]


def _meaning(document: Document, printer: _Printer) -> list[object]:
    """What a template says, without the blanks that nobody sees."""
    found: list[object] = []
    waiting: list[tuple[Node, bool]] = [(node, False) for node in reversed(document.children)]
    while waiting:
        node, is_verbatim = waiting.pop()
        if isinstance(node, Text):
            if _says(node):
                raw = node.value.raw
                found.append(raw if is_verbatim else _LINE_END.sub("\n", raw))
        elif isinstance(node, Comment):
            found.append(("comment", node.text))
        elif isinstance(node, Skipped):
            found.append(("skipped", node.raw))
        else:
            attributes = tuple((one.name, one.value.raw if one.value is not None else None) for one in node.attributes)
            found.append((node.tag, attributes, node.self_closing, len([c for c in node.children if _says(c)])))
            inner = is_verbatim or (printer.is_verbatim(node) and printer.has_text(node))
            waiting += [(child, inner) for child in reversed(node.children)]
    return found


def _says(node: Node) -> bool:
    return not isinstance(node, Text) or bool(node.value.raw.strip())
