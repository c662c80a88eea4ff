"""The way of every call: name and state from the registry, argument check, interceptors, handler, result, trace.

One pipeline stands in each process that carries calls out; interceptors stand in the host's. A call whose handler runs
elsewhere (the logic process, its JavaScript) comes by when an interceptor wants to see it, and is handed back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from runtime.api.arguments import Needed, argument_error, required
from runtime.api.call import Call
from runtime.api.handler import Place
from runtime.api.interceptor import GoOn, Interceptor, Interceptors, Stage
from runtime.api.interceptors.trace import Trace
from runtime.api.registry import Entry, Registry
from runtime.api.report import ReportPort

UNSUPPORTED_REASON = "not supported by Handset"
TAP_REASON = "can only be invoked by user TAP gesture."
SYNC_PATIENCE_MS = 5_000

After = Callable[[int, Callable[[], None]], object]
"""Runs a task after so many ms."""


class Pipeline:
    """Carries out the calls of one place. `ports` are `LogicPorts` or `HostPorts`, as the place says.

    `hand_back` gets a call that another process answers, once all interceptors have let it pass. `after` is
    what time limits are kept with; without it there are none. `trace` is told of every call, and of its end.
    """

    def __init__(
        self,
        registry: Registry,
        place: Place,
        ports: Any,
        report: ReportPort,
        interceptors: Interceptors | None = None,
        *,
        hand_back: Callable[[Call], None] | None = None,
        after: After | None = None,
        trace: Trace | None = None,
    ) -> None:
        self._registry = registry
        self._place = place
        self._ports = ports
        self._report = report
        self._interceptors = interceptors or Interceptors()
        self._hand_back = hand_back
        self._after = after
        self._trace = trace or Trace(lambda _traced: None)
        self._noticed: set[str] = set()
        self._needed: dict[str, Needed] = {}

    def carry_out(self, call: Call) -> None:
        """Answers the call, now or later. Never raises."""
        name = call.request.name
        entry = self._registry.find(name)
        self._trace.open(call, entry.state if entry else "unsupported")
        if entry is None:
            return call.fail(f"{name} is no API")
        call.report_error = lambda trace: self._report.internal_error(name, trace)
        interceptors = self._interceptors.of(name)
        is_unsupported = entry.state == "unsupported" and not interceptors
        if not is_unsupported and (reason := self._refusal(entry, call)):
            return call.fail(reason)
        self._pass(entry, call, interceptors)

    def refuse(self, call: Call, reason: str) -> None:
        """Fails a call whose arguments cannot even be read."""
        entry = self._registry.find(call.request.name)
        self._trace.open(call, entry.state if entry else "unsupported")
        call.fail(reason)

    def _refusal(self, entry: Entry, call: Call) -> str:
        """Why a call is refused before any handler sees it; empty if it is not."""
        if entry.api.requires_tap and not call.request.from_tap:
            return TAP_REASON
        name = call.request.name
        needed = self._needed.get(name)
        if needed is None:
            needed = self._needed[name] = required(entry)
        return argument_error(needed, call.args)

    def _pass(self, entry: Entry, call: Call, interceptors: Sequence[tuple[Stage, Interceptor]]) -> None:
        if not interceptors:
            return self._handle(entry, call)
        (stage, first), *others = interceptors
        call.holder = stage
        held = _Held(call, lambda: self._pass(entry, call, others))
        call.guard(lambda: first.intercept(call, entry, held.go_on))
        patience_ms = _patience_ms(first, call)
        if held.waits and patience_ms and self._after is not None:
            self._after(patience_ms, lambda: self._give_up(held, entry))

    def _give_up(self, held: _Held, entry: Entry) -> None:
        if held.waits:
            held.is_over = True
            self._report.notice("api/interceptor-silent", {"api": _shown_name(entry.handler.name)})
            held.call.fail("timeout")

    def _handle(self, entry: Entry, call: Call) -> None:
        handler = entry.handler
        is_elsewhere = entry.state == "unsupported" or handler.place != self._place
        if is_elsewhere and self._hand_back is not None:
            self._trace.leave(call)
            return self._hand_back(call)
        call.holder = "handler"
        if entry.state == "unsupported":
            usual = "api/unsupported-listener" if entry.api.kind == "event-on" else "api/unsupported"
            self._notice_once(handler.notice or usual, handler.name)
            return call.fail(UNSUPPORTED_REASON)
        run = handler.run
        if run is None or handler.place != self._place:
            raise ValueError(f"{handler.name} does not run in {self._place}")
        if entry.state == "simulated":
            self._notice_once("api/simulated", handler.name)
        call.guard(lambda: run(call, self._ports))

    def _notice_once(self, code: str, name: str) -> None:
        if name not in self._noticed:
            self._noticed.add(name)
            reason = self._registry.reason(name)
            self._report.notice(code, {"api": _shown_name(name), **({"reason": reason} if reason else {})})


class _Held:
    """A call that an interceptor has; it goes on once, unless it has been answered."""

    def __init__(self, call: Call, go_on: GoOn) -> None:
        self.call = call
        self.is_over = False
        self._go_on = go_on

    @property
    def waits(self) -> bool:
        """Whether nobody has answered it or let it go on."""
        return not (self.is_over or self.call.is_ended)

    def go_on(self) -> None:
        """Lets it go on."""
        if self.waits:
            self.is_over = True
            self._go_on()


def _patience_ms(interceptor: Interceptor, call: Call) -> int:
    if not call.request.sync:
        return interceptor.patience_ms
    return min(interceptor.patience_ms or SYNC_PATIENCE_MS, SYNC_PATIENCE_MS)


def _shown_name(name: str) -> str:
    if name.startswith("WxCloud."):
        return f"wx.cloud.{name.removeprefix('WxCloud.')}"
    return name if "." in name else f"wx.{name}"
