"""Debugger: breakpoints, pauses, steps and frames, in front of the program's debugger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from simulator.debug.cdp.breakpoints import Breakpoints
from simulator.debug.cdp.commands import CdpError, Command, Params, Reply, does_nothing, refuses
from simulator.debug.cdp.desk import Desk
from simulator.debug.cdp.domains.runtime import CallArgument
from simulator.debug.cdp.frame_evaluation import evaluate_in_frame
from simulator.debug.cdp.pauses import frame_of, pause_event
from simulator.debug.cdp.places import Location
from simulator.debug.cdp.steering import Steering
from simulator.debug.debugger import Breakpoint, Evaluation, Pause, Script
from simulator.debug.settling import Settling


class SetBreakpointByUrl(Params, frozen=True):
    """Of setBreakpointByUrl."""

    line_number: int
    url: str = ""
    url_regex: str = ""
    column_number: int = 0
    condition: str = ""


class SetBreakpoint(Params, frozen=True):
    """Of setBreakpoint."""

    location: Location
    condition: str = ""


class RemoveBreakpoint(Params, frozen=True):
    """Of removeBreakpoint."""

    breakpoint_id: str


class GetPossibleBreakpoints(Params, frozen=True):
    """Of getPossibleBreakpoints."""

    start: Location
    end: Location | None = None


class GetScriptSource(Params, frozen=True):
    """Of getScriptSource."""

    script_id: str


class EvaluateOnCallFrame(Params, frozen=True):
    """Of evaluateOnCallFrame."""

    call_frame_id: str
    expression: str
    object_group: str = ""
    return_by_value: bool = False
    generate_preview: bool = False
    throw_on_side_effect: bool = False


class SetVariableValue(Params, frozen=True):
    """Of setVariableValue."""

    scope_number: int
    variable_name: str
    new_value: CallArgument
    call_frame_id: str


class DebuggerDomain:
    """Of one client. What it has set goes when it goes."""

    name = "Debugger"
    events: Sequence[str] = ("scriptParsed", "breakpointResolved", "paused", "resumed")

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._debugger = desk.debuggee.debugger
        self._breakpoints = Breakpoints(self._debugger, desk.places)
        self._steering = Steering(self._debugger, desk.places)
        self._settling = Settling(self._debugger)
        self._leave: Callable[[], None] | None = None

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "enable": Command(Params, self._enable),
            "disable": Command(Params, self._disable),
            "setBreakpointByUrl": Command(SetBreakpointByUrl, self._set_breakpoint_by_url),
            "setBreakpoint": Command(SetBreakpoint, self._set_breakpoint),
            "removeBreakpoint": Command(RemoveBreakpoint, self._remove_breakpoint),
            "getPossibleBreakpoints": Command(GetPossibleBreakpoints, self._get_possible_breakpoints),
            "getScriptSource": Command(GetScriptSource, self._get_script_source),
            "evaluateOnCallFrame": Command(EvaluateOnCallFrame, self._evaluate_on_call_frame),
            "setVariableValue": Command(SetVariableValue, self._set_variable_value),
            "setAsyncCallStackDepth": does_nothing(),
            "setInstrumentationBreakpoint": refuses("There is no pause before a script is first run"),
            "restartFrame": refuses("A call of a mini program cannot be begun again"),
            "setScriptSource": refuses("Save the file: Handset takes it up and keeps the state"),
            **self._steering.commands(),
        }

    def close(self) -> None:
        """Takes the client's breakpoints away; a program that nobody else holds goes on."""
        self._breakpoints.clear()
        self._steering.close()
        if self._leave is not None:
            self._leave()
            self._leave = None

    # ------------------------------------------------------------ DebugListener

    def paused(self, pause: Pause) -> None:
        """Tells the client, unless it wants to be left alone here."""
        if not self._steering.goes_on(pause):
            self._desk.event("Debugger.paused", **pause_event(pause, self._desk, self._breakpoints))

    def resumed(self) -> None:
        """Tells the client."""
        self._desk.event("Debugger.resumed")
        self._settling.changed()

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        """Tells where it is bound."""
        self._settling.changed()
        name = self._breakpoints.name_of(breakpoint.id)
        if name and breakpoint.verified:
            self._desk.event("Debugger.breakpointResolved", breakpointId=name, location=self._place(breakpoint))

    def script_loaded(self, script: Script) -> None:
        """Tells of the script, and sets what was waiting for such a one."""
        source = self._debugger.source(script.script_id)
        lines = source.split("\n")
        self._desk.event(
            "Debugger.scriptParsed", scriptId=str(script.script_id), url=self._desk.places.url(script.file),
            startLine=0, startColumn=0, endLine=len(lines) - 1, endColumn=len(lines[-1]),
            executionContextId=self._desk.ids.run, hash="", buildId="", isLiveEdit=False, sourceMapURL="",
            hasSourceURL=False, isModule=False, length=len(source), scriptLanguage="JavaScript",
            executionContextAuxData={"isDefault": True},
        )  # fmt: skip
        for name, breakpoint in self._breakpoints.script_loaded(script.file):
            self._desk.event("Debugger.breakpointResolved", breakpointId=name, location=self._place(breakpoint))
        self._settling.changed()

    # ------------------------------------------------------------ commands

    def _enable(self, _params: Params, reply: Reply) -> None:
        reply.done(debuggerId=f"{self._desk.context_name}.debugger")
        if self._leave is None:
            self._leave = self._debugger.listen(self)
            for script in self._debugger.scripts:
                self.script_loaded(script)
            if self._debugger.pause_now is not None:
                self.paused(self._debugger.pause_now)

    def _disable(self, _params: Params, reply: Reply) -> None:
        self.close()
        reply.done()

    def _set_breakpoint_by_url(self, asked: SetBreakpointByUrl, reply: Reply) -> None:
        if bool(asked.url) == bool(asked.url_regex):
            raise CdpError("Either url or urlRegex must be specified")
        set_ = self._breakpoints.add_by_url if asked.url else self._breakpoints.add_by_pattern
        name, bound = set_(asked.url or asked.url_regex, asked.line_number, asked.column_number, asked.condition)

        def settled() -> None:
            found = [one for one in self._breakpoints.of(name) if one.verified]
            reply.done(breakpointId=name, locations=[self._place(one) for one in found])

        self._settling.when_settled(bound, settled)

    def _set_breakpoint(self, asked: SetBreakpoint, reply: Reply) -> None:
        place = asked.location
        script = self._script(place.script_id)
        name, bound = self._breakpoints.add(script.file, place.line_number, place.column_number, asked.condition)

        def settled() -> None:
            found = self._breakpoints.of(name)
            if found and found[0].verified:
                reply.done(breakpointId=name, actualLocation=self._place(found[0]))
            else:
                self._breakpoints.remove(name)
                reply.fail((found[0].message if found else "") or "Could not resolve breakpoint")

        self._settling.when_settled([bound], settled)

    def _remove_breakpoint(self, asked: RemoveBreakpoint, reply: Reply) -> None:
        self._breakpoints.remove(asked.breakpoint_id)
        reply.done()

    def _get_possible_breakpoints(self, asked: GetPossibleBreakpoints, reply: Reply) -> None:
        script = self._script(asked.start.script_id)
        first = asked.start.line_number + 1
        last = first if asked.end is None else asked.end.line_number + 1
        place = self._desk.places.location
        self._debugger.possible_locations(
            script.file,
            first,
            last,
            lambda found: reply.done(locations=[place(one.file, one.line, one.column) for one in found]),
        )

    def _get_script_source(self, asked: GetScriptSource, reply: Reply) -> None:
        reply.done(scriptSource=self._debugger.source(self._script(asked.script_id).script_id))

    def _evaluate_on_call_frame(self, asked: EvaluateOnCallFrame, reply: Reply) -> None:
        if asked.throw_on_side_effect and not self._desk.is_harmless(asked.expression):
            self._desk.refuse_side_effects(reply)
            return
        evaluate_in_frame(self._desk, frame_of(self._debugger, asked.call_frame_id).frame_id, asked, reply)

    def _set_variable_value(self, asked: SetVariableValue, reply: Reply) -> None:
        scopes = frame_of(self._debugger, asked.call_frame_id).scopes
        if not 0 <= asked.scope_number < len(scopes):
            raise CdpError("Could not find scope with given number")

        def answer(found: Evaluation) -> None:
            if found.error:
                reply.fail(found.error)
            else:
                reply.done()

        self._debugger.set_variable(
            scopes[asked.scope_number].object_id, asked.variable_name, _source_text(asked.new_value), answer
        )

    def _script(self, script_id: str) -> Script:
        script = self._desk.places.script(script_id)
        if script is None:
            raise CdpError("No script for id: " + script_id[:100])
        return script

    def _place(self, breakpoint: Breakpoint) -> dict[str, Any]:
        return self._desk.places.location(breakpoint.file, breakpoint.line, breakpoint.column)


def _source_text(value: CallArgument) -> str:
    """Source text that makes a value of the client."""
    if value.object_id:
        raise CdpError("Only values that can be written down can be given to a variable")
    if value.unserializable_value:
        return value.unserializable_value
    return "undefined" if isinstance(value.value, msgspec.UnsetType) else bytes(value.value).decode()
