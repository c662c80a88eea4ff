"""What is around the program: the simulated phone's settings and the simulated user."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec

from ide.models.debug_target import Orientation
from ide.models.world_rows import USUAL_FAVOURITES
from runtime.systems.private_files import write_private
from runtime.world.scenario.files import open_scenario
from runtime.world.scenario.read import ScenarioError
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

    @property
    def favourites(self) -> Sequence[str]:
        """Of this project, as long as the user has chosen none the usual ones."""
        try:
            return msgspec.json.decode(self._program.folders.favourites_file.read_bytes(), type=list[str])
        except (OSError, msgspec.DecodeError):
            return USUAL_FAVOURITES

    def keep_favourites(self, names: Sequence[str]) -> None:
        """Comfort: a full disk is no reason to complain."""
        with suppress(OSError):
            write_private(self._program.folders.favourites_file, msgspec.json.encode(list(names)))

    @property
    def is_playing(self) -> bool:
        """By whatever door it began."""
        return self._program.played_world.is_playing

    def play(self, path: Path) -> str:
        """From its beginning."""
        try:
            self._program.played_world.play(open_scenario(path, self._program.world.known))
        except ScenarioError as error:
            return str(error)
        return ""

    def stop(self) -> None:
        """What it has set stays."""
        self._program.played_world.stop()

    @property
    def is_recording(self) -> bool:
        """By whatever door it began."""
        return self._program.played_world.is_recording

    def record(self) -> None:
        """With the values as they are now at its beginning."""
        self._program.played_world.record()

    def recorded(self) -> str:
        """Empty if nothing was recorded."""
        return self._program.played_world.recorded()
