"""The simulator's running program as the panels' `DebugTarget`; works in the window and without one."""

from __future__ import annotations

from collections.abc import Sequence

from ide.hosted.audits import HostedAudits
from ide.hosted.cloud import HostedCloud
from ide.hosted.devices import HostedDevices
from ide.hosted.devtools import HostedDevTools
from ide.hosted.measures import HostedMeasures
from ide.hosted.mocks import HostedMocks
from ide.hosted.network import HostedNetwork
from ide.hosted.pages import HostedPages
from ide.hosted.phone import HostedPhone
from ide.hosted.sources import HostedSources
from ide.hosted.storage import HostedStorage
from ide.hosted.styles import HostedStyles
from ide.hosted.updates import HostedUpdates
from ide.hosted.user_tests import HostedUserTests
from ide.hosted.values import HostedValues
from ide.hosted.world import HostedWorld
from ide.models.debug_target import Phone
from simulator.bridge.recorder import Recorder
from simulator.debug.debugger import Debugger
from simulator.running.program import RunningProgram


class HostedTarget:
    """Implements `ide.models.debug_target.DebugTarget`."""

    def __init__(self, program: RunningProgram) -> None:
        self.records: Recorder = program.recorder
        self.values = HostedValues(program)
        self.pages = HostedPages(program)
        self.storage = HostedStorage(program.folders.storage_file)
        self.phones: Sequence[Phone] = (HostedPhone(program),)
        self.styles = HostedStyles(program)
        self.network = HostedNetwork(program)
        self.updates = HostedUpdates(program)
        self.world = HostedWorld(program)
        self.mocks = HostedMocks(program)
        self.devices = HostedDevices(program)
        self.debugger: Debugger = program.debugger
        self.devtools = HostedDevTools(program)
        self.audits = HostedAudits(program)
        self.measures = HostedMeasures(program)
        self.sources = HostedSources(program)
        self.cloud = HostedCloud(program)
        self.user_tests = HostedUserTests(program)
