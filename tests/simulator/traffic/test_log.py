"""The traffic log: a transcript of each kind of exchange, and its bounds."""

from __future__ import annotations

import pytest

from runtime.api.call import Request
from runtime.api.ports.http_values import HttpRequest, Upload
from runtime.protocol.stacks import StackFrame
from simulator.traffic import log as log_module
from simulator.traffic.exchange import Exchange, Timing
from simulator.traffic.log import MOST_FRAMES, Loaded, TrafficLog, Wire

URL = "https://a.example/b"


class Clock:
    """Seconds, as a test says."""

    now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def made(clock: Clock | None = None) -> TrafficLog:
    return TrafficLog(clock=clock or Clock())


def call(log: TrafficLog, task_id: int = 1, name: str = "request", **args: object) -> None:
    log.called(Request(name, {"url": URL, **args}, task_id, 3, stack=(StackFrame("load", "pages/a.js", 4),)))


def test_a_request_from_its_call_to_its_answer() -> None:
    clock = Clock()
    log, states = made(clock), []
    log.subscribe(lambda entry: states.append((entry.state, entry.status)))
    call(log, method="put")
    clock.now_s += 0.25
    log.sent(1, HttpRequest(URL, "PUT", body=b"in"), (("A", "b"),))
    log.head(1, 201, (("Content-Type", "text/plain"),))
    clock.now_s += 0.5
    log.ended(1, Wire(Timing(wait_ms=400), "h2", "1.2.3.4:443", 99), b"out")
    log.answered(1, "")
    assert states == [("waiting", 0), ("running", 0), ("running", 201), ("running", 201), ("ok", 201)]
    (entry,) = log.exchanges()
    assert (entry.method, entry.media_type, entry.page_id, entry.stack[0].line) == ("PUT", "text/plain", 3, 4)
    assert (entry.timing, entry.duration_ms) == (Timing(queued_ms=250, wait_ms=400), 750)
    assert entry.body is not None
    assert log.bodies.read(entry.body) == b"out"


def test_calls_that_never_reach_the_wire_fail_with_their_words() -> None:
    log = made()
    log.called(Request("request", {"url": 7}, 1))
    log.answered(1, "request:fail parameter error")
    assert [(entry.url, entry.state, entry.error) for entry in log.exchanges()] == [
        ("", "failed", "request:fail parameter error")
    ]


def test_other_calls_are_none_of_its_business() -> None:
    log = made()
    log.called(Request("getStorage", {"key": "a"}, 1))
    log.answered(1, "")
    log.frame(5, "text", is_sent=True)
    log.ended(5, Wire(), b"")
    assert log.exchanges() == []


def test_an_upload_has_its_file_and_its_fields() -> None:
    log = made()
    call(log, name="uploadFile")
    log.sent(1, HttpRequest(URL, "POST", upload=Upload("file", "a.png", b"\x89", {"k": "v"})), ())
    entry = log.exchanges()[0]
    assert (entry.kind, entry.method, entry.file_name, entry.fields) == ("upload", "POST", "a.png", (("k", "v"),))
    assert entry.request_body is not None
    assert log.bodies.read(entry.request_body) == b"\x89"


def test_the_end_of_the_program_ends_what_runs_but_no_replay() -> None:
    log = made()
    call(log)
    again = log.replaying(log.exchanges()[0])
    log.program_ended()
    assert [(entry.state, entry.replayed) for entry in log.exchanges()] == [("failed", 0), ("waiting", 1)]
    log.answered(again, "")
    assert log.exchanges()[1].state == "ok"
    call(log)
    assert len(log.exchanges()) == 3


def test_it_keeps_the_newest_and_fewer_while_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "MOST", 5)
    monkeypatch.setattr(log_module, "MOST_UNSEEN", 3)
    log = made()
    for task_id in range(1, 11):
        call(log, task_id)
    assert [entry.number for entry in log.exchanges()] == [8, 9, 10]
    leave = log.subscribe(lambda _entry: None)
    for task_id in range(11, 21):
        call(log, task_id)
    leave()
    assert [entry.number for entry in log.exchanges()] == [16, 17, 18, 19, 20]
    log.answered(1, "")
    assert len(log.exchanges()) == 5


def test_a_flood_of_messages_keeps_the_newest() -> None:
    log = made()
    call(log, name="connectSocket")
    log.answered(1, "")
    for number in range(MOST_FRAMES + 10):
        log.frame(1, str(number), is_sent=False)
    frames = log.frames(1)
    assert (len(frames), log.exchanges()[0].frames) == (MOST_FRAMES, MOST_FRAMES + 10)
    assert log.bodies.read(frames[0].body) == b"10"


def test_clearing_forgets_all_and_hears_nothing_more_of_what_runs() -> None:
    log, heard = made(), list[Exchange]()
    call(log)
    log.clear()
    log.subscribe(heard.append)
    log.answered(1, "")
    assert (log.exchanges(), heard) == ([], [])


def test_files_of_the_view() -> None:
    log = made()
    log.loaded(Loaded("image", "handset://project/a.png", 5, 2, 200, "image/png", content=b"png"))
    log.loaded(Loaded("image", "https://a.example/far.png", 6, 30, size_bytes=700))
    log.loaded(Loaded("font", "handset://project/no.ttf", 7, 1, 404, error="not found"))
    assert [(entry.kind, entry.state, entry.status) for entry in log.exchanges()] == [
        ("image", "ok", 200), ("image", "ok", 0), ("font", "failed", 404),
    ]  # fmt: skip
    near, far, _ = log.exchanges()
    assert near.body is not None
    assert log.bodies.read(near.body) == b"png"
    assert far.body is not None
    assert (far.body.size_bytes, log.bodies.read(far.body)) == (700, None)
