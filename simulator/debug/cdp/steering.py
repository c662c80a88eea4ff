"""How a client steers the program: pause, go on, steps, and where it does not want to stop."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from simulator.debug.borrowed import Borrowed
from simulator.debug.cdp.commands import CdpError, Command, Params, Reply, does_nothing
from simulator.debug.cdp.places import Location, Places
from simulator.debug.cdp.url_patterns import url_pattern
from simulator.debug.debugger import Debugger, ExceptionPauses, Pause, Step


class ContinueToLocation(Params, frozen=True):
    """Of continueToLocation."""

    location: Location


class SetBreakpointsActive(Params, frozen=True):
    """Of setBreakpointsActive."""

    active: bool


class SetSkipAllPauses(Params, frozen=True):
    """Of setSkipAllPauses."""

    skip: bool


class SetPauseOnExceptions(Params, frozen=True):
    """Of setPauseOnExceptions."""

    state: Literal["none", "caught", "uncaught", "all"]


class SetBlackboxPatterns(Params, frozen=True):
    """Of setBlackboxPatterns."""

    patterns: list[str]


class Steering:
    """Of one client."""

    def __init__(self, debugger: Debugger, places: Places) -> None:
        self._debugger = debugger
        self._places = places
        self._blackbox: list[re.Pattern[str]] = []
        self._skips_pauses = False
        self._borrowed = Borrowed(debugger)

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "pause": Command(Params, self._pause),
            "resume": Command(Params, self._resume),
            "stepOver": self._step("over"),
            "stepInto": self._step("into"),
            "stepOut": self._step("out"),
            "continueToLocation": Command(ContinueToLocation, self._continue_to_location),
            "setBreakpointsActive": Command(SetBreakpointsActive, self._set_breakpoints_active),
            "setSkipAllPauses": Command(SetSkipAllPauses, self._set_skip_all_pauses),
            "setPauseOnExceptions": Command(SetPauseOnExceptions, self._set_pause_on_exceptions),
            "setBlackboxPatterns": Command(SetBlackboxPatterns, self._set_blackbox_patterns),
            "setBlackboxExecutionContexts": does_nothing(),
        }

    def close(self) -> None:
        """Takes back what the client has switched."""
        self._borrowed.give_back()
        self._skips_pauses = False
        self._blackbox = []

    def goes_on(self, pause: Pause) -> bool:
        """Whether the client does not want to stop here: then the program is on its way already."""
        if self._skips_pauses:
            self._debugger.resume()
            return True
        if pause.reason == "step" and pause.frames and self._is_blackboxed(pause.frames[0].file):
            self._debugger.step("out")
            return True
        return False

    def _is_blackboxed(self, file: str) -> bool:
        url = self._places.url(file)
        return any(pattern.search(url) for pattern in self._blackbox)

    def _pause(self, _params: Params, reply: Reply) -> None:
        self._debugger.pause()
        reply.done()

    def _resume(self, _params: Params, reply: Reply) -> None:
        self._must_be_paused()
        reply.done()
        self._debugger.resume()

    def _step(self, kind: Step) -> Command[Params]:
        def step(_params: Params, reply: Reply) -> None:
            self._must_be_paused()
            reply.done()
            self._debugger.step(kind)

        return Command(Params, step)

    def _continue_to_location(self, asked: ContinueToLocation, reply: Reply) -> None:
        script = self._places.script(asked.location.script_id)
        if script is None:
            raise CdpError("No script for the location")
        reply.done()
        self._debugger.run_to(script.file, asked.location.line_number + 1)

    def _set_breakpoints_active(self, asked: SetBreakpointsActive, reply: Reply) -> None:
        self._borrowed.activate_breakpoints(are_active=asked.active)
        reply.done()

    def _set_skip_all_pauses(self, asked: SetSkipAllPauses, reply: Reply) -> None:
        self._skips_pauses = asked.skip
        reply.done()

    def _set_pause_on_exceptions(self, asked: SetPauseOnExceptions, reply: Reply) -> None:
        self._borrowed.set_exception_pauses(
            ExceptionPauses(asked.state in ("caught", "all"), asked.state in ("uncaught", "all"))
        )
        reply.done()

    def _set_blackbox_patterns(self, asked: SetBlackboxPatterns, reply: Reply) -> None:
        self._blackbox = [url_pattern(pattern) for pattern in asked.patterns]
        reply.done()

    def _must_be_paused(self) -> None:
        if self._debugger.pause_now is None:
            raise CdpError("Can only perform operation while paused.")
