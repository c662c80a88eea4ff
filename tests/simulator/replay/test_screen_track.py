"""A screen at any moment of a file: what it is told on the way there, and what a fresh one is."""

from __future__ import annotations

import json
import queue
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol import codec, logic, shell, view
from runtime.protocol.recording import Handed, TurnBegan
from runtime.protocol.version import WIRE_VERSION
from simulator.recording.form import BadRecording, Entry, FileHead, Head, Kind, ShownBatch, ShownCall, ShownPage
from simulator.recording.writer import save_recording
from simulator.replay import screen_track
from simulator.replay.screen_track import Goal, ScreenTrack, Stand
from simulator.replay.time_line import TimeLine

HEAD = Head("0.1.0", WIRE_VERSION, "abc", "todo", 0)
WAIT_S = 60


class Session:
    """Writes a session down, one millisecond an entry."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.batches = self.calls = 0

    def add(self, kind: Kind, data: bytes = b"") -> int:
        """The number of the entry."""
        self.entries.append(Entry(kind, len(self.entries), data))
        return len(self.entries)

    def route(self, *stack: int) -> None:
        step = [logic.RouteStep("load", page, f"p{page}", {}) for page in stack]
        message = Raw(codec.encode(logic.Route("navigateTo", step, list(stack))))
        self.add(Kind.TURN, codec.encode(TurnBegan([Handed(message)])))

    def open(self, page: int) -> None:
        self.add(
            Kind.SHOWN, msgspec.json.encode(ShownPage(Raw(codec.encode(view.OpenPage(page, f"p{page}", {}, []))), [1]))
        )

    def show(self, page: int, *closed: int) -> int:
        return self.add(Kind.SHOWN, codec.encode(view.ShowPages(page, "push", list(closed))))

    def batch(self, page: int, *ops: Any) -> int:
        self.batches += 1
        self.add(Kind.SENT, codec.encode(logic.DomBatch(page, self.batches, Raw(json.dumps(ops).encode()), 0.0)))
        return self.add(Kind.SHOWN, msgspec.json.encode(ShownBatch(page, self.batches)))

    def call(self, page: int, job: str, request: int) -> None:
        self.calls += 1
        call = json.dumps({"name": "canvas", "jobs": [[job, request]]}, separators=(",", ":"))
        self.add(Kind.SENT, codec.encode(logic.ViewCall(page, request, Raw(call.encode()))))
        self.add(Kind.SHOWN, msgspec.json.encode(ShownCall(self.calls)))

    def reply(self, request: int) -> None:
        message = Raw(codec.encode(logic.ViewReply(request)))
        self.add(Kind.TURN, codec.encode(TurnBegan([Handed(message)])))

    def file(self, path: str, content: bytes, digest: str) -> None:
        self.add(Kind.FILE, msgspec.json.encode(FileHead("web", path, digest=digest)) + b"\n" + content)

    def log(self, text: str) -> None:
        data = json.dumps({"m": "log", "level": "log", "text": text}, separators=(",", ":"))
        self.add(Kind.SENT, data.encode())


class Seen:
    """A screen's listener that notes in words what it hears."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.ends: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def opened(self, line: TimeLine) -> None:
        self.ends.put(line)

    def begins(self, at_ms: int) -> None:
        self.told = [f"begins {at_ms}"]

    def run_begins(self, at_ms: int) -> None:
        self.told.append("run")

    def phone(self, data: bytes) -> None:
        self.told.append(f"phone {data.decode()}")

    def file(self, head: FileHead, content: bytes | None, at_ms: int) -> None:
        self.told.append(f"file {head.path} {content!r}")

    def show(self, message: view.HostToView, at_ms: int) -> None:
        match message:
            case view.OpenPage():
                self.told.append(f"open {message.page_id} {len(message.styles)}")
            case view.ShowPages():
                self.told.append(f"show {message.page_id} {message.animation} {message.closed}")
            case view.Dom():
                self.told.append(f"dom {message.page_id} {bytes(message.ops).decode()}")
            case view.CallView():
                self.told.append(f"call {message.page_id} {message.request_id}")
            case _:
                self.told.append(type(message).__name__)

    def storage(self, data: bytes) -> None:
        self.told.append(f"storage {data.decode()}")

    def replied(self, request_id: int) -> None:
        self.told.append(f"replied {request_id}")

    def frames(self, frames: Sequence[tuple[int, bytes]]) -> None:
        self.told += [f"log {json.loads(frame)['text']}" for _, frame in frames if frame.startswith(b'{"m":"log"')]

    def stands(self, stand: Stand) -> None:
        self.ends.put(stand)

    def failed(self, problem: BadRecording) -> None:
        self.ends.put(problem)


class Track:
    """A track over a session; `go` waits until the screen stands, and says what it was told."""

    def __init__(self, session: Session, folder: Path) -> None:
        path = folder / "s.hsrec"
        save_recording(path, HEAD, [*session.entries, Entry(Kind.END, len(session.entries), b"{}")])
        self.seen = Seen()
        self.track = ScreenTrack(path, self.seen)
        self.opened = self.seen.ends.get(timeout=WAIT_S)
        self.stand: Stand | None = None

    def go(self, number: int) -> list[str]:
        self.seen.told = []
        self.track.go_to(Goal(0, number))
        self.stand = self.seen.ends.get(timeout=WAIT_S)
        self.track.drawn()
        return self.seen.told


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[Session], Track]]:
    tracks: list[Track] = []

    def make(session: Session) -> Track:
        tracks.append(Track(session, tmp_path))
        return tracks[-1]

    yield make
    for one in tracks:
        one.track.close()


def three_pages() -> tuple[Session, dict[str, int]]:
    """A page, one over it that defines a block, which is closed, and a third one that uses it."""
    at: dict[str, int] = {}
    session = Session()
    session.add(Kind.RUN)
    session.add(Kind.PHONE, b"a")
    session.add(Kind.STYLE, b'{"path":"app","parts":[],"kind":"app"}')
    session.route(1)
    session.open(1)
    session.show(1)
    session.log("one")
    at["first"] = session.batch(1, ["D", 1, {}], ["B", 0, [1]])
    session.file("http://a/x", b"old", "1")
    session.route(1, 2)
    session.open(2)
    session.show(2)
    at["second"] = session.batch(2, ["D", 2, {}], ["B", 0, [2]])
    session.file("http://a/x", b"new", "2")
    session.show(1, 2)
    session.log("two")
    session.route(1, 3)
    session.open(3)
    session.show(3)
    at["third"] = session.batch(3, ["B", 0, [2]])
    return session, at


def test_going_on_a_screen_hears_what_comes(opened: Callable[[Session], Track]) -> None:
    session, at = three_pages()
    track = opened(session)
    assert track.go(at["first"]) == [
        "begins 0", "log one", "phone a", "open 1 1", "show 1 none []", 'dom 1 [["D", 1, {}],["B", 0, [1]]]',
    ]  # fmt: skip
    assert track.go(at["second"]) == [
        "file http://a/x b'old'", "open 2 1", "show 2 push []", 'dom 2 [["D", 2, {}], ["B", 0, [2]]]',
    ]  # fmt: skip
    assert track.stand == Stand(at["second"] - 1, at["second"], {1: "p1", 2: "p2"})


def test_a_fresh_screen_hears_of_the_pages_that_are_there_and_of_blocks_of_those_that_were(
    opened: Callable[[Session], Track],
) -> None:
    session, at = three_pages()
    track = opened(session)
    at_once = [
        "begins 0", "file http://a/x b'new'", "log one", "log two", "phone a",
        "open 1 1", 'dom 1 [["D", 1, {}],["B", 0, [1]]]', "show 1 none []",
        "open 3 1", "show 3 none []", 'dom 3 [["D", 2, {}],["B", 0, [2]]]',
    ]  # fmt: skip
    told = track.go(at["third"])
    assert sorted(told) == sorted(at_once)
    assert [one for one in told if one[:4] in ("open", "dom ")] == [
        one for one in at_once if one[:4] in ("open", "dom ")
    ]
    # The page between was opened and closed on the way: a screen that is told all at once could not follow.
    track.go(at["first"])
    assert track.go(at["third"])[0] == "begins 0"
    assert track.go(at["second"])[0] == "begins 0"


def test_far_ahead_a_fresh_screen_is_cheaper_and_hears_no_value_twice(
    opened: Callable[[Session], Track], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_track, "MANY_BATCHES", 5)
    session, at = three_pages()
    for number in range(screen_track.STEPS + 1):
        last = session.batch(3, ["U", 7, [0, number]])
    track = opened(session)
    track.go(at["third"])
    told = track.go(last)
    assert told[0].startswith("begins")
    assert [one for one in told if '"U"' in one or "U," in one] == [f'dom 3 [["U",7,[0,{screen_track.STEPS}]]]']


def test_a_new_run_begins_with_its_first_page_and_the_old_screen_stays_until_then(
    opened: Callable[[Session], Track],
) -> None:
    session, _ = three_pages()
    before = session.add(Kind.RUN)
    session.route(9)
    session.open(9)
    after = session.batch(9, ["B", 0, [1]])
    track = opened(session)
    assert any(one.startswith("open 3") for one in track.go(before))
    assert [one for one in track.go(after) if one.startswith(("open", "dom"))] == ["open 9 1", 'dom 9 [["B", 0, [1]]]']
    track.go(1)
    assert [one for one in track.go(after) if one.startswith("open")] == ["open 9 1"]


def test_what_drawings_need_is_told_to_have_come(opened: Callable[[Session], Track]) -> None:
    session, at = three_pages()
    session.call(3, "image", 5)
    session.call(3, "draw", 6)
    session.reply(5)
    session.reply(6)
    track = opened(session)
    track.go(at["third"])
    assert track.go(len(session.entries)) == ["call 3 5", "call 3 6", "replied 5"]


def test_a_dialog_that_was_answered_is_closed_and_a_fresh_screen_never_has_it(
    opened: Callable[[Session], Track],
) -> None:
    session, at = three_pages()
    asked = session.add(Kind.SHOWN, codec.encode(view.CallShell(shell.Modal(title="?"), request_id=7)))
    answered = session.add(Kind.TOUCHED, codec.encode(view.Reply(7)))
    track = opened(session)
    track.go(at["third"])
    assert track.go(asked) == ["CallShell"]
    assert track.go(answered) == ["CallShell"]
    track.go(1)
    assert "CallShell" in track.go(asked)
    track.go(1)
    assert "CallShell" not in track.go(answered)


def test_while_a_screen_draws_only_the_last_wish_is_remembered(opened: Callable[[Session], Track]) -> None:
    session, at = three_pages()
    track = opened(session)
    track.track.go_to(Goal(0, at["first"]))
    assert track.seen.ends.get(timeout=WAIT_S).number == at["first"]
    for name in ("third", "first", "second"):
        track.track.go_to(Goal(0, at[name]))
    assert track.seen.ends.empty()
    track.track.drawn()
    assert track.seen.ends.get(timeout=WAIT_S).number == at["second"]
    assert track.seen.ends.empty()


def test_an_entry_that_is_none_is_told_before_anything_is_shown(opened: Callable[[Session], Track]) -> None:
    session, _ = three_pages()
    session.add(Kind.SHOWN, b'{"m":"nothing"}')
    track = opened(session)
    assert isinstance(track.opened, BadRecording)
    assert track.opened.code == "recording-no-entry"
    assert track.seen.told == []
