"""What is around the program: the simulated phone's settings and the simulated user."""

from __future__ import annotations

from typing import Literal

from ide.models.debug_target import Orientation
from runtime.api.scenario import Scenario
from simulator.api.ports.account import ScenarioAccount
from simulator.running.program import RunningProgram


class HostedWorld:
    """Implements `ide.models.debug_target.World`."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program
        # A file that cannot be understood is reported by the program itself, on the console.
        self._account = ScenarioAccount(program.folders.scenario_file, lambda _path, _why: None)

    @property
    def held(self) -> Orientation:
        """As the user turned it last."""
        return self._program.held_phone.held

    @property
    def orientation(self) -> Orientation:
        """As the page on top is shown."""
        return self._program.device.orientation

    def rotate(self) -> None:
        """Portrait to landscape and back."""
        self._program.held_phone.rotate()

    def set_font_size(self, size_px: int) -> None:
        """Of the phone's user."""
        self._program.held_phone.change(font_size=size_px)

    def set_theme(self, theme: Literal["light", "dark"]) -> None:
        """The phone's colour scheme."""
        self._program.held_phone.change(theme=theme)

    def scenario(self) -> Scenario:
        """As the file says now."""
        return self._account.scenario()

    def save_scenario(self, scenario: Scenario) -> str:
        """Into the file, which the program reads at every question."""
        try:
            self._account.save(scenario)
        except OSError as error:
            return str(error)
        self._program.api.scenario_changed()
        return ""
