"""Profiler and HeapProfiler: known, and honest about what the engine cannot do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.debug.cdp.commands import Command, does_nothing, refuses

NO_PROFILES = "QuickJS takes no CPU profiles"
NO_COVERAGE = "QuickJS counts no coverage"
NO_SNAPSHOTS = "QuickJS takes no heap snapshots"


class ProfilerDomain:
    """Of one client."""

    name = "Profiler"
    events: Sequence[str] = ()

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "enable": does_nothing(),
            "disable": does_nothing(),
            "setSamplingInterval": refuses(NO_PROFILES),
            "start": refuses(NO_PROFILES),
            "stop": refuses(NO_PROFILES),
            "startPreciseCoverage": refuses(NO_COVERAGE),
            "takePreciseCoverage": refuses(NO_COVERAGE),
            "stopPreciseCoverage": refuses(NO_COVERAGE),
            "getBestEffortCoverage": refuses(NO_COVERAGE),
        }

    def close(self) -> None:
        """Nothing is held."""


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
