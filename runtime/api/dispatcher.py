"""Carries out calls: checks what was asked, runs the handler, and makes sure that every call is answered in form."""

from __future__ import annotations

from typing import Any

from runtime.api.arguments import argument_error
from runtime.api.call import Call
from runtime.api.handler import Place
from runtime.api.ports import ReportPort
from runtime.api.registry import Entry, Registry

UNSUPPORTED_REASON = "not supported by Handset"
TAP_REASON = "can only be invoked by user TAP gesture."


class Dispatcher:
    """Runs the handlers of one place. `ports` are `LogicPorts` or `HostPorts`, as the place says."""

    def __init__(self, registry: Registry, place: Place, ports: Any, report: ReportPort) -> None:
        self._registry = registry
        self._place = place
        self._ports = ports
        self._report = report
        self._noticed: set[str] = set()

    def dispatch(self, call: Call) -> None:
        """Answers the call, now or later. Never raises."""
        name = call.request.name
        entry = self._registry.find(name)
        if entry is None:
            call.fail(f"{name} is no API")
        elif entry.state == "unsupported":
            usual = "api/unsupported-listener" if entry.api.kind == "event-on" else "api/unsupported"
            self._notice_once(entry.handler.notice or usual, name)
            call.fail(UNSUPPORTED_REASON)
        elif reason := refusal(entry, call):
            call.fail(reason)
        else:
            if entry.state == "simulated":
                self._notice_once("api/simulated", name)
            self._run(entry, call)

    def _run(self, entry: Entry, call: Call) -> None:
        handler = entry.handler
        if handler.run is None or handler.place != self._place:
            raise ValueError(f"{handler.name} does not run in {self._place}")
        run = handler.run
        call.report_error = lambda trace: self._report.internal_error(handler.name, trace)
        call.guard(lambda: run(call, self._ports))

    def _notice_once(self, code: str, name: str) -> None:
        if name not in self._noticed:
            self._noticed.add(name)
            self._report.notice(code, {"api": _shown_name(name)})


def refusal(entry: Entry, call: Call) -> str:
    """Why a call is refused before any handler sees it; empty if it is not."""
    if entry.api.requires_tap and not call.request.from_tap:
        return TAP_REASON
    return argument_error(entry.api, call.args)


def _shown_name(name: str) -> str:
    if name.startswith("WxCloud."):
        return f"wx.cloud.{name.removeprefix('WxCloud.')}"
    return name if "." in name else f"wx.{name}"
