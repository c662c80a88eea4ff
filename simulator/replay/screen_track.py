"""Shows a screen at any moment of a recording, out of the file alone: no program runs for it.

A little forward it is told what comes; else a fresh screen is told what the moment takes (`ScreenIndex.plan`). One
moment is asked for at a time: while a screen draws, only the last wish is remembered.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import msgspec
from msgspec import Raw

from runtime.protocol import codec, view
from runtime.protocol.shell import CloseDialogs
from simulator.recording.form import BadRecording, Entry, FileHead, Kind, ShownPage
from simulator.recording.reader import read_head, read_placed
from simulator.replay.batches import definitions, operations, without_overwritten
from simulator.replay.chunks import Chunks
from simulator.replay.fingers import actions
from simulator.replay.kept_files import KeptFiles
from simulator.replay.opened_pages import opened, places_of
from simulator.replay.screen_index import Item, Place, ScreenIndex
from simulator.replay.time_line import TimeLine, time_line

STEPS = 300
"""So many messages are told one after the other before a fresh screen is cheaper."""
MANY_BATCHES = 200
"""From so many batches of a page on, values that are overwritten are left out."""
RECENT_FRAMES = 3000
"""So many messages of the logic layer are told of a moment that was jumped to; of the program's words all are."""
_WORDS = (b'{"m":"log"', b'{"m":"uncaught"', b'{"m":"api-', b'{"m":"turn-began"')
_CALL = b'{"m":"call",'
_VIEW_CALL = b'{"m":"view-call",'


@dataclass(frozen=True, slots=True)
class Goal:
    """A moment: all entries up to a time, or (not 0) so many entries."""

    at_ms: int
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a screen stands. `pages`: path by page id, the bottom first. `number`: behind so many entries."""

    at_ms: int
    number: int
    pages: dict[int, str]


class ScreenListener(Protocol):
    """Hears of a screen, in the track's thread."""

    def opened(self, line: TimeLine) -> None:
        """The file has been looked through."""

    def begins(self, at_ms: int) -> None:
        """A fresh screen, and the console of a run that began then."""

    def run_begins(self, at_ms: int) -> None:
        """The program starts again."""

    def phone(self, data: bytes) -> None:
        """As of `Screen`, as all of these."""

    def file(self, head: FileHead, content: bytes | None, at_ms: int) -> None: ...
    def storage(self, data: bytes) -> None: ...
    def show(self, message: view.HostToView, at_ms: int) -> None: ...
    def replied(self, request_id: int) -> None: ...

    def frames(self, frames: Sequence[tuple[int, bytes]]) -> None:
        """What the logic process sent, and (`TurnBegan`) was told, and when."""

    def stands(self, stand: Stand) -> None:
        """All of the moment has been told; `drawn` is to be called when it is seen."""

    def failed(self, problem: BadRecording) -> None:
        """The file cannot be read any further."""


class ScreenTrack:
    """Starts at once. All methods return at once and may be called from any thread."""

    def __init__(self, path: Path, hears: ScreenListener, *, may_be_cut: bool = False) -> None:
        self._path = path
        self._hears = hears
        self._may_be_cut = may_be_cut
        self._index = ScreenIndex()
        self._files = KeptFiles()
        self._number = -1
        self._lock = threading.Lock()
        self._wanted: Goal | None = None
        self._is_drawing = False
        self._is_closed = False
        self._jobs: queue.SimpleQueue[Callable[[Chunks], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="screen of a replay", daemon=True)
        self._thread.start()

    def go_to(self, goal: Goal) -> None:
        """To a moment; of former wishes nothing is left."""
        with self._lock:
            self._wanted = goal
        self._jobs.put(self._go)

    def drawn(self) -> None:
        """What was told last is on the screen."""
        with self._lock:
            self._is_drawing = False
        self._jobs.put(self._go)

    def close(self) -> None:
        """Ends the thread."""
        self._is_closed = True
        self._jobs.put(None)

    # ------------------------------------------------------------ the thread

    def _work(self) -> None:
        try:
            self._hears.opened(time_line(self._noted()))
            chunks = Chunks(self._path)
            try:
                while (job := self._jobs.get()) is not None and not self._is_closed:
                    job(chunks)
            finally:
                chunks.close()
        except BadRecording as problem:
            self._hears.failed(problem)
        except OSError as error:
            self._hears.failed(BadRecording("recording-unreadable", why=error.strerror or str(error)))
        except (msgspec.MsgspecError, RecursionError, UnicodeError, codec.FrameError) as error:
            self._hears.failed(BadRecording("recording-no-entry", kind="message", why=str(error)))

    def _noted(self) -> Iterator[Entry]:
        """All entries, once they are in the index."""
        with self._path.open("rb") as stream:
            read_head(stream)
            at = Place(-1, -1)
            for chunk, entry in read_placed(stream, may_be_cut=self._may_be_cut):
                if self._is_closed:
                    return
                at = Place(chunk, at.entry + 1 if chunk == at.chunk else 0)
                self._index.note(at, entry)
                if entry.kind is Kind.FILE:
                    self._files.note(entry.data)
                yield entry

    def _go(self, chunks: Chunks) -> None:
        with self._lock:
            goal = self._wanted
            if goal is None or self._is_drawing:
                return
            self._wanted = None
            self._is_drawing = True
        number = min(goal.entries or self._index.number_at(goal.at_ms), self._index.length)
        ahead = self._index.between(self._number, number) if 0 <= self._number <= number else None
        if ahead is not None and self._is_told(ahead, number):
            self._tell(chunks, ahead)
        else:
            self._begin(chunks, number)
        self._number = number
        at_ms = goal.at_ms if goal.at_ms or not goal.entries else self._index.latest_ms[number - 1]
        self._hears.stands(Stand(at_ms, number, self._index.pages_at(number)))

    # ------------------------------------------------------------ a little forward

    def _is_told(self, ahead: Sequence[Item], number: int) -> bool:
        """Whether the screen goes on: not far, and past no page that is closed before it was there to hear anything."""
        alive = self._index.alive(number)
        passing = any(one.kind in ("page", "show") and one.page not in alive for one in ahead)
        return not passing and sum(one.kind != "sent" for one in ahead) <= STEPS

    def _tell(self, chunks: Chunks, items: Sequence[Item]) -> None:
        for item in items:
            match item.kind:
                case "sent":
                    self._hears.frames([(item.at_ms, chunks.entry(item.place))])
                case "run":
                    self._hears.run_begins(item.at_ms)
                case "phone":
                    self._hears.phone(chunks.entry(item.place))
                case "file":
                    self._file(item.number)
                case "storage":
                    self._hears.storage(chunks.entry(item.place))
                case "replied":
                    self._hears.replied(item.request)
                case _:
                    for message in self._messages(chunks, item):
                        self._hears.show(message, item.at_ms)

    def _file(self, number: int) -> None:
        for file in self._index.files_at(number):
            self._hears.file(file.head, self._files.content(file.head), self._index.latest_ms[file.number - 1])

    def _messages(self, chunks: Chunks, item: Item) -> Iterator[view.HostToView]:
        data = chunks.entry(item.place)
        match item.kind:
            case "page":
                page, sheets = msgspec.json.decode(data, type=ShownPage), self._index.styles
                yield opened(page, [chunks.entry(sheets[place]) for place in places_of(page, len(sheets))])
            case "batch" if item.source is not None:
                batch = msgspec.json.decode(chunks.entry(item.source), type=_Batch)
                yield view.Dom(item.page, batch.batch_id, batch.ops, item.is_measured)
            case "call" if item.source is not None:
                yield codec.decode_for_view(_CALL + chunks.entry(item.source)[len(_VIEW_CALL) :])
            case "answered":
                yield view.CallShell(CloseDialogs())
            case "touch":
                for page_id, action in actions(codec.decode_from_view(data)):
                    yield view.Automate(0, action, page_id)
            case _:
                yield codec.decode_for_view(data)

    # ------------------------------------------------------------ anew

    def _begin(self, chunks: Chunks, number: int) -> None:
        plan = list(self._index.plan(number))
        self._hears.begins(next((one.at_ms for one in plan if one.kind == "run"), 0))
        for file in self._index.files_until(number):
            self._file(file.number)
        self._tell_console(chunks, [one for one in plan if one.kind in ("sent", "storage")])
        seen = [one for one in plan if one.kind not in ("sent", "storage", "run")]
        alive = self._index.alive(number)
        last_shows = {one.page: one.number for one in seen if one.kind == "show"}
        batches = self._batches(chunks, seen, alive)
        for item in seen:
            if item.kind == "batch":
                ops = batches.pop(item.number, None)
                if ops:
                    self._hears.show(view.Dom(item.page, 0, Raw(b"[" + b",".join(map(bytes, ops)) + b"]")), item.at_ms)
            elif item.kind == "show":
                if last_shows[item.page] == item.number:
                    self._hears.show(view.ShowPages(item.page, "none"), item.at_ms)
            else:
                self._tell(chunks, [item])

    def _batches(self, chunks: Chunks, items: Sequence[Item], alive: set[int]) -> dict[int, list[Raw]]:
        """Operations by the number of their item. Blocks that pages defined which are no more come with the first."""
        found: dict[int, list[Raw]] = {}
        pages: dict[int, list[int]] = {}
        owed: list[Raw] = []
        for item in items:
            if item.kind != "batch" or item.source is None:
                continue
            ops = operations(bytes(msgspec.json.decode(chunks.entry(item.source), type=_Batch).ops))
            if item.page not in alive:
                owed += definitions(ops)
                continue
            found[item.number] = [*owed, *ops]
            owed.clear()
            pages.setdefault(item.page, []).append(item.number)
        for numbers in pages.values():
            if len(numbers) > MANY_BATCHES:
                rest = without_overwritten([found[number] for number in numbers])
                found.update(zip(numbers, rest, strict=True))
        return found

    def _tell_console(self, chunks: Chunks, items: Sequence[Item]) -> None:
        recent = len(items) - RECENT_FRAMES
        frames: list[tuple[int, bytes]] = []
        for at, item in enumerate(items):
            data = chunks.entry(item.place)
            if item.kind == "storage":
                self._hears.storage(data)
            elif at >= recent or data.startswith(_WORDS):
                frames.append((item.at_ms, data))
        self._hears.frames(frames)


class _Batch(msgspec.Struct):
    batch_id: int
    ops: Raw
