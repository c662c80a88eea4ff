"""Source maps: from a place in generated code to the place it came from. Version 3, whole or in sections.

A map comes with the project and may hold anything: what is wrong with it makes it unreadable, never an exception, and
a large one is read in pieces. Which file has which map, and which file a source is, is left to `source_places`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

PIECE_BYTES = 1 << 20
MOST_REMEMBERED = 10_000
SEGMENTS_APART = 4096
MOST_KNOWN = 100_000
MAX_VALUE = 1 << 31
_LONG_LINE = 1000
"""Nobody writes such a line: it is many statements."""
_DIGITS = {
    byte: value for value, byte in enumerate(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
_SEPARATOR = re.compile(rb"[,;]")
_SEGMENT = re.compile(rb"[^,]+")


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a source, as the map names it; line and column start at 1."""

    source: str
    line: int
    column: int


class SourceMap:
    """One map. Made by `read_source_map`."""

    def __init__(self, parts: list[tuple[tuple[int, int], _Mappings]]) -> None:
        self._starts = [start for start, _ in parts]
        self._parts = [part for _, part in parts]

    @property
    def sources(self) -> list[str]:
        """The names of all sources."""
        return [name for part in self._parts for name in part.sources]

    def is_coarse(self, code: bytes) -> bool:
        """Whether the map knows one place of each long line of the generated code, and so nearly nothing: a bundler has
        noted lines alone, and its code was minified afterwards."""
        long = [number for number, line in enumerate(code.split(b"\n")) if len(line) > _LONG_LINE]
        return bool(long) and len(self._parts) == 1 and not any(map(self._parts[0].has_many, long))

    def origin(self, line: int, column: int) -> Origin | None:
        """Where a place of the generated code (from 1) comes from; None if nowhere. Raises ValueError if unreadable."""
        column = max(0, column - 1)
        index = bisect_right(self._starts, (line - 1, column)) - 1
        if index < 0:
            return None
        first_line, first_column = self._starts[index]
        is_first = line - 1 == first_line
        return self._parts[index].origin(line - 1 - first_line, column - (first_column if is_first else 0))


def read_source_map(text: bytes) -> SourceMap | None:
    """Reads a map; None if the text is none."""
    if text.startswith(b")]}"):
        text = text.partition(b"\n")[2]
    try:
        whole = msgspec.json.decode(text, type=_Map)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None
    if whole.version != 3:
        return None
    if whole.sections is None:
        return SourceMap([((0, 0), _Mappings(whole))])
    parts = [((part.offset.line, part.offset.column), _Mappings(part.map)) for part in whole.sections]
    return SourceMap(sorted(parts, key=lambda part: part[0]))


class _Offset(msgspec.Struct):
    line: int
    column: int


class _Part(msgspec.Struct):
    mappings: str
    sources: list[str | None] = []
    sourceRoot: str | None = None


class _Section(msgspec.Struct):
    offset: _Offset
    map: _Part


class _Map(_Part):
    version: int = 0
    mappings: str = ""
    sections: list[_Section] | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """What the differences have added up to at a place of the text: where a line or one of its segments begins."""

    line: int
    column: int
    offset: int
    source: int = 0
    source_line: int = 0
    source_column: int = 0
    has_origin: bool = False  # the segment before it has one

    @property
    def place(self) -> tuple[int, int]:
        """The place in the generated code up to which everything has been added."""
        return self.line, self.column


class _Mappings:
    """The lines of one map. Everything but the generated column adds up from the beginning of the text."""

    def __init__(self, part: _Part) -> None:
        self._text = part.mappings.encode("ascii", "replace")
        root = (part.sourceRoot or "").rstrip("/")
        self.sources = [f"{root}/{name}" if root and name else name or "" for name in part.sources]
        self._states = [_State(0, 0, 0)]
        self._latest = self._states[0]
        self._known: dict[bytes, tuple[int, ...]] = {}

    def has_many(self, line: int) -> bool:
        """Whether a line (from 0) has more than one segment."""
        start = 0
        for _ in range(line):
            start = self._text.find(b";", start) + 1
            if start == 0:
                return False
        end = self._text.find(b";", start)
        return self._text.find(b",", start, end if end >= 0 else len(self._text)) >= 0

    def origin(self, line: int, column: int) -> Origin | None:
        """Line and column from 0."""
        state = self._state_at(line, column)
        if state is None:
            return None
        end = self._text.find(b";", state.offset)
        generated, source, source_line, source_column = (
            state.column, state.source, state.source_line, state.source_column,
        )  # fmt: skip
        found = (source, source_line, source_column) if state.has_origin else None
        for number, match in enumerate(
            _SEGMENT.finditer(self._text, state.offset, len(self._text) if end < 0 else end)
        ):
            if number and number % SEGMENTS_APART == 0:
                self._remember(
                    _State(line, generated, match.start(), source, source_line, source_column, found is not None)
                )
            fields = self._fields(match[0])
            if generated + fields[0] > column:
                end = match.start()
                break
            generated += fields[0]
            found = None
            if len(fields) > 1:
                source += fields[1]
                source_line += fields[2]
                source_column += fields[3]
                found = source, source_line, source_column
        stop = len(self._text) if end < 0 else end
        self._latest = _State(line, generated, stop, source, source_line, source_column, found is not None)
        return None if found is None else self._origin(*found)

    def _origin(self, source: int, line: int, column: int) -> Origin | None:
        name = self.sources[source] if 0 <= source < len(self.sources) else ""
        return Origin(name, line + 1, max(column, 0) + 1) if name and line >= 0 else None

    def _state_at(self, line: int, column: int) -> _State | None:
        """The last remembered state before a place, or that of the beginning of its line."""
        index = bisect_right(self._states, (line, column), key=lambda state: state.place) - 1
        state = self._states[index]
        # Whoever asks for many places most often asks for them in their order.
        if state.place < self._latest.place <= (line, column):
            state = self._latest
        offset = state.offset
        for _ in range(line - state.line):
            offset = self._text.find(b";", offset) + 1
            if offset == 0:
                return None
        if line != state.line:
            state = self._added(state, line, offset)
            self._remember(state)
        return state

    def _remember(self, state: _State) -> None:
        index = bisect_right(self._states, state.place, key=lambda one: one.place)
        if self._states[index - 1].place != state.place and len(self._states) < MOST_REMEMBERED:
            self._states.insert(index, state)

    def _added(self, state: _State, line: int, offset: int) -> _State:
        source, source_line, source_column = state.source, state.source_line, state.source_column
        counts: Counter[bytes] = Counter()
        for piece in self._pieces(state.offset, offset):
            counts.update(piece.replace(b";", b",").split(b","))
        for segment, count in counts.items():
            fields = self._fields(segment) if segment else ()
            if len(fields) > 1:
                source += fields[1] * count
                source_line += fields[2] * count
                source_column += fields[3] * count
        return _State(line, 0, offset, source, source_line, source_column)

    def _pieces(self, start: int, end: int) -> Iterator[bytes]:
        while start < end:
            cut = _SEPARATOR.search(self._text, min(end, start + PIECE_BYTES), end)
            stop = cut.start() if cut else end
            yield self._text[start:stop]
            start = stop + 1

    def _fields(self, segment: bytes) -> tuple[int, ...]:
        known = self._known.get(segment)
        if known is None:
            known = _decoded(segment)
            if len(self._known) < MOST_KNOWN:
                self._known[segment] = known
        return known


def _decoded(segment: bytes) -> tuple[int, ...]:
    """The numbers of a segment: 1, 4 or 5 of them. Raises ValueError."""
    fields: list[int] = []
    value = shift = 0
    for byte in segment:
        digit = _DIGITS.get(byte)
        if digit is None or value > MAX_VALUE:
            raise ValueError("no source map")
        value += (digit & 31) << shift
        shift += 5
        if not digit & 32:
            fields.append(-(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    if shift or len(fields) not in (1, 4, 5):
        raise ValueError("no source map")
    return tuple(fields)
