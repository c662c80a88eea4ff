"""One debug session of a client: starts the program that it names, hands its requests to the parts, ends with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from simulator.bridge.record import Record
from simulator.debug.dap.breakpoints import FILTERS, BreakpointRequests
from simulator.debug.dap.client_facts import ClientFacts
from simulator.debug.dap.completions import CompletionRequests
from simulator.debug.dap.conversation import Conversation
from simulator.debug.dap.data_breakpoints import DataBreakpointRequests
from simulator.debug.dap.desk import Desk
from simulator.debug.dap.execution import ExecutionRequests
from simulator.debug.dap.output import Output
from simulator.debug.dap.requests import Arguments, DapError, Reply, Request
from simulator.debug.dap.sources import SourceRequests
from simulator.debug.dap.variables import VariableRequests
from simulator.debug.debuggee import Debuggee
from simulator.debug.debugger import Breakpoint, Pause, Script
from simulator.debug.project_paths import ProjectPaths

CAPABILITIES: dict[str, Any] = {
    "supportsConfigurationDoneRequest": True,
    "supportsConditionalBreakpoints": True,
    "supportsHitConditionalBreakpoints": True,
    "supportsLogPoints": True,
    "supportsFunctionBreakpoints": True,
    "supportsDataBreakpoints": True,
    "supportsBreakpointLocationsRequest": True,
    "supportsEvaluateForHovers": True,
    "supportsSetVariable": True,
    "supportsSetExpression": True,
    "supportsCompletionsRequest": True,
    "completionTriggerCharacters": ["."],
    "supportsExceptionInfoRequest": True,
    "supportsLoadedSourcesRequest": True,
    "supportsRestartRequest": True,
    "supportsTerminateRequest": True,
    "supportsDelayedStackTraceLoading": True,
    "exceptionBreakpointFilters": list(FILTERS),
}


class Initialize(Arguments, frozen=True):
    """Of initialize."""

    lines_start_at1: bool = True
    columns_start_at1: bool = True
    path_format: str = "path"


class Launch(Arguments, frozen=True):
    """Of launch. `page`: a path with a query, empty: the entry page; `device`: a phone model, empty: the usual one."""

    project: str
    page: str = ""
    device: str = ""
    no_debug: bool = False
    stop_on_entry: bool = False


class CannotLaunch(Exception):
    """There is no such project or phone; the text says so."""


class Starter(Protocol):
    """Makes and runs the program. All calls come from one thread."""

    def prepare(self, project: Path, device: str, ended: Callable[[str], None]) -> Debuggee:
        """Makes a program that does not run yet; `ended` hears why it does no more. Raises CannotLaunch."""

    def start(self, page: str, started: Callable[[str], None]) -> None:
        """Starts it, or starts it anew, at a page; `started` hears why it could not be, or an empty text. Once."""

    def close(self) -> None:
        """Ends the program."""


class DebugSession:
    """`send` takes encoded messages; `over` is told once, when the client wants to go."""

    def __init__(self, starter: Starter, send: Callable[[bytes], None], over: Callable[[], None]) -> None:
        self._starter = starter
        self._over = over
        self._conversation = Conversation(send)
        self.receive = self._conversation.receive
        self._event = self._conversation.event
        self._facts = ClientFacts()
        self._launch: tuple[Launch, Reply] | None = None
        self._page = ""
        self._parts: _Parts | None = None
        self._has_ended = False
        self._conversation.use(
            {
                "initialize": Request(Initialize, self._initialize),
                "launch": Request(Launch, self._launch_program),
                "attach": Request(Arguments, self._refuse_attach),
                "configurationDone": Request(Arguments, self._configuration_done),
                "restart": Request(Arguments, self._restart),
                "terminate": Request(Arguments, self._terminate),
                "disconnect": Request(Arguments, self._disconnect),
            }
        )

    def close(self) -> None:
        """The client has gone, or goes now."""
        self._conversation.end()
        self._end_program()

    # ------------------------------------------------------------ beginning

    def _initialize(self, asked: Initialize, reply: Reply) -> None:
        self._facts = ClientFacts(int(asked.lines_start_at1), int(asked.columns_start_at1), asked.path_format == "uri")
        reply.done(**CAPABILITIES)

    def _refuse_attach(self, _none: Arguments, _reply: Reply) -> None:
        raise DapError("handset dap starts a program: use the request launch with a project")

    def _launch_program(self, asked: Launch, reply: Reply) -> None:
        if self._parts is not None:
            raise DapError("This session has a program already")
        root = Path(asked.project).expanduser()
        if not root.is_absolute() or not root.is_dir():
            raise DapError(f"project: {asked.project} is no folder, or no absolute path")
        try:
            debuggee = self._starter.prepare(root, asked.device, self._ended)
        except CannotLaunch as error:
            raise DapError(str(error)) from error
        self._launch, self._page = (asked, reply), asked.page
        self._parts = _Parts(debuggee, self._facts, self._event, listens=not asked.no_debug)
        for requests in self._parts.all_requests():
            self._conversation.use(requests.requests())
        # Now the client sends its breakpoints, and then configurationDone.
        self._event("initialized")

    def _configuration_done(self, _none: Arguments, reply: Reply) -> None:
        reply.done()
        if self._launch is None or self._parts is None:
            return
        (asked, launched), self._launch = self._launch, None
        parts = self._parts
        if asked.stop_on_entry and not asked.no_debug:
            parts.debuggee.debugger.pause()
        name = parts.debuggee.title()
        self._event("process", name=name, isLocalProcess=True, startMethod="launch")

        def started(why_not: str) -> None:
            if why_not:
                launched.fail(why_not)
                self._ended(why_not)
            else:
                launched.done()

        self._starter.start(asked.page, started)

    # ------------------------------------------------------------ ending

    def _restart(self, _none: Arguments, reply: Reply) -> None:
        if self._parts is None:
            raise DapError("There is no program to start again")
        self._parts.go_on()

        def started(why_not: str) -> None:
            if why_not:
                reply.fail(why_not)
            else:
                reply.done()

        self._starter.start(self._page, started)

    def _terminate(self, _none: Arguments, reply: Reply) -> None:
        reply.done()
        self._ended("")

    def _disconnect(self, _none: Arguments, reply: Reply) -> None:
        self._end_program()
        reply.done()
        self._over()

    def _ended(self, why: str) -> None:
        """The program runs no more."""
        if self._has_ended or self._parts is None:
            return
        self._has_ended = True
        if why:
            self._event("output", category="console", output=f"{why}\n")
        self._event("exited", exitCode=1 if why else 0)
        self._event("terminated")
        self._end_program()

    def _end_program(self) -> None:
        self._has_ended = True
        parts, self._parts = self._parts, None
        if parts is not None:
            parts.close()
            self._starter.close()


class _Parts:
    """What a session has while there is a program. Hears the debugger and the console."""

    def __init__(self, debuggee: Debuggee, facts: ClientFacts, event: Callable[..., None], *, listens: bool) -> None:
        self.debuggee = debuggee
        desk = Desk(debuggee, facts, ProjectPaths(debuggee.root), event)
        self._breakpoints = BreakpointRequests(desk)
        self._data_breakpoints = DataBreakpointRequests(desk)
        self._execution = ExecutionRequests(desk)
        self._variables = VariableRequests(desk)
        self._sources = SourceRequests(desk)
        self._completions = CompletionRequests(desk)
        self._output = Output(desk)
        self._leave_records = debuggee.records.subscribe(self._take)
        self._leave_debugger = debuggee.debugger.listen(self) if listens else None

    def all_requests(self) -> Sequence[Any]:
        """Those who carry requests out."""
        return (
            self._breakpoints,
            self._data_breakpoints,
            self._execution,
            self._variables,
            self._sources,
            self._completions,
        )

    def go_on(self) -> None:
        """A paused program goes on, as it is about to be ended."""
        if self.debuggee.debugger.pause_now is not None:
            self.debuggee.debugger.resume()

    def close(self) -> None:
        """Takes the client's breakpoints away and hears no more."""
        self._leave_records()
        self._breakpoints.clear()
        if self._leave_debugger is not None:
            self._leave_debugger()

    def _take(self, records: Sequence[Record]) -> None:
        self._output.take(records)

    # ------------------------------------------------------------ DebugListener

    def paused(self, pause: Pause) -> None:
        """Tells the client."""
        self._execution.paused(pause)

    def resumed(self) -> None:
        """Tells the client."""
        self._execution.resumed()
        self._breakpoints.settling.changed()

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        """Tells the client."""
        self._breakpoints.breakpoint_changed(breakpoint)

    def script_loaded(self, script: Script) -> None:
        """Tells the client."""
        self._sources.script_loaded(script)
        self._breakpoints.settling.changed()
