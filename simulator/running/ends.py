"""The two ends of a running program, the phone and the logic process, and what goes to and fro between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject

from runtime.api.call import ApiFailure
from runtime.api.sqlite_storage import SqliteStorage
from simulator.bridge.notices import Notices
from simulator.bridge.recorder import Recorder
from simulator.debug.sides import DebugSides, SideParts
from simulator.device import Device, find_device
from simulator.device.own_devices import known_devices
from simulator.phone import FileReaders, PhoneSettings, PhoneView
from simulator.running.logic_link import LogicLink
from simulator.running.logic_questions import LogicQuestions
from simulator.running.options import ProgramOptions
from simulator.running.phone_questions import PhoneQuestions
from simulator.running.recorded_web import RecordedWeb
from simulator.running.session_recording import SessionRecording
from simulator.running.wire import Wire


@dataclass(frozen=True, slots=True)
class Neighbours:
    """How the phone and the link to the logic process are made."""

    phone: Callable[[Device, FileReaders, PhoneSettings], PhoneView] = PhoneView
    link: Callable[..., LogicLink] = LogicLink


class Ends:
    """Of one program, which is the `owner` of what Qt lets live; `readers` give the phone its files, `storage` is the
    file of what it stores."""

    def __init__(
        self, neighbours: Neighbours, readers: FileReaders, options: ProgramOptions, owner: QObject, storage: Path
    ) -> None:
        device = replace(find_device(known_devices(), options.device_name), theme=options.theme)
        self.recording = recording = SessionRecording(
            lambda: self.phone.device, options, lambda: _stored(storage), self._recording_ends
        )
        settings = PhoneSettings(options.animations, options.clock)
        kept = replace(recording.readers(readers), web=RecordedWeb(recording, owner))
        self.phone = neighbours.phone(device, kept, settings)
        self.phone.message.connect(recording.from_phone)
        self.link = neighbours.link(memory_limit_mb=options.memory_limit_mb, parent=owner, tape=recording)
        self.recorder = Recorder()
        self.notices = Notices(self.recorder, options.language)
        self.wire = Wire(
            recording.to_logic(self.link.send), recording.to_phone(self.phone.send), self.recorder, self.notices
        )
        sides = SideParts(
            self.wire.send_to_logic, self.wire.send_to_view, self.phone.standstill,
            answered=lambda answer: self.logic_questions.answered(answer),
        )  # fmt: skip
        self.debug_sides = DebugSides(sides)
        self.phone.crashed.connect(lambda _why: self.debug_sides.page_is_gone())
        self.logic_questions = LogicQuestions(self.debug_sides.send)
        self.phone_questions = PhoneQuestions(self.wire.send_to_view)

    def _recording_ends(self, why: str) -> None:
        """What is there of it is kept."""
        self.notices.say("recording-ends", "error", detail={"why": why})


def _stored(file: Path) -> list[tuple[str, str]]:
    storage = SqliteStorage(file)
    try:
        return [(key, value) for key, value, _ in storage.entries()]
    except ApiFailure:
        # What cannot be read now, the program cannot read either.
        return []
    finally:
        storage.close()
