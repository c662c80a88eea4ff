"""What of a session gets into its recording, from the two ends of the host."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol import codec, logic, shell, view
from runtime.protocol.launch import LaunchOptions, Settings
from runtime.protocol.recording import Handed, TurnBegan
from simulator.device import Device, find_device
from simulator.device.own_devices import known_devices
from simulator.phone import FileReaders
from simulator.phone.web_requests import WebFile
from simulator.recording.form import (
    MAX_WEB_BYTES,
    MAX_WEB_FILE_BYTES,
    Build,
    FileHead,
    Kind,
    ShownBatch,
    ShownCall,
    ShownPage,
)
from simulator.recording.reader import read_entries, read_head
from simulator.running.options import ProgramOptions
from simulator.running.session_recording import SessionRecording

OPS = Raw(b'[["N"]]')
CALL = Raw(b'{"name":"canvas","jobs":[]}')


class Session:
    """A recording and what was passed on meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.device: Device = find_device(known_devices(), "")
        self.recording = SessionRecording(
            lambda: self.device,
            ProgramOptions(clock="9:41"),
            lambda: [("a", "1")],
            lambda why: self.problems.append(why),
        )
        self.problems: list[str] = []
        self.path = folder / "a.hsrec"
        self.passed: list[bytes] = []
        self.to_phone: Callable[[bytes], None] = self.recording.to_phone(self.passed.append)
        self.to_logic: Callable[[bytes], None] = self.recording.to_logic(self.passed.append)
        self.files: dict[str, bytes] = {}
        self.readers = self.recording.readers(FileReaders(self.files.get, self.files.get))

    def start(self) -> None:
        self.recording.start(self.path, "todo")

    def files_noted(self) -> list[tuple[FileHead, bytes]]:
        """The files, when the recording has ended."""
        parts = [data.partition(b"\n") for _, data in self.entries(Kind.FILE)]
        return [(msgspec.json.decode(head, type=FileHead), content) for head, _, content in parts]

    def entries(self, *kinds: Kind) -> list[tuple[Kind, bytes]]:
        """Those of these kinds, when the recording has ended."""
        assert self.recording.stop() == ""
        with self.path.open("rb") as stream:
            assert read_head(stream).project == "todo"
            return [(one.kind, one.data) for one in read_entries(stream) if one.kind in kinds]


def no_size(_content: bytes) -> tuple[int, int]:
    return 0, 0


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
        (Kind.RUN, b""), (Kind.STORAGE, b'[["a","1"]]'), (Kind.TURN, turn), (Kind.SENT, done),
        (Kind.LOST, b"exit code 1"),
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
    old, new = (hashlib.sha256(content).hexdigest() for content in (b"old", b"new"))
    assert session.files_noted() == [
        (FileHead("project", "old.png", digest=old), b"old"),
        (FileHead("user", "new.png", digest=new), b"new"),
        (FileHead("user", "new.png", digest=new), b""),
        (FileHead("user", "gone.png", is_there=False), b""),
    ]


def test_files_of_the_web_stand_by_their_content_and_only_once(session: Session) -> None:
    session.files["old.png"] = b"old"
    session.start()
    session.readers.user("old.png")
    for url, content in (("http://a/1", b"old"), ("http://a/2", b"web"), ("http://b/3", b"web")):
        session.recording.web_file(url, WebFile(content, "image/png", is_shared=True), no_size)
    session.recording.web_file("http://a/none", None, no_size)
    noted = session.files_noted()
    assert [content for _, content in noted] == [b"old", b"", b"web", b"", b""]
    assert len({head.digest for head, _ in noted}) == 3
    assert [head.is_there for head, _ in noted] == [True, True, True, True, False]
    assert (noted[2][0].media_type, noted[2][0].is_shared, noted[2][0].path) == ("image/png", True, "http://a/2")


def test_what_of_the_web_is_too_large_is_left_out_with_its_size(session: Session) -> None:
    session.start()
    large = WebFile(bytes(MAX_WEB_FILE_BYTES + 1), "image/png")
    session.recording.web_file("http://a/large", large, lambda _content: (640, 480))
    for number in range(MAX_WEB_BYTES // MAX_WEB_FILE_BYTES + 1):
        content = number.to_bytes(4, "big") * (MAX_WEB_FILE_BYTES // 4)
        session.recording.web_file(f"http://a/{number}", WebFile(content), no_size)
    noted = session.files_noted()
    assert noted[0] == (
        FileHead("web", "http://a/large", media_type="image/png", left_out=MAX_WEB_FILE_BYTES + 1,
                 width=640, height=480), b"",
    )  # fmt: skip
    assert [head.left_out > 0 for head, _ in noted[1:]] == [*[False] * (len(noted) - 2), True]


def test_a_disk_that_is_full_is_told_once_and_the_session_goes_on(session: Session) -> None:
    session.start()
    shown = codec.encode(view.ShowPages(1, "none"))
    session.to_phone(shown)
    writer = session.recording._writer
    assert writer is not None
    # As the writer finds in a thread of its own.
    writer.problem = "No space left on device"
    for _ in range(3):
        session.to_phone(shown)
    assert session.problems == ["No space left on device"]
    assert session.passed == [shown] * 4
    assert session.recording.stop() == "No space left on device"
    session.start()
    session.to_phone(shown)
    assert (session.recording.problem, len(session.problems)) == ("", 1)


def test_style_sheets_of_pages_stand_once(session: Session) -> None:
    session.start()
    app, one, other = (view.StyleSheet(path, [path], "page") for path in ("app", "one", "other"))
    for number, sheets in enumerate(([app, one], [app, other, one]), 1):
        session.to_phone(codec.encode(view.OpenPage(number, f"p{number}", {}, sheets)))
    noted = session.entries(Kind.STYLE, Kind.SHOWN)
    assert [kind.name for kind, _ in noted] == ["STYLE", "STYLE", "SHOWN", "STYLE", "SHOWN"]
    pages = [msgspec.json.decode(data, type=ShownPage) for kind, data in noted if kind is Kind.SHOWN]
    assert [page.styles for page in pages] == [[1, 2], [1, 3, 2]]
    assert codec.decode_for_view(bytes(pages[1].open)) == view.OpenPage(2, "p2", {}, [])


def test_a_program_that_starts_again_stands_once(session: Session) -> None:
    session.start()
    launch = logic.Launch(Raw(b'{"app":{"x":"%s"}}' % (b"y" * 999)), {}, Settings(), LaunchOptions("", {}, 1001))
    for _ in range(2):
        session.to_logic(codec.encode(launch))
        session.recording.frame(codec.encode(TurnBegan([Handed(Raw(codec.encode(launch)))])))
    (_, built), (_, turn), (_, again), (_, same) = session.entries(Kind.BUILD, Kind.TURN)
    digest = msgspec.json.decode(again, type=Build).program
    assert built.endswith(b"y" + b'"}}')
    assert len(again) < 100
    assert turn == same
    assert b'"program":"%s"' % digest.encode() in turn
    assert b"yyy" not in turn


def test_that_a_user_has_answered_a_dialog_is_kept_and_other_answers_are_not(session: Session) -> None:
    session.start()
    session.to_phone(codec.encode(view.CallShell(shell.Modal(title="?"), request_id=7)))
    session.to_phone(codec.encode(view.CallShell(shell.HideToast())))
    for number in (0, 3, 7, 7):
        session.recording.from_phone(codec.encode(view.Reply(number, Raw(b'{"confirm":true}'))).decode())
    assert [data for _, data in session.entries(Kind.TOUCHED)] == [codec.encode(view.Reply(7))]


def test_a_launch_is_known_by_its_program(session: Session) -> None:
    session.start()
    launch = logic.Launch(Raw(b'{"app":{}}'), {}, Settings(), LaunchOptions("", {}, 1001))
    session.to_logic(codec.encode(launch))
    session.to_logic(codec.encode(logic.Ping(1)))
    ((_, data),) = session.entries(Kind.BUILD)
    head, _, program = data.partition(b"\n")
    assert len(msgspec.json.decode(head, type=Build).program) == 64
    assert program == b'{"app":{}}'
    assert len(session.passed) == 2


def test_fingers_are_kept_and_answers_and_measures_are_not(session: Session) -> None:
    session.start()
    event = codec.encode(view.PageSignal(1, "onReachBottom")).decode()
    for text in (event, codec.encode(view.Rendered(1, 1)).decode(), codec.encode(view.Reply(3)).decode()):
        session.recording.from_phone(text)
    assert [data.decode() for _, data in session.entries(Kind.TOUCHED)] == [event]
