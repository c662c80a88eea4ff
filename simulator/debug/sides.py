"""The two places where a program's code runs: the logic process, and the pages of the phone with wxs of their own.

The debugger knows one place where the program stands. What it says goes to the side that stands still; where the other
one stops meanwhile, it waits until this one goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

import msgspec

from runtime.protocol import codec, debugging, logic, view
from runtime.protocol.value_questions import CallFunction, ListMembers

Side = Literal["logic", "view"]
FromSide = debugging.DebugPaused | debugging.DebugResumed | logic.Evaluated | logic.Inspected
_from_view: msgspec.json.Decoder[FromSide] = msgspec.json.Decoder(FromSide)
_FOR_WHO_STANDS = (debugging.DebugGo, debugging.DebugEvaluate, debugging.DebugAssign, debugging.DebugMembers)
_HANDLES_OF_PAUSES_FROM = 1 << 28
"""Numbers of values that a pause has shown; smaller ones are the logic process's (logic/base/preview.js)."""
_GO = codec.encode(debugging.DebugGo()).decode()


class Standstill(Protocol):
    """A phone whose page stands in wxs: nothing reaches it but the answers to what it asks."""

    def begin(self) -> None:
        """It stands, and that is no hang."""

    def say(self, text: str) -> None:
        """The next message for the debugger in it, as JSON."""

    def end(self) -> None:
        """It goes on; what it has not taken is dropped."""


@dataclass(frozen=True, slots=True)
class SideParts:
    """`to_logic` and `to_view` take messages; `answered` the answers to questions."""

    to_logic: Callable[[logic.HostToLogic], None]
    to_view: Callable[[view.HostToView], None]
    standstill: Standstill
    answered: Callable[[logic.Evaluated | logic.Inspected], None]


class DebugSides:
    """Of one program. `heard` is the debugger's, and takes what is for it."""

    def __init__(self, parts: SideParts) -> None:
        self._parts = parts
        self.heard: Callable[[logic.LogicToHost], bool] = lambda _message: False
        self._stands: Side | None = None
        self._is_going = False
        self._later: tuple[Side, debugging.DebugPaused] | None = None
        self._in_view: view.DebugWxs | None = None
        self._pauses = False
        self._awaits_arms = False
        self._then: debugging.DebugGo | None = None

    def send(self, message: logic.HostToLogic) -> None:
        """A message of the debugger's, or a question about values."""
        match message:
            case debugging.DebugSetup():
                # The logic process makes of it what the page waits for from now on.
                self._awaits_arms = self._stands == "view"
            case debugging.DebugPause():
                self._pause_pages(pauses=True)
        if self._stands == "view" and _is_for_who_stands(message):
            self._tell_page(message)
        else:
            self._parts.to_logic(message)

    def _tell_page(self, message: logic.HostToLogic) -> None:
        if self._is_going:
            return
        if isinstance(message, debugging.DebugGo):
            if self._awaits_arms:
                # "Run to here" says first where.
                self._then = message
                return
            self._is_going = True
        self._parts.standstill.say(codec.encode(message).decode())

    def _pause_pages(self, *, pauses: bool) -> None:
        if self._in_view is not None and pauses != self._pauses:
            self._pauses = pauses
            self._parts.to_view(msgspec.structs.replace(self._in_view, pauses=pauses))

    # ------------------------------------------------------------ what comes

    def from_logic(self, message: logic.LogicToHost) -> bool:
        """Whether a message of the logic process was for the debugger."""
        match message:
            case debugging.DebugInView():
                self._arm_pages(message)
            case debugging.DebugPaused():
                self._paused("logic", message)
            case debugging.DebugResumed():
                self._resumed("logic", message)
            case _:
                return self.heard(message)
        return True

    def from_view(self, said: view.WxsSpoke) -> None:
        """What the debugger in a page says. Raises msgspec.ValidationError."""
        message = _from_view.decode(said.message)
        match message:
            case debugging.DebugPaused():
                self._parts.standstill.begin()
                self._paused("view", message)
            case debugging.DebugResumed():
                self._parts.standstill.end()
                self._resumed("view", message)
            case _:
                self._parts.answered(message)

    def _arm_pages(self, told: debugging.DebugInView) -> None:
        armed = view.DebugWxs(told.armed, told.below, told.scripts)
        self._in_view = armed if told.scripts else None
        self._pauses = self._awaits_arms = False
        self._parts.to_view(armed)
        if self._stands == "view":
            self._parts.standstill.say(codec.encode(told.armed).decode())
        then, self._then = self._then, None
        if then is not None:
            self.send(then)

    def _paused(self, side: Side, message: debugging.DebugPaused) -> None:
        if self._stands not in (None, side):
            self._later = (side, message)
            return
        self._stands, self._is_going = side, False
        self._pause_pages(pauses=False)
        self.heard(message)

    def _resumed(self, side: Side, message: debugging.DebugResumed) -> None:
        if self._stands == side:
            self._stands = None
            self.heard(message)
        later, self._later = self._later, None
        if later is not None and later[0] != side:
            self._paused(*later)

    # ------------------------------------------------------------ ends

    def run_ends(self) -> None:
        """The logic process has gone or begins anew: a page that stands in wxs of the former run goes on."""
        stood = self._later[0] if self._later is not None else None
        if "view" in (self._stands, stood):
            self._parts.standstill.say(_GO)
        self._stands = self._later = self._in_view = self._then = None
        self._is_going = self._awaits_arms = self._pauses = False

    def page_is_there(self) -> None:
        """The phone's screen has been loaded: it knows nothing of what is waited for."""
        if self._in_view is not None:
            self._parts.to_view(self._in_view)

    def page_is_gone(self) -> None:
        """The process that draws has ended, with whatever stood in it."""
        self._parts.standstill.end()
        self._resumed("view", debugging.DebugResumed())


def _is_for_who_stands(message: logic.HostToLogic) -> bool:
    """Whether it is about the pause."""
    if isinstance(message, ListMembers | CallFunction):
        return message.object_id > _HANDLES_OF_PAUSES_FROM
    return isinstance(message, _FOR_WHO_STANDS)
