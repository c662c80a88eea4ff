"""Profiler and HeapProfiler: a profile of the logic layer in Chrome's form, and what the engine cannot do.

A profile is made of calls that report, not of samples: its samples stand where calls begin and end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.debug.cdp.commands import CdpError, Command, Params, Reply, does_nothing, refuses
from simulator.debug.cdp.desk import Desk
from simulator.debug.profile import Profile, cpuprofile

NO_COVERAGE = "QuickJS counts no coverage"
NO_SNAPSHOTS = "QuickJS takes no heap snapshots"
_WHY = {"not-built": "The project has not been compiled yet"}
_GONE = "The program has been started anew since the profile began"


class ProfilerDomain:
    """Of one client."""

    name = "Profiler"
    events: Sequence[str] = ()

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._is_on = False

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "enable": does_nothing(),
            "disable": Command(Params, self._disable),
            "setSamplingInterval": does_nothing(),
            "start": Command(Params, self._start),
            "stop": Command(Params, self._stop),
            "startPreciseCoverage": refuses(NO_COVERAGE),
            "takePreciseCoverage": refuses(NO_COVERAGE),
            "stopPreciseCoverage": refuses(NO_COVERAGE),
            "getBestEffortCoverage": refuses(NO_COVERAGE),
        }

    def close(self) -> None:
        """A profile that nobody will ask for ends."""
        if self._is_on:
            self._is_on = False
            self._desk.debuggee.profiler.end(lambda _profile: None)

    def _disable(self, _params: Params, reply: Reply) -> None:
        self.close()
        reply.done()

    def _start(self, _params: Params, reply: Reply) -> None:
        if self._is_on:
            raise CdpError("A profile has begun already")
        self._is_on = True

        def began(why: str) -> None:
            if why:
                self._is_on = False
                reply.fail(_WHY.get(why, why))
            else:
                reply.done()

        self._desk.debuggee.profiler.begin(began)

    def _stop(self, _params: Params, reply: Reply) -> None:
        if not self._is_on:
            raise CdpError("No recording profiles found")
        self._is_on = False

        def ended(profile: Profile | None) -> None:
            if profile is None:
                reply.fail(_GONE)
            else:
                reply.done(profile=self._told(profile))

        self._desk.debuggee.profiler.end(ended)

    def _told(self, profile: Profile) -> dict[str, Any]:
        made = cpuprofile(profile)
        for node in made["nodes"]:
            frame = node["callFrame"]
            place = self._desk.places.location(frame["url"], frame["lineNumber"] + 1, frame["columnNumber"] + 1)
            frame.update(scriptId=place["scriptId"], url=self._desk.places.url(frame["url"]))
        return made


class HeapProfilerDomain:
    """Of one client."""

    name = "HeapProfiler"
    events: Sequence[str] = ()

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "enable": does_nothing(),
            "disable": does_nothing(),
            "takeHeapSnapshot": refuses(NO_SNAPSHOTS),
            "startTrackingHeapObjects": refuses(NO_SNAPSHOTS),
            "stopTrackingHeapObjects": refuses(NO_SNAPSHOTS),
            "startSampling": refuses(NO_SNAPSHOTS),
            "stopSampling": refuses(NO_SNAPSHOTS),
            "getSamplingProfile": refuses(NO_SNAPSHOTS),
        }

    def close(self) -> None:
        """Nothing is held."""
