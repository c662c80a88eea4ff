"""The debugger's part of a logic process that knows texts: binds breakpoints to probes, and says which scripts run with
probes. What pauses, and what is shown then, is the base library's (`runtime/js/logic/debugging`).

A script runs with probes if somebody listens and a breakpoint is in it. If the script is the user's own, any breakpoint
or exception that is waited for will do, so that steps and frames know the whole of the user's code; and so will a
`debugger` statement in it.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec import Raw

from runtime.compiler.debugging.probed import NotDebuggable
from runtime.protocol.debugging import (
    ArmedBreakpoint,
    BoundBreakpoint,
    DebugArmed,
    DebugBound,
    DebugInView,
    DebugLoaded,
    DebugLocated,
    DebugLocations,
    DebugSetup,
    WantedBreakpoint,
)
from simulator.worker.debug_scripts import Debugged, DebugScripts, Spot, is_wxs, spot_for
from simulator.worker.source_places import SourcePlaces

Active = dict[str, dict[str, list[ArmedBreakpoint]]]


class DebugSide:
    """For one program. `send` takes messages to the host."""

    def __init__(self, send: Callable[[msgspec.Struct], None]) -> None:
        self._send = send
        self._setup = DebugSetup(is_attached=False)
        self._scripts: DebugScripts | None = None
        self._active: Active = {}
        self._plain: set[str] = set()
        self._debugged: set[str] = set()
        self._news: dict[str, bool] = {}
        self._needs_wxs = False
        self._has_been_in_view = False

    def afresh(self) -> DebugSide:
        """That of another run in this process, with the same wishes."""
        side = DebugSide(self._send)
        side._setup = self._setup
        return side

    def launch(self, program: Raw, places: SourcePlaces | None, below: str) -> None:
        """The program has arrived."""
        self._scripts = DebugScripts(program, places, below)
        self._bind()

    def patch(self, program: Raw) -> None:
        """Parts of the program are about to be exchanged."""
        if self._scripts is not None:
            self._scripts.patch(program)
            self._bind()

    def set_up(self, setup: DebugSetup) -> bytes:
        """What the debugger wants now. Returns the message for the base library."""
        was_attached = self._setup.is_attached
        self._setup = setup
        self._bind()
        if setup.is_attached and not was_attached:
            self._news = {**dict.fromkeys(self._plain, False), **dict.fromkeys(self._debugged, True)}
        self.tell()
        return self.armed()

    def armed(self) -> bytes:
        """The message that tells the base library."""
        message = msgspec.structs.replace(self._armed(), needs_wxs=self._needs_wxs)
        self._needs_wxs = False
        return msgspec.json.encode(message)

    def _armed(self) -> DebugArmed:
        setup = self._setup
        apis = [_bare(name) for name in setup.apis]
        return DebugArmed(
            setup.is_attached, self._active, setup.caught, setup.uncaught, apis, setup.data, setup.events
        )  # fmt: skip

    def tell(self) -> None:
        """Tells the host which scripts have been evaluated since it was told; at the end of a task, or in a pause."""
        news, self._news = self._news, {}
        if news:
            debugged = sorted(path for path, is_debugged in news.items() if is_debugged)
            self._send(DebugLoaded(debugged, sorted(news.keys() - set(debugged))))

    def locations(self, question: DebugLocations) -> None:
        """Answers it."""
        places = [(spot.line, spot.column) for spot in self._spots(question.file)[0]]
        inside = [place for place in places if question.first <= place[0] <= question.last]
        self._send(DebugLocated(question.request_id, list(dict.fromkeys(inside))))

    def instrumented(self, path: str, *, asks_for_pauses: bool) -> str:
        """See `EngineHost.instrumented`."""
        made = self._made(path, asks_for_pauses=asks_for_pauses)
        before = (path in self._debugged, path in self._plain)
        (self._plain if made is None else self._debugged).add(path)
        (self._debugged if made is None else self._plain).discard(path)
        if self._setup.is_attached and before != (made is not None, made is None):
            self._news[path] = made is not None
        if made is None:
            return ""
        return self._told(path, made)

    def _told(self, path: str, made: Debugged) -> str:
        code = made.code
        return msgspec.json.encode(
            {
                "code": code.code, "columns": code.columns, "probes": code.probes, "scopes": code.scopes,
                "tries": code.tries, "active": self._active.get(path, {}),
            }
        ).decode()  # fmt: skip

    def _made(self, path: str, *, asks_for_pauses: bool) -> Debugged | None:
        if self._scripts is None or not self._wants(path, asks_for_pauses=asks_for_pauses):
            return None
        try:
            return self._scripts.debugged(path)
        except NotDebuggable:
            return None

    def _wants(self, path: str, *, asks_for_pauses: bool) -> bool:
        setup = self._setup
        if not setup.is_attached or self._scripts is None:
            return False
        is_watching = asks_for_pauses or any(
            (setup.breakpoints, setup.caught, setup.uncaught, setup.apis, setup.data, setup.events)
        )
        return path in self._active or (is_watching and self._scripts.is_own(path))

    def _bind(self) -> None:
        self._active = {}
        if self._scripts is None or not self._setup.is_attached:
            self._tell_view({})
            return
        bound = [self._bound(wanted) for wanted in self._setup.breakpoints]
        unarmed = {path for path in self._plain if self._lacks_probes(path)}
        wxs = {path for path in unarmed if is_wxs(path)}
        if wxs:
            self._forget_wxs(wxs)
        # First, so that a breakpoint that is bound counts in pages too.
        self._tell_view(self._wxs_with_probes(self._scripts))
        self._send(DebugBound(bound, sorted(unarmed - wxs)))

    def _wxs_with_probes(self, scripts: DebugScripts) -> dict[str, str]:
        """What the pages of the phone need: if something is waited for in wxs, all of the user's own has probes."""
        wxs = scripts.wxs()
        setup = self._setup
        if not (setup.caught or setup.uncaught or setup.events or self._active.keys() & wxs):
            return {}
        wanted = {path for path in wxs if path in self._active or scripts.is_own(path)}
        return {path: self._told(path, scripts.debugged(path)) for path in wanted if scripts.is_debuggable(path)}

    def _tell_view(self, wxs: dict[str, str]) -> None:
        self._has_been_in_view = self._has_been_in_view or bool(wxs)
        if self._has_been_in_view:
            below = self._scripts.below if self._scripts is not None else ""
            self._send(DebugInView(self._armed(), below, wxs))
        unheard = wxs.keys() - self._plain - self._debugged
        self._debugged |= unheard
        self._news.update(dict.fromkeys(unheard, True))

    def _forget_wxs(self, modules: set[str]) -> None:
        """The base library forgets them, so that they have probes whenever they run again."""
        self._needs_wxs = True
        self._plain -= modules
        self._debugged |= modules
        self._news.update(dict.fromkeys(modules, True))

    def _lacks_probes(self, path: str) -> bool:
        """Whether a script that runs without probes is needed with them: for a breakpoint, exceptions or events."""
        if path in self._active:
            return True
        assert self._scripts is not None
        waits_for_exceptions = self._setup.caught or self._setup.uncaught
        is_awaited = waits_for_exceptions or (bool(self._setup.events) and not self._scripts.is_of_app(path))
        return is_awaited and self._scripts.is_own(path) and self._scripts.is_debuggable(path)

    def _bound(self, wanted: WantedBreakpoint) -> BoundBreakpoint:
        spots, why = self._spots(wanted.file)
        spot = spot_for(spots, wanted.line, wanted.column)
        if spot is None:
            return BoundBreakpoint(wanted.id, why=why or "no-statement")
        armed = ArmedBreakpoint(wanted.id, wanted.condition, wanted.hit_condition, wanted.log_message, wanted.once)
        # The same place may have come into several scripts; a map of lines alone gives many places of one the same.
        first = {same.script: same.probe for same in reversed(spots) if same[:2] == spot[:2]}
        for script, probe in first.items():
            self._active.setdefault(script, {}).setdefault(str(probe), []).append(armed)
        return BoundBreakpoint(wanted.id, spot.line, spot.column)

    def _spots(self, file: str) -> tuple[list[Spot], str]:
        """Where the program can pause in a file, and if nowhere, why."""
        found: list[Spot] = []
        if self._scripts is None:
            return found, "not-in-program"
        scripts = self._scripts.of_file(file)
        why = "" if scripts else self._scripts.why_unknown(file)
        for script in scripts:
            try:
                found += self._scripts.debugged(script).spots.get(file, [])
                why = ""
            except NotDebuggable as error:
                why = str(error)
        return sorted(found), why


def _bare(name: str) -> str:
    return name.removeprefix("wx.")
