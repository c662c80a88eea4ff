"""Schema and Target: which domains there are, and the one target that there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.debug.cdp.commands import Command, Params, Reply, does_nothing
from simulator.debug.cdp.desk import Desk
from simulator.debug.cdp.discovery import PROTOCOL_VERSION


class SchemaDomain:
    """Of one client. `names`: all domains."""

    name = "Schema"
    events: Sequence[str] = ()

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {"getDomains": Command(Params, self._get_domains)}

    def close(self) -> None:
        """Nothing is held."""

    def _get_domains(self, _params: Params, reply: Reply) -> None:
        reply.done(domains=[{"name": name, "version": PROTOCOL_VERSION} for name in self._names])


class TargetDomain:
    """Of one client: the connection is one to the target itself, and there are no others."""

    name = "Target"
    events: Sequence[str] = ()

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "getTargets": Command(Params, lambda _none, reply: reply.done(targetInfos=[self._info()])),
            "getTargetInfo": Command(Params, lambda _none, reply: reply.done(targetInfo=self._info())),
            # No other target ever comes.
            "setDiscoverTargets": does_nothing(),
            "setAutoAttach": does_nothing(),
            "setRemoteLocations": does_nothing(),
        }

    def close(self) -> None:
        """Nothing is held."""

    def _info(self) -> dict[str, Any]:
        debuggee = self._desk.debuggee
        return {
            "targetId": self._desk.context_name,
            "type": "node",
            "title": debuggee.title(),
            "url": debuggee.root.as_uri(),
            "attached": True,
            "canAccessOpener": False,
        }
