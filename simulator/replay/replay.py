"""One pass over a recording: repeats its runs, compares them with what was recorded, and tells a screen what it showed.

The screen is somebody else's matter, and may be nobody's: the logic of a session is repeated without one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

import msgspec
from msgspec import Raw

from runtime.protocol import codec, logic, view
from runtime.protocol.recording import Divergence, TurnBegan, TurnEnded
from runtime.protocol.shell import CloseDialogs
from simulator.recording.form import (
    BadRecording,
    Build,
    Entry,
    FileHead,
    Kind,
    ShownBatch,
    ShownCall,
    ShownPage,
)
from simulator.replay.fingers import actions
from simulator.replay.kept_files import KeptFiles
from simulator.replay.opened_pages import opened, places_of
from simulator.replay.process import ReplayEnded

_BEGAN = b'{"m":"turn-began"'
_LAUNCH = b'{"m":"launch"'
_ROUTE = b'{"m":"route"'
_REPLY = re.compile(rb'\{"m":"view-reply","request_id":(\d{1,10})[,}]')
_DOM = b'{"m":"dom"'
_VIEW_CALL, _CALL = b'{"m":"view-call",', b'{"m":"call",'
KEPT_CALLS = 10_000
MAX_TEXT = 300
UNSHOWN = view.Automate | view.InspectPage
"""As of `screen_index`."""


class Screen(Protocol):
    """Where a replayed session is seen."""

    def phone(self, data: bytes) -> None:
        """Another phone, as JSON. Raises BadRecording."""

    def file(self, head: FileHead, content: bytes | None) -> None:
        """A file that the phone may ask for from now on."""

    def show(self, message: view.HostToView, at_ms: int) -> None:
        """A message to the phone."""

    def replied(self, request_id: int) -> None:
        """By now the phone had answered this call."""


class Runs(Protocol):
    """Who repeats runs: see `ReplayProcess`."""

    def begin(self) -> None: ...
    def play(self, began: TurnBegan, ended: TurnEnded | None) -> tuple[list[bytes], Divergence | None]: ...
    def tree(self, page_id: int) -> Any: ...


@dataclass(frozen=True, slots=True)
class Parting:
    """The first place at which a run went another way than its recording."""

    run: int
    turn: int
    at_ms: int
    kind: str
    expected: str
    found: str


@dataclass(slots=True)
class Outcome:
    """What a replay has come to, so far. `pages`: path by page id, the bottom of the stack first. `left_out`: files of
    the web that the recording has not, and how many bytes they have."""

    runs: int = 0
    turns: int = 0
    batches: int = 0
    duration_ms: int = 0
    programs: list[str] = field(default_factory=list)
    parting: Parting | None = None
    lost: list[str] = field(default_factory=list)
    pages: dict[int, str] = field(default_factory=dict)
    ended: str = ""
    left_out: dict[str, int] = field(default_factory=dict)


class SessionReplay:
    """Feeds entries to `runs` and to `screen`. With `stops` it ends where the recording and the replay part. `launched`
    hears of each program that is about to run, as `Launch`."""

    def __init__(
        self,
        runs: Runs,
        screen: Screen | None = None,
        *,
        stops: bool = False,
        launched: Callable[[bytes], object] = lambda _launch: None,
    ) -> None:
        self.outcome = Outcome()
        self._launched = launched
        self._runs = runs
        self._screen = screen
        self._stops = stops
        self._began: TurnBegan | None = None
        self._began_ms = 0
        self._recorded: list[bytes] = []
        self._batches: dict[tuple[int, int], Raw] = {}
        self._kept = KeptFiles()
        self._styles: list[Raw] = []
        self._program = (b" ", b" ")
        self._calls: dict[int, bytes] = {}
        self._call_count = 0
        self._early: list[Entry] = []
        self._paths: dict[int, str] = {}

    def play(self, entries: Iterable[Entry], is_due: Callable[[Entry], bool] = lambda _entry: True) -> Outcome:
        """All entries, or those before the first that is not due. Raises BadRecording where one is no entry."""
        for entry in entries:
            if not is_due(entry):
                return self.outcome
            self.take(entry)
            if self.outcome.ended or (self._stops and self.outcome.parting):
                return self.outcome
        self._guarded(self._unended)
        return self.outcome

    def trees(self) -> list[dict[str, Any]]:
        """The pages of the stack as they are now: `page` and `tree`."""
        return [{"page": path, "tree": self._runs.tree(page_id)} for page_id, path in self.outcome.pages.items()]

    def take(self, entry: Entry) -> None:
        """The next entry. Raises BadRecording where it is none."""
        self.outcome.duration_ms = entry.at_ms
        self._guarded(lambda: self._taken(entry), entry.kind)

    def _guarded(self, act: Callable[[], None], kind: Kind = Kind.TURN) -> None:
        try:
            act()
        except (msgspec.MsgspecError, RecursionError, UnicodeError, codec.FrameError) as error:
            raise BadRecording("recording-no-entry", kind=kind.name.lower(), why=str(error)) from error
        except ReplayEnded as why:
            self.outcome.ended = str(why)

    def _taken(self, entry: Entry) -> None:
        match entry.kind:
            case Kind.RUN:
                self._began = None
                self.outcome.runs += 1
                self._runs.begin()
            case Kind.TURN if entry.data.startswith(_BEGAN):
                self._began, self._began_ms = msgspec.json.decode(self._whole(entry.data), type=TurnBegan), entry.at_ms
                self._recorded.clear()
            case Kind.TURN:
                self._turn(msgspec.json.decode(entry.data, type=TurnEnded))
            case Kind.SENT:
                self._recorded.append(entry.data)
                if entry.data.startswith(_VIEW_CALL):
                    self._call_count += 1
                    self._calls[self._call_count] = entry.data[len(_VIEW_CALL) :]
                    self._calls.pop(self._call_count - KEPT_CALLS, None)
            case Kind.BUILD:
                self._build(entry.data)
            case Kind.LOST:
                self.outcome.lost.append(entry.data.decode("utf-8", "replace"))
            case Kind.STYLE:
                self._kept.keep(f"style {len(self._styles)}", entry.data)
                self._styles.append(Raw(entry.data))
            case Kind.FILE:
                self._file(self._kept.note(entry.data))
            case Kind.SHOWN | Kind.PHONE | Kind.TOUCHED:
                self._for_screen(entry)

    def _build(self, data: bytes) -> None:
        head, _, program = data.partition(b"\n")
        digest = msgspec.json.decode(head, type=Build).program
        if program:
            self._kept.keep(digest, program)
        self._program = (b'"program":"%s"' % digest.encode(), b'"program":' + (self._kept.find(digest) or b"null"))
        self.outcome.programs.append(digest)

    def _whole(self, turn: bytes) -> bytes:
        """A turn with the program that it takes, if it takes one."""
        return turn.replace(*self._program, 1) if _LAUNCH in turn else turn

    # ------------------------------------------------------------ turns

    def _unended(self) -> None:
        """The last turn of all had no end: the program hung, or died of it; or somebody has ended it. One that another
        run followed has left nothing behind."""
        if self._began is not None and self.outcome.lost:
            self._turn(None)
        self._began = None

    def _turn(self, ended: TurnEnded | None) -> None:
        began, self._began = self._began, None
        if began is None or not self.outcome.runs:
            raise codec.FrameError("a turn without a beginning")
        self.outcome.turns += 1
        for handed in began.handed:
            self._follow(bytes(handed.message))
        sent, divergence = self._runs.play(began, ended)
        for frame in sent:
            if frame.startswith(_DOM):
                self._batch(frame)
        if divergence is not None and self.outcome.parting is None:
            self.outcome.parting = self._parted(divergence, ended)
        early, self._early = self._early, []
        for entry in early:
            self._for_screen(entry)

    def _follow(self, frame: bytes) -> None:
        """Routes say which pages there are."""
        if frame.startswith(_LAUNCH):
            self._launched(frame)
        if self._screen is not None and (reply := _REPLY.match(frame)) is not None:
            self._screen.replied(int(reply[1]))
        if not frame.startswith(_ROUTE):
            return
        route = codec.decode_for_logic(frame)
        if isinstance(route, logic.Route):
            self._paths |= {step.page_id: step.path for step in route.steps if step.step == "load"}
            self.outcome.pages = {number: self._paths.get(number, "") for number in route.stack}

    def _batch(self, frame: bytes) -> None:
        batch = codec.decode_from_logic(frame)
        assert isinstance(batch, logic.DomBatch)
        self.outcome.batches += 1
        if self._screen is not None:
            self._batches[(batch.page_id, batch.batch_id)] = batch.ops

    def _parted(self, found: Divergence, ended: TurnEnded | None) -> Parting:
        expected = found.expected
        if found.kind == "posted" and ended is not None and found.number < len(ended.posts):
            check = ended.posts[found.number]
            recorded = (frame for frame in self._recorded if zlib.crc32(frame) == check)
            expected = next(recorded, expected.encode()).decode("utf-8", "replace")
        shown = (_difference(expected, found.found)) if found.kind == "posted" else (expected, found.found)
        return Parting(self.outcome.runs, self.outcome.turns, self._began_ms, found.kind, *shown)

    # ------------------------------------------------------------ the screen

    def _for_screen(self, entry: Entry) -> None:
        screen = self._screen
        if screen is None:
            return
        if self._began is not None:
            # It may be there before the host has heard of the end of the turn that it came from.
            self._early.append(entry)
            return
        if entry.kind is Kind.PHONE:
            screen.phone(entry.data)
        elif entry.kind is Kind.TOUCHED:
            message = codec.decode_from_view(entry.data)
            if isinstance(message, view.Reply):
                # The user had answered a dialog.
                screen.show(view.CallShell(CloseDialogs()), entry.at_ms)
            for page_id, action in actions(message):
                screen.show(view.Automate(0, action, page_id), entry.at_ms)
        else:
            shown = self._shown(entry.data)
            if shown is not None and not isinstance(shown, UNSHOWN):
                screen.show(shown, entry.at_ms)

    def _shown(self, data: bytes) -> view.HostToView | None:
        if data.startswith(b'{"m":'):
            return codec.decode_for_view(data)
        if data.startswith(b'{"call":'):
            call = self._calls.get(msgspec.json.decode(data, type=ShownCall).call)
            return None if call is None else codec.decode_for_view(_CALL + call)
        if data.startswith(b'{"open":'):
            page = msgspec.json.decode(data, type=ShownPage)
            return opened(page, [bytes(self._styles[place]) for place in places_of(page, len(self._styles))])
        batch = msgspec.json.decode(data, type=ShownBatch)
        # What the replay has not sent is not shown.
        ops = self._batches.pop((batch.page, batch.batch), None)
        return None if ops is None else view.Dom(batch.page, batch.batch, ops, batch.is_measured)

    def _file(self, head: FileHead) -> None:
        if head.left_out:
            self.outcome.left_out[head.path] = head.left_out
        content = self._kept.content(head)
        if self._screen is not None:
            self._screen.file(head, content)


def _difference(expected: str, found: str) -> tuple[str, str]:
    """Both texts from a little before the place where they part."""
    same = 0
    for one, other in zip(expected, found, strict=False):
        if one != other:
            break
        same += 1
    start = max(0, same - MAX_TEXT // 3)
    lead = "…" if start else ""
    return tuple(  # type: ignore[return-value]
        lead + text[start : start + MAX_TEXT] + ("…" if len(text) > start + MAX_TEXT else "") if text else ""
        for text in (expected, found)
    )
