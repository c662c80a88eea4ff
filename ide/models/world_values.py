"""What a panel may ask about the world that is played to a program: its values, and scenarios. A side of the target."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from runtime.world.world import World


class WorldValues(Protocol):
    """Of one program."""

    @property
    def values(self) -> World:
        """The world values, to be read, changed and listened to; a panel's door is `panel`."""

    @property
    def favourites(self) -> Sequence[str]:
        """Names of values and events that the user wants to have at hand."""

    def keep_favourites(self, names: Sequence[str]) -> None:
        """These, in this order, from now on."""

    @property
    def is_playing(self) -> bool:
        """Whether a scenario is under way."""

    def play(self, path: Path) -> str:
        """Plays a scenario file; what is wrong with it, or an empty text."""

    def stop(self) -> None:
        """Ends the scenario."""

    @property
    def is_recording(self) -> bool:
        """Whether what happens is recorded."""

    def record(self) -> None:
        """From now on what happens is recorded."""

    def recorded(self) -> str:
        """Ends the recording: the text of its scenario file."""
