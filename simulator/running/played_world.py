"""The world of a running program: what is kept of it on the disk, what of it stands in the timeline, and scenarios that
are played to it or recorded."""

from __future__ import annotations

import time
from collections.abc import Mapping
from types import MappingProxyType

from runtime.world.scenario.model import Scenario
from runtime.world.scenario.player import After, Player
from runtime.world.scenario.recording import Recording
from runtime.world.world import KEEPS, Happening, World
from simulator.api.dialog_answers import DialogAnswers
from simulator.bridge.notices import Notices
from simulator.bridge.recorder import Recorder
from simulator.data.folders import DataFolders
from simulator.data.world_file import WorldFile
from simulator.running.kept_world import KeptWorld
from simulator.running.options import ProgramOptions

_POLICIES: Mapping[DialogAnswers, str] = MappingProxyType(
    {"accept": "accept", "confirm": "accept", "cancel": "decline"}
)


class PlayedWorld:
    """`world` begins as the project keeps it."""

    def __init__(self, world: World, folders: DataFolders, recorder: Recorder, notices: Notices, after: After) -> None:
        self.world = world
        self._notices = notices
        self._player = Player(world, after, _now_ms, self._scenario_ended)
        self._recording: Recording | None = None
        self._awaits: Scenario | None = None
        self._recorder = recorder
        self._kept = KeptWorld(WorldFile(folders, world.known, self._warn), after, self._refused)
        self.look()
        world.subscribe(self._happened)

    def begin(self, options: ProgramOptions) -> None:
        """What whoever starts the program wishes lies over what the project keeps."""
        dialogs = options.dialogs
        policy = {"answers.dialogs": _POLICIES[dialogs]} if dialogs in _POLICIES else {}
        self.world.set_all({**policy, **options.world}, "command")
        self._awaits = options.scenario
        if self._awaits is not None:
            # What is so from the beginning is so for the first line of the program, too.
            for step in self._awaits.steps:
                if step.at == 0:
                    self.world.set_all(step.set, "scenario")

    def page_is_drawn(self) -> None:
        """The scenario that the program was started with begins with its first page."""
        scenario, self._awaits = self._awaits, None
        if scenario is not None:
            self.play(scenario)

    @property
    def is_playing(self) -> bool:
        """Whether a scenario is under way."""
        return self._player.is_playing

    def play(self, scenario: Scenario) -> None:
        """From its beginning; one that is under way ends."""
        self._notices.say("scenario-begins", detail={"title": scenario.title or "–"})
        self._player.play(scenario)

    def stop(self) -> None:
        """Ends the scenario; what it has set stays."""
        self._player.stop()

    @property
    def is_recording(self) -> bool:
        """Whether what happens is recorded."""
        return self._recording is not None

    def record(self) -> None:
        """From now on what happens is recorded."""
        self._recording = self._recording or Recording(self.world, _now_ms)

    def recorded(self) -> str:
        """Ends the recording: the text of its scenario file, empty if there was none."""
        recording, self._recording = self._recording, None
        return recording.stop() if recording else ""

    def look(self) -> None:
        """Takes up what somebody has written into the file; asked before each call that the program makes."""
        kept = self._kept.read()
        if kept is not None:
            self.world.replace_kept(kept)

    def close(self) -> None:
        """The program ends: what the user has set last is kept before this returns."""
        self._kept.close()

    def _scenario_ended(self) -> None:
        self._notices.say("scenario-ended")

    def _happened(self, happening: Happening) -> None:
        if happening.is_sample:
            return
        if happening.after or happening.event:
            self._recorder.world(happening)
        if happening.door in KEEPS and happening.door != "file" and not happening.event:
            self._kept.keep(self.world.state.kept)

    def _refused(self, why: str) -> None:
        self._notices.say("world-not-kept", "warn", detail={"why": why})

    def _warn(self, path: str, why: str) -> None:
        self._notices.say("world-unreadable", "warn", detail={"path": path, "why": why})


def _now_ms() -> float:
    return time.perf_counter() * 1000
