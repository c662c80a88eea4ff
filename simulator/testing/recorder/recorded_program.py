"""A running program as the recorder of its user sees it."""

from __future__ import annotations

from typing import Protocol

from runtime.world.world import World
from simulator.automation.driver.driven import DrivenProgram
from simulator.data.folders import DataFolders
from simulator.running.held_phone import HeldPhone


class RecordedProgram(DrivenProgram, Protocol):
    """What is needed of it."""

    world: World
    folders: DataFolders
    held_phone: HeldPhone
