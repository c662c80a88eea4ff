"""What is around the program: the simulated phone's settings and the simulated user."""

from __future__ import annotations

from typing import Literal

from ide.models.debug_target import Orientation
from runtime.world.world import World
from simulator.running.program import RunningProgram


class HostedWorld:
    """Implements `ide.models.debug_target.World`."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program

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

    @property
    def language(self) -> str:
        """Of the phone."""
        return self._program.device.language

    def set_language(self, language: str) -> None:
        """Of the phone; the program is told as of any change of the device."""
        self._program.held_phone.change(language=language)

    @property
    def values(self) -> World:
        """Those of the running program."""
        return self._program.world
