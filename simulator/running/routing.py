"""Where each message that comes in goes. The one place that knows; what it means is for whoever gets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from runtime.protocol import codec, logic, view
from runtime.protocol.driving import ExposedCalled
from simulator.debug.sides import DebugSides
from simulator.running.logic_questions import LogicQuestions
from simulator.running.phone_questions import PhoneQuestions
from simulator.session.commands import Command
from simulator.session.session import Session


@dataclass(frozen=True, slots=True)
class Routing:
    """The `Receiver` of one program.

    `debugged` takes what either side says to the debugger, `call` the API calls, `painted` the numbers of a page and of
    its batch, `phone_is_ready` says whether the phone's readiness is the end of a loss and has been dealt with,
    `files_loaded` takes what pages got from the web; the rest is for the session.
    """

    session: Session
    logic_questions: LogicQuestions
    phone_questions: PhoneQuestions
    debugged: DebugSides
    call: Callable[[logic.ApiCall], None]
    painted: Callable[[int, int], None]
    phone_is_ready: Callable[[], bool]
    files_loaded: Callable[[view.FilesLoaded], None]
    carry_out: Callable[[list[Command]], None]

    def from_logic(self, message: logic.LogicToHost) -> None:
        """Of the logic process."""
        match message:
            case _ if self.debugged.from_logic(message):
                return
            case logic.ApiCall():
                self.call(message)
            case logic.Evaluated() | logic.Inspected() | logic.Patched():
                self.logic_questions.answered(message)
            case ExposedCalled():
                self.logic_questions.exposed_called(message)
            case _ if self.session.has_program:
                self.carry_out(self.session.on_logic(message))

    def from_view(self, message: view.ViewToHost) -> None:
        """Of the phone. Raises FrameError if it speaks another wire."""
        if isinstance(message, view.ViewReady):
            codec.check_version(message.version, "the phone's screen")
            self.debugged.page_is_there()
        if isinstance(message, view.Rendered):
            self.painted(message.page_id, message.batch_id)
        match message:
            case view.WxsSpoke():
                self.debugged.from_view(message)
            case view.FilesLoaded():
                self.files_loaded(message)
            case view.Reply() if self.phone_questions.answered(message):
                return
            case view.ViewReady() if self.phone_is_ready():
                return
            case _ if self.session.has_program:
                self.carry_out(self.session.on_view(message))
