"""Requests about the program's files: which are loaded, and their texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.debug.dap.desk import Desk
from simulator.debug.dap.requests import Arguments, DapError, Reply, Request, Source
from simulator.debug.debugger import Script


class AskSource(Arguments, frozen=True):
    """Of source; the reference beside it is the older way to say it."""

    source: Source | None = None
    source_reference: int = 0


class SourceRequests:
    """Of one client."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def requests(self) -> Mapping[str, Request[Any]]:
        """By command."""
        return {
            "loadedSources": Request(Arguments, self._loaded_sources),
            "source": Request(AskSource, self._source),
        }

    def script_loaded(self, script: Script) -> None:
        """Tells the client."""
        self._desk.event("loadedSource", reason="new", source=self._shown(script))

    def _loaded_sources(self, _none: Arguments, reply: Reply) -> None:
        latest = {script.file: script for script in self._desk.debugger.scripts}
        reply.done(sources=[self._shown(script) for script in latest.values()])

    def _source(self, asked: AskSource, reply: Reply) -> None:
        named = self._desk.facts.file(asked.source, self._desk.paths) if asked.source else ""
        scripts = self._desk.debugger.scripts
        script = next((one for one in reversed(scripts) if named and one.file == named), None)
        if script is None:
            raise DapError("The program has loaded no such file")
        reply.done(content=self._desk.debugger.source(script.script_id), mimeType="text/javascript")

    def _shown(self, script: Script) -> dict[str, Any]:
        return self._desk.facts.source(script.file, self._desk.paths, is_library=script.is_library)
