"""Where in a recording stands what a screen was told: so that any moment can be shown without those before it.

A screen is its pages. To show a moment, it is enough to open those that were open then, and to tell each of them what
it was told; what others were told is left out, but for the blocks that they defined for all. Nothing is read of the
file here: an index knows places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import msgspec

from runtime.protocol import codec, logic, view
from runtime.protocol.recording import TurnBegan
from simulator.recording.form import Entry, FileHead, Kind, ShownBatch, ShownCall, ShownPage

ItemKind = Literal[
    "phone", "file", "page", "show", "batch", "call", "plain", "touch", "replied", "answered", "run", "sent", "storage"
]  # fmt: skip
UNSHOWN = (b'{"m":"automate"', b'{"m":"inspect"')
"""Questions of tools and tests, and their fingers: no part of what a screen shows by itself."""
LOADS = (b'["image",', b'"name":"loadFont"')
"""Calls of a page that fetch what later drawings need."""

_DOM = re.compile(rb'\{"m":"dom","page_id":(\d{1,10}),"batch_id":(\d{1,10}),')
_CALL = re.compile(rb'\{"m":"view-call","page_id":(\d{1,10}),"request_id":(\d{1,10}),')
_REPLY = re.compile(rb'\{"m":"view-reply","request_id":(\d{1,10})[,}]')
_ANSWERED = re.compile(rb'\{"m":"reply","request_id":(\d{1,10})[,}]')
_TOUCHED = re.compile(rb'\{"m":"(?:events|page-signal)","page_id":(\d{1,10}),')
_DEFINES = (b'["D",', b'["V",')
_TOLD = (b'{"m":"api-result"', b'{"m":"api-event"')
_ROUTE = b'{"m":"route"'


class Place(NamedTuple):
    """An entry of the file: the place of its chunk, and which one of it."""

    chunk: int
    entry: int


class Item(NamedTuple):
    """Something for the screen, or (`sent`: what the program said and was told) for the console. `number`: of its
    entry. `source`: the batch or call that it stands for. `page` 0: of none. `request`: which call was `replied`, which
    dialog was asked or `answered` by the user."""

    number: int
    kind: ItemKind
    place: Place
    page: int = 0
    source: Place | None = None
    is_defining: bool = False
    is_measured: bool = False
    request: int = 0
    at_ms: int = 0


class File(NamedTuple):
    """What was known of a file from an entry on."""

    number: int
    head: FileHead


@dataclass(slots=True)
class ScreenIndex:
    """Grows by `note`, in the order of the file; `plan` says what to show at a moment."""

    items: list[Item] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    styles: list[Place] = field(default_factory=list)
    latest_ms: list[int] = field(default_factory=list)
    """By entry: the latest time up to it."""
    _numbers: list[int] = field(default_factory=list)
    _stacks: list[tuple[int, dict[int, str]]] = field(default_factory=list)
    _paths: dict[int, str] = field(default_factory=dict)
    _opened: list[tuple[int, int]] = field(default_factory=list)
    _closed: list[tuple[int, int]] = field(default_factory=list)
    _runs: list[int] = field(default_factory=list)
    _batches: dict[tuple[int, int], tuple[Place, bool]] = field(default_factory=dict)
    _calls: list[tuple[Place, int]] = field(default_factory=list)
    _loads: set[int] = field(default_factory=set)

    @property
    def length(self) -> int:
        """How many entries there are."""
        return len(self.latest_ms)

    def number_at(self, at_ms: int) -> int:
        """How many entries there are up to a time."""
        return bisect_right(self.latest_ms, at_ms)

    def pages_at(self, number: int) -> dict[int, str]:
        """The stack behind so many entries: paths by page, the bottom first."""
        at = bisect_right(self._stacks, number, key=lambda one: one[0])
        return self._stacks[at - 1][1] if at else {}

    def between(self, start: int, end: int) -> list[Item]:
        """All items of the entries behind `start` up to `end`."""
        return self.items[bisect_right(self._numbers, start) : bisect_right(self._numbers, end)]

    def files_at(self, number: int) -> list[File]:
        """The file that an entry tells of."""
        at = bisect_right(self.files, number - 1, key=lambda one: one.number)
        return self.files[at : at + 1]

    def files_until(self, number: int) -> list[File]:
        """What was known last of each file behind so many entries."""
        last: dict[tuple[str, str], File] = {}
        for one in self.files[: bisect_right(self.files, number, key=lambda one: one.number)]:
            last[(one.head.host, one.head.path)] = one
        return list(last.values())

    def plan(self, end: int) -> Iterator[Item]:
        """What a fresh screen is told to look as it did behind so many entries. Batches of pages that are no more
        come if they are `is_defining`."""
        start = self._start(end)
        alive = self._alive(start, end)
        answered = {one.request for one in self.between(start, end) if one.kind == "answered"}
        phone = next((one for one in reversed(self.between(0, end)) if one.kind == "phone"), None)
        if phone is not None:
            yield phone
        for item in self.between(start - 1, end):
            if item.kind in ("phone", "file", "answered") or (item.kind == "plain" and item.request in answered):
                continue
            if item.page == 0 or item.page in alive or item.is_defining:
                yield item

    def alive(self, end: int) -> set[int]:
        """The pages that are open behind so many entries."""
        return self._alive(self._start(end), end)

    def _alive(self, start: int, end: int) -> set[int]:
        changes = [(number, page, True) for number, page in self._opened if start < number <= end]
        changes += [(number, page, False) for number, page in self._closed if start < number <= end]
        alive: set[int] = set()
        for _, page, is_opened in sorted(changes):
            (alive.add if is_opened else alive.discard)(page)
        return alive

    def _start(self, end: int) -> int:
        """Where the run begins whose pages are seen: the screen of a former one stays until the first page is there."""
        opened = max((number for number, _ in self._opened if number <= end), default=0)
        return max((number for number in self._runs if number <= (opened or end)), default=0)

    # ------------------------------------------------------------ growing

    def note(self, place: Place, entry: Entry) -> None:
        """The next entry. Raises msgspec.MsgspecError and codec.FrameError for one that is none."""
        latest = self.latest_ms[-1] if self.latest_ms else 0
        self.latest_ms.append(max(latest, entry.at_ms))
        number = self.length
        match entry.kind:
            case Kind.RUN:
                self._runs.append(number)
                self._batches.clear()
                self._loads.clear()
                self._add(Item(number, "run", place, at_ms=entry.at_ms))
            case Kind.PHONE:
                self._add(Item(number, "phone", place))
            case Kind.STORAGE:
                self._add(Item(number, "storage", place, at_ms=entry.at_ms))
            case Kind.STYLE:
                self.styles.append(place)
            case Kind.FILE:
                head = msgspec.json.decode(entry.data.partition(b"\n")[0], type=FileHead)
                self.files.append(File(number, head))
                self._add(Item(number, "file", place))
            case Kind.TURN:
                self._turn(number, place, entry)
            case Kind.SENT:
                self._sent(number, place, entry)
            case Kind.SHOWN:
                self._shown(number, place, entry.data)
            case Kind.TOUCHED if (answered := _ANSWERED.match(entry.data)) is not None:
                self._add(Item(number, "answered", place, request=int(answered[1])))
            case Kind.TOUCHED if (touched := _TOUCHED.match(entry.data)) is not None:
                self._add(Item(number, "touch", place, int(touched[1])))

    def _add(self, item: Item) -> None:
        self.items.append(item)
        self._numbers.append(item.number)

    def _turn(self, number: int, place: Place, entry: Entry) -> None:
        data = entry.data
        if any(mark in data for mark in _TOLD):
            self._add(Item(number, "sent", place, at_ms=entry.at_ms))
        if self._loads and b'"view-reply"' in data:
            for reply in _REPLY.finditer(data):
                if int(reply[1]) in self._loads:
                    self._add(Item(number, "replied", place, request=int(reply[1])))
        if _ROUTE not in data:
            return
        for handed in msgspec.json.decode(data, type=TurnBegan).handed:
            message = bytes(handed.message)
            route = codec.decode_for_logic(message) if message.startswith(_ROUTE) else None
            if isinstance(route, logic.Route):
                self._paths.update({step.page_id: step.path for step in route.steps if step.step == "load"})
                self._stacks.append((number, {page: self._paths.get(page, "") for page in route.stack}))

    def _sent(self, number: int, place: Place, entry: Entry) -> None:
        data = entry.data
        if (batch := _DOM.match(data)) is not None:
            is_defining = any(mark in data for mark in _DEFINES)
            self._batches[(int(batch[1]), int(batch[2]))] = (place, is_defining)
        elif data.startswith(b'{"m":"view-call"'):
            call = _CALL.match(data)
            self._calls.append((place, int(call[1]) if call else 0))
            if call is not None and any(mark in data for mark in LOADS):
                self._loads.add(int(call[2]))
        self._add(Item(number, "sent", place, at_ms=entry.at_ms))

    def _shown(self, number: int, place: Place, data: bytes) -> None:
        if data.startswith(b'{"call":'):
            call = msgspec.json.decode(data, type=ShownCall).call
            if 0 < call <= len(self._calls):
                source, page = self._calls[call - 1]
                self._add(Item(number, "call", place, page, source))
        elif data.startswith(b'{"open":'):
            page = msgspec.json.decode(msgspec.json.decode(data, type=ShownPage).open, type=_Numbered).page_id
            self._opened.append((number, page))
            self._add(Item(number, "page", place, page))
        elif data.startswith(b'{"m":'):
            self._plain(number, place, data)
        else:
            batch = msgspec.json.decode(data, type=ShownBatch)
            found = self._batches.pop((batch.page, batch.batch), None)
            if found is not None:
                source, is_defining = found
                measured = batch.is_measured
                self._add(Item(number, "batch", place, batch.page, source, is_defining, measured))

    def _plain(self, number: int, place: Place, data: bytes) -> None:
        if data.startswith(UNSHOWN):
            return
        message = codec.decode_for_view(data)
        page: int = getattr(message, "page_id", 0)
        if isinstance(message, view.ShowPages):
            self._closed += [(number, one) for one in message.closed]
            self._add(Item(number, "show", place, page))
        elif isinstance(message, view.OpenPage):
            self._opened.append((number, page))
            self._add(Item(number, "plain", place, page))
        else:
            request = message.request_id if isinstance(message, view.CallShell) else 0
            self._add(Item(number, "plain", place, page, request=request))


class _Numbered(msgspec.Struct):
    page_id: int = 0
