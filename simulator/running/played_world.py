"""The world of a running program: what is kept of it on the disk, and what of it stands in the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from runtime.world.world import KEEPS, Happening, World
from simulator.api.dialog_answers import DialogAnswers
from simulator.bridge.notices import Notices
from simulator.bridge.recorder import Recorder
from simulator.data.folders import DataFolders
from simulator.data.world_file import WorldFile
from simulator.running.options import ProgramOptions

_POLICIES: Mapping[DialogAnswers, str] = MappingProxyType(
    {"accept": "accept", "confirm": "accept", "cancel": "decline"}
)


class PlayedWorld:
    """`world` begins as the project keeps it."""

    def __init__(self, world: World, folders: DataFolders, recorder: Recorder, notices: Notices) -> None:
        self.world = world
        self._notices = notices
        self._recorder = recorder
        self._file = WorldFile(folders, world.known, self._warn)
        self.look()
        world.subscribe(self._happened)

    def begin(self, options: ProgramOptions) -> None:
        """What whoever starts the program wishes lies over what the project keeps."""
        dialogs = options.dialogs
        policy = {"answers.dialogs": _POLICIES[dialogs]} if dialogs in _POLICIES else {}
        self.world.set_all({**policy, **options.world}, "command")

    def look(self) -> None:
        """Takes up what somebody has written into the file; asked before each call that the program makes."""
        kept = self._file.read()
        if kept is not None:
            self.world.replace_kept(kept)

    def _happened(self, happening: Happening) -> None:
        self._recorder.world(happening)
        if happening.door in KEEPS and happening.door != "file" and not happening.event:
            try:
                self._file.write(self.world.state.kept)
            except OSError as error:
                self._notices.say("world-not-kept", "warn", detail={"why": str(error)})

    def _warn(self, path: str, why: str) -> None:
        self._notices.say("world-unreadable", "warn", detail={"path": path, "why": why})
