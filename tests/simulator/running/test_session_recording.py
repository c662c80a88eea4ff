"""What of a session gets into its recording, from the two ends of the host."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol import codec, logic, view
from runtime.protocol.launch import LaunchOptions, Settings
from runtime.protocol.recording import TurnBegan
from simulator.device import Device, find_device
from simulator.device.own_devices import known_devices
from simulator.phone import FileReaders
from simulator.recording.form import Build, FileHead, Kind, ShownBatch, ShownCall
from simulator.recording.reader import read_entries, read_head
from simulator.running.options import ProgramOptions
from simulator.running.session_recording import SessionRecording

OPS = Raw(b'[["N"]]')
CALL = Raw(b'{"name":"canvas","jobs":[]}')


class Session:
    """A recording and what was passed on meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.device: Device = find_device(known_devices(), "")
        self.recording = SessionRecording(lambda: self.device, ProgramOptions(clock="9:41"))
        self.path = folder / "a.hsrec"
        self.passed: list[bytes] = []
        self.to_phone: Callable[[bytes], None] = self.recording.to_phone(self.passed.append)
        self.to_logic: Callable[[bytes], None] = self.recording.to_logic(self.passed.append)
        self.files: dict[str, bytes] = {}
        self.readers = self.recording.readers(FileReaders(self.files.get, self.files.get))

    def start(self) -> None:
        self.recording.start(self.path, "todo")

    def entries(self, *kinds: Kind) -> list[tuple[Kind, bytes]]:
        """Those of these kinds, when the recording has ended."""
        assert self.recording.stop() == ""
        with self.path.open("rb") as stream:
            assert read_head(stream).project == "todo"
            return [(one.kind, one.data) for one in read_entries(stream) if one.kind in kinds]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path)


def test_nothing_is_noted_while_nothing_is_recorded(session: Session) -> None:
    assert not session.recording.run_begins()
    assert not session.recording.frame(codec.encode(logic.RouteDone([1])))
    session.to_phone(codec.encode(view.ShowPages(1, "none")))
    session.recording.lost("why")
    assert not session.recording.is_on
    assert session.recording.stop() == ""
    assert len(session.passed) == 1


def test_turns_concern_nobody_else_and_all_other_frames_do(session: Session) -> None:
    session.start()
    assert session.recording.run_begins()
    turn, done = codec.encode(TurnBegan()), codec.encode(logic.RouteDone([1]))
    assert session.recording.frame(turn)
    assert not session.recording.frame(done)
    assert not session.recording.frame(codec.encode(logic.Pong(1)))
    session.recording.lost("exit code 1")
    assert session.entries(*set(Kind) - {Kind.END}) == [
        (Kind.RUN, b""), (Kind.TURN, turn), (Kind.SENT, done), (Kind.LOST, b"exit code 1"),
    ]  # fmt: skip


def test_what_the_phone_gets_from_the_logic_process_stands_once(session: Session) -> None:
    session.start()
    session.recording.frame(codec.encode(logic.ViewCall(1, 5, CALL)))
    for message in (
        view.Dom(1, 7, OPS, is_measured=True), view.CallView(1, 5, CALL), view.CallView(1, 6, CALL),
        view.ShowPages(1, "none"),
    ):  # fmt: skip
        session.to_phone(codec.encode(message))
    assert [data for _, data in session.entries(Kind.SHOWN)] == [
        msgspec.json.encode(ShownBatch(1, 7, True)),
        msgspec.json.encode(ShownCall(1)),
        codec.encode(view.CallView(1, 6, CALL)),
        codec.encode(view.ShowPages(1, "none")),
    ]
    assert len(session.passed) == 4


def test_a_phone_is_told_once_and_again_when_it_is_another(session: Session) -> None:
    session.start()
    shown = codec.encode(view.ShowPages(1, "none"))
    session.to_phone(shown)
    session.to_phone(shown)
    session.device = find_device(known_devices(), "iPhone X")
    session.to_phone(shown)
    kinds = [kind.name for kind, _ in session.entries(Kind.PHONE, Kind.SHOWN)]
    assert kinds == ["PHONE", "SHOWN", "SHOWN", "PHONE", "SHOWN"]


def test_files_are_kept_once_and_those_from_before_too(session: Session) -> None:
    session.files["old.png"] = b"old"
    assert session.readers.project("old.png") == b"old"
    session.start()
    session.files["new.png"] = b"new"
    for name in ("new.png", "new.png", "gone.png"):
        session.readers.user(name)
    files = [data.partition(b"\n") for _, data in session.entries(Kind.FILE)]
    assert [(msgspec.json.decode(head, type=FileHead), content) for head, _, content in files] == [
        (FileHead("project", "old.png"), b"old"),
        (FileHead("user", "new.png"), b"new"),
        (FileHead("user", "new.png", again=True), b""),
        (FileHead("user", "gone.png", is_there=False), b""),
    ]


def test_a_launch_is_known_by_its_program(session: Session) -> None:
    session.start()
    launch = logic.Launch(Raw(b'{"app":{}}'), {}, Settings(), LaunchOptions("", {}, 1001))
    session.to_logic(codec.encode(launch))
    session.to_logic(codec.encode(logic.Ping(1)))
    ((_, data),) = session.entries(Kind.BUILD)
    assert len(msgspec.json.decode(data, type=Build).program) == 64
    assert len(session.passed) == 2


def test_fingers_are_kept_and_answers_and_measures_are_not(session: Session) -> None:
    session.start()
    event = codec.encode(view.PageSignal(1, "onReachBottom")).decode()
    for text in (event, codec.encode(view.Rendered(1, 1)).decode(), codec.encode(view.Reply(3)).decode()):
        session.recording.from_phone(text)
    assert [data.decode() for _, data in session.entries(Kind.TOUCHED)] == [event]
