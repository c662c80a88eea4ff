"""A recorded session as panels and a debugger see a program: it stands at a moment, and can be asked there.

The screen and the console come out of the file at once (`screen_track`); the program itself is run to the same moment
behind them (`player`), and answers when it is there. Everything is on the GUI thread; what both say in threads of their
own comes here by a queued signal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from runtime.platform.platform import Platform
from runtime.protocol import automation, codec, logic, view
from runtime.protocol.launch import Program
from simulator.bridge.notices import Notices
from simulator.bridge.record import Direction
from simulator.bridge.recorder import Clock, Recorder
from simulator.bridge.requests import ONLOOKERS_REQUESTS_FROM
from simulator.debug.program_debugger import DebuggerParts, ProgramDebugger
from simulator.phone import PhoneView
from simulator.recording.form import BadRecording, FileHead, Head
from simulator.replay.moments import Moment
from simulator.replay.phone_screen import PhoneScreen
from simulator.replay.player import Player
from simulator.replay.replay import Outcome
from simulator.replay.replayed_calls import ReplayedCalls
from simulator.replay.replayed_storage import MARK, ReplayedStorage
from simulator.replay.screen_track import Goal, ScreenTrack, Stand
from simulator.replay.time_line import TimeLine
from simulator.running.logic_questions import LogicQuestions, PageAspect
from simulator.running.phone_questions import PhoneQuestions
from simulator.session.routes import Page, PageStack

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult

LATEST_MS = 4_000_000_000_000
"""Unix time; a recording may say anything."""
DRAWING_MS = 3000
"""A screen that does not say that it has drawn is not waited for any longer."""
_TURN, _CALLED, _TRACED = b'{"m":"turn-began"', b'{"m":"api-call"', b'{"m":"api-trace"'
_CHANGES = (logic.SetData, logic.Evaluate)


@dataclass(slots=True)
class SeenPages:
    """The pages that live at the moment at which a replay stands."""

    pages: PageStack = field(default_factory=PageStack)


class ReplayedProgram(QObject):
    """`moved(Stand)` when the screen stands at a moment, `arrived(Outcome)` when the program does; `opened(TimeLine)`;
    `found(path, moments, problem)`; `failed(BadRecording)`."""

    opened = Signal(object)
    moved = Signal(object)
    arrived = Signal(object)
    found = Signal(str, object, str)
    failed = Signal(object)
    programs_changed = Signal()
    _said = Signal(object)

    def __init__(self, path: Path, head: Head, platform: Platform, parent: QWidget) -> None:
        super().__init__(parent)
        self.head = head
        self.build: BuildResult | None = None
        self.program: dict[str, Any] = {}
        self.session = SeenPages()
        self._frame_ms = 0
        self.recorder = Recorder(Clock(self._wall_s, lambda: self._frame_ms / 1000))
        self.calls = ReplayedCalls(self.recorder, platform, self._wall_s)
        self.storage = ReplayedStorage()
        self.notices = Notices(self.recorder)
        self._screen = PhoneScreen(head, parent)
        self._at_ms = 0
        self._number = 0
        self._is_touched = False
        self._goal = Goal(0)
        self._pause_number = -1
        self.logic_questions = LogicQuestions(self._ask, ONLOOKERS_REQUESTS_FROM)
        self.phone_questions = PhoneQuestions(lambda message: self._screen.ask(codec.encode(message)))
        self._screen.answered = self.phone_questions.answered
        self.debugger = self._made_debugger()
        self._said.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._player = Player(path, head, _FromPlayer(self))
        self._track = ScreenTrack(path, _FromTrack(self))
        self._late = QTimer(self, singleShot=True, interval=DRAWING_MS)
        self._late.timeout.connect(self._track.drawn)

    # ------------------------------------------------------------ what is seen

    @property
    def phone(self) -> PhoneView:
        """The phone on which it is seen."""
        return self._screen.view

    @property
    def page(self) -> Page | None:
        """The visible page."""
        return self.session.pages.top

    @property
    def at_ms(self) -> int:
        """Where it stands."""
        return self._at_ms

    def inspect_page(
        self, what: PageAspect, done: Callable[[logic.Inspected], None], page_id: int = 0, ref: Sequence[int] = ()
    ) -> None:
        """As of `RunningProgram`."""
        self.logic_questions.inspect_page(what, page_id or (self.page.page_id if self.page else 0), done, ref=ref)

    # ------------------------------------------------------------ what may be wished

    def go_to(self, at_ms: int, entries: int = 0) -> None:
        """To a moment (`Goal`)."""
        self._track.go_to(Goal(at_ms, entries))

    def find(self, path: str) -> None:
        """When a place in the data of the visible page changed: `found`."""
        self._player.find(path)

    def close(self) -> None:
        """Ends it."""
        self._late.stop()
        self._track.close()
        self._player.close()
        self.debugger.ended()

    # ------------------------------------------------------------ within

    def _take(self, act: Callable[[], object]) -> None:
        """What the player has said; a recording may say anything."""
        try:
            act()
        except BadRecording as problem:
            self.failed.emit(problem)
        except (msgspec.MsgspecError, RecursionError, UnicodeError, codec.FrameError) as error:
            self.failed.emit(BadRecording("recording-no-entry", kind="message", why=str(error)))

    def _ask(self, message: logic.HostToLogic) -> None:
        self._is_touched = self._is_touched or isinstance(message, _CHANGES)
        self._player.tell(codec.encode(message))

    def _made_debugger(self) -> ProgramDebugger:
        parts = DebuggerParts(
            send=lambda message: self._player.tell(codec.encode(message)),
            leave=lambda: None,
            questions=self.logic_questions,
            is_running=lambda: self._player.is_up,
            # Scripts get their probes when they are evaluated: at the start.
            arm=lambda _scripts: self._player.go_to(self._number, anew=True),
            say=lambda code: self.notices.say(f"debugger.{code}", "warn"),
            outer=lambda path: path,
            text_of=self.text_of,
            words=lambda code: self.notices.text(f"debugger.{code}"),
            page_id=lambda: self.page.page_id if self.page else 0,
        )
        return ProgramDebugger(parts)

    def text_of(self, file: str) -> str:
        """A script as the engine has it; with the lines of its source."""
        script = self.program.get("scripts", {}).get(file)
        return str(script.get("code", "")) if isinstance(script, dict) else ""

    def _wall_s(self) -> float:
        """When the session was there where the console is now."""
        return (min(max(self.head.started_ms, 0), LATEST_MS) + self._frame_ms) / 1000

    def _begins(self, at_ms: int) -> None:
        self._screen.begin_anew()
        self.calls.begin_anew()
        self.storage.begin_anew()
        self._run_begins(at_ms)

    def _file(self, head: FileHead, content: bytes | None, at_ms: int) -> None:
        self._frame_ms = at_ms
        self._screen.file(head, content)
        self.calls.file(head, content)

    def _run_begins(self, at_ms: int) -> None:
        self._frame_ms = at_ms
        # The console of a former run, or of a later moment, is no more.
        self.recorder.run_begins()

    def _frames(self, frames: Sequence[tuple[int, bytes]]) -> None:
        for self._frame_ms, frame in frames:
            if frame.startswith(_TURN):
                self.calls.handed(frame)
                continue
            if frame.startswith(_CALLED):
                self.calls.called(frame)
            elif MARK in frame and frame.startswith(_TRACED):
                self.storage.traced(frame)
            message = codec.decode_from_logic(frame)
            self.recorder.record(Direction.LOGIC_TO_HOST, message, frame)

    def _starts(self) -> None:
        self._is_touched = False
        self.debugger.starts()

    def _heard(self, frame: bytes) -> None:
        message = codec.decode_from_logic(frame)
        if not self.debugger.from_logic(message) and isinstance(message, logic.Evaluated | logic.Inspected):
            self.logic_questions.answered(message)

    def _stands(self, stand: Stand) -> None:
        """The screen has been told all of a moment. The program follows, unless a debugger has come there first."""
        self._at_ms, self._number = stand.at_ms, stand.number
        stack = tuple(Page(number, path, {}) for number, path in stand.pages.items())
        self.session.pages = PageStack(stack)
        self._late.start()
        self.phone_questions.automate(automation.PaintedNow(), 0, lambda _reply: self._drawn())
        if self._pause_number != stand.number:
            if self.debugger.pause_now is not None:
                self._player.break_off()
            self._pause_number, self._goal = -1, Goal(stand.at_ms, stand.number)
            # A run that somebody has changed, or that a debugger holds, begins anew.
            self._player.go_to(stand.number, anew=self._is_touched or self.debugger.pause_now is not None)
        self.moved.emit(stand)

    def _drawn(self) -> None:
        self._late.stop()
        self._track.drawn()

    def _came(self, outcome: Outcome) -> None:
        if self._pause_number >= 0:
            # A debugger has let it go on from where it held it.
            self._pause_number = -1
            self._track.go_to(self._goal)
        self.arrived.emit(outcome)

    def _paused(self, number: int) -> None:
        """The screen comes to where a debugger holds the program."""
        self._pause_number = number
        self._track.go_to(Goal(0, number))

    def _launched(self, launch: bytes) -> None:
        """The program that is about to run."""
        message = codec.decode_for_logic(launch)
        assert isinstance(message, logic.Launch)
        program = msgspec.json.decode(message.program, type=Program)
        self.program = msgspec.to_builtins(program)
        self.programs_changed.emit()


class _ToProgram:
    """Hands everything to the GUI thread, in order."""

    def __init__(self, program: ReplayedProgram) -> None:
        self._program = program

    def _hand(self, act: Callable[[], object]) -> None:
        try:
            self._program._said.emit(act)
        except RuntimeError:
            # The window has gone.
            return

    def failed(self, problem: BadRecording) -> None:
        self._hand(partial(self._program.failed.emit, problem))


class _FromPlayer(_ToProgram):
    """The player's listener."""

    def starts(self) -> None:
        self._hand(self._program._starts)

    def launched(self, launch: bytes) -> None:
        self._hand(partial(self._program._launched, launch))

    def heard(self, frame: bytes) -> None:
        self._hand(partial(self._program._heard, frame))

    def arrived(self, outcome: Outcome) -> None:
        self._hand(partial(self._program._came, outcome))

    def paused(self, number: int) -> None:
        self._hand(partial(self._program._paused, number))

    def found(self, path: str, moments: list[Moment], problem: str) -> None:
        self._hand(partial(self._program.found.emit, path, moments, problem))


class _FromTrack(_ToProgram):
    """The screen track's listener."""

    def opened(self, line: TimeLine) -> None:
        self._hand(partial(self._program.opened.emit, line))

    def begins(self, at_ms: int) -> None:
        self._hand(partial(self._program._begins, at_ms))

    def run_begins(self, at_ms: int) -> None:
        self._hand(partial(self._program._run_begins, at_ms))

    def phone(self, data: bytes) -> None:
        self._hand(partial(self._program._screen.phone, data))

    def file(self, head: FileHead, content: bytes | None, at_ms: int) -> None:
        self._hand(partial(self._program._file, head, content, at_ms))

    def storage(self, data: bytes) -> None:
        self._hand(partial(self._program.storage.kept, data))

    def show(self, message: view.HostToView, at_ms: int) -> None:
        self._hand(partial(self._program._screen.show, message, at_ms))

    def replied(self, request_id: int) -> None:
        self._hand(partial(self._program._screen.replied, request_id))

    def frames(self, frames: Sequence[tuple[int, bytes]]) -> None:
        self._hand(partial(self._program._frames, frames))

    def stands(self, stand: Stand) -> None:
        self._hand(partial(self._program._stands, stand))
