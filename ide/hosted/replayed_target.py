"""A replayed recording as the panels' `DebugTarget`.

It has what a recording has: the phone, pages and their data, values, the console's records, the network, the storage,
a debugger. There is no panel in its window that asks for anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ide.hosted.pages import HostedPages
from ide.hosted.phone import HostedPhone
from ide.hosted.replayed_facts import RecordedNetwork, RecordedStorage
from ide.hosted.styles import HostedStyles
from ide.hosted.values import HostedValues
from ide.models.debug_target import Phone
from runtime.mocks.model import MockFile
from simulator.bridge.recorder import Recorder
from simulator.debug.debugger import Debugger
from simulator.replay.replayed_program import ReplayedProgram


class _AsRecorded:
    """What a program told is what it was asked to tell when it was recorded."""

    def watch(self, who: str, *, is_on: bool) -> None:
        """It cannot be asked for more."""


class _NoMocks:
    """A recording's answers are what they are."""

    def __init__(self, why: str) -> None:
        self._why = why
        self.mocks = MockFile()

    def keep(self, _mocks: MockFile) -> str:
        """It says why not."""
        return self._why


class ReplayedTarget:
    """Implements `ide.models.debug_target.DebugTarget`; `why_not` is said where something would change the past."""

    world: Any = None
    devices: Any = None
    devtools: Any = None
    audits: Any = None
    measures: Any = None
    sources: Any = None
    cloud: Any = None
    user_tests: Any = None

    def __init__(self, program: ReplayedProgram, why_not: str) -> None:
        self.records: Recorder = program.recorder
        self.network = RecordedNetwork(program.calls.log)
        self.storage = RecordedStorage(program.storage, why_not)
        self.values = HostedValues(program)
        self.pages = HostedPages(program)
        self.phones: Sequence[Phone] = (HostedPhone(program),)
        self.styles = HostedStyles(program)
        self.updates = _AsRecorded()
        self.debugger: Debugger = program.debugger
        self.mocks: Any = _NoMocks(why_not)
