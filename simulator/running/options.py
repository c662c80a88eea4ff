"""How a program is run. `RunningProgram.change_options` replaces what may change while it lives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from msgspec import structs

from runtime.diagnostics import Language
from runtime.protocol.launch import PlayedReadings, Settings
from runtime.world.scenario.model import Scenario
from simulator.api.dialog_answers import DialogAnswers
from simulator.device.device import Theme
from simulator.session.orientation import Orientation

FIRST_PAGE_VARIABLE = "HANDSET_QUIT_AFTER_FIRST_PAGE"
"""Set in the environment of a measured window: it ends with code 0 as soon as its first page is painted."""
REST_VARIABLE = "HANDSET_SAY_AT_REST"
"""In the environment of a measured window: when it has had nothing more to do for so many seconds, it prints a line."""


@dataclass(frozen=True, slots=True)
class ProgramOptions:
    """Choices of whoever starts a program. An empty `device_name` is the usual phone, an empty `user` the usual user;
    each user has data of their own.

    `dialogs` says who answers the phone's dialogs. `language` is that of what the host writes on the screen.
    `orientation` is how the phone is held; a page may want another one. `theme`: the phone's colour scheme.
    `watches_set_data`: every call of setData is told.
    `world`: values that hold for this run, whatever the project keeps; `scenario` is played to it from its first
    page on.
    `mocks`: a file whose mock rules are taken instead of the project's; `takes_mocks`: no, if none are.
    `record`: a file that the session is recorded into, from its first start on.
    `readings`: clock and chance of a run that is the same each time.
    `shows_failures`: hangs and crashes show on the phone; no, if a window around it does that.
    """

    device_name: str = ""
    user: str = ""
    animations: bool = True
    clock: str = ""
    memory_limit_mb: int = 512
    dialogs: DialogAnswers = "ask"
    restarts_after_hang: bool = True
    language: Language = "en"
    shows_failures: bool = True
    orientation: Orientation = "portrait"
    theme: Theme = "light"
    watches_set_data: bool = False
    world: Mapping[str, Any] = field(default_factory=dict)
    scenario: Scenario | None = None
    mocks: Path | None = None
    takes_mocks: bool = True
    record: Path | None = None
    readings: PlayedReadings | None = None

    def told_to_logic(self, settings: Settings) -> Settings:
        """What a logic process is started with, and what of these choices it has to know."""
        return structs.replace(settings, watches_set_data=self.watches_set_data, readings=self.readings)
