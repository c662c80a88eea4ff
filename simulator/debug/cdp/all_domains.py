"""The domains that a client finds."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.debug.cdp.commands import Domain, EventSink
from simulator.debug.cdp.desk import Desk
from simulator.debug.cdp.domains.console import ConsoleDomain
from simulator.debug.cdp.domains.debugger import DebuggerDomain
from simulator.debug.cdp.domains.log import LogDomain
from simulator.debug.cdp.domains.network import NetworkDomain
from simulator.debug.cdp.domains.profiling import HeapProfilerDomain, ProfilerDomain
from simulator.debug.cdp.domains.runtime import RuntimeDomain
from simulator.debug.cdp.domains.schema import SchemaDomain, TargetDomain
from simulator.debug.cdp.history import History
from simulator.debug.debuggee import Debuggee


def domains_of(debuggee: Debuggee, history: History, event: EventSink, name: str) -> Sequence[Domain]:
    """The domains of one client; `name` is the program's among others."""
    desk = Desk(debuggee, history, event, name)
    domains: list[Domain] = [
        RuntimeDomain(desk),
        DebuggerDomain(desk),
        ConsoleDomain(desk),
        LogDomain(desk),
        NetworkDomain(desk),
        ProfilerDomain(desk),
        HeapProfilerDomain(),
        TargetDomain(desk),
    ]
    return [*domains, SchemaDomain([domain.name for domain in domains] + ["Schema"])]
