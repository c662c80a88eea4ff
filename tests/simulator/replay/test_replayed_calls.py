"""Calls that the host answered, as they stand on the console and in Network at a moment of a recording."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec import Raw

from runtime.platform.wechat import WECHAT
from runtime.protocol import codec, logic
from runtime.protocol.recording import Handed, TurnBegan
from simulator.bridge.record import Record
from simulator.bridge.recorder import Recorder
from simulator.recording.form import FileHead
from simulator.replay.replayed_calls import ReplayedCalls
from simulator.traffic.exchange import Exchange


class Session:
    """Calls, answers and events, at times that a test sets."""

    def __init__(self) -> None:
        self.now_s = 1000.0
        self.records: list[Record] = []
        recorder = Recorder()
        recorder.subscribe(self.records.extend)
        self.calls = ReplayedCalls(recorder, WECHAT, lambda: self.now_s)

    def call(self, number: int, name: str, **args: Any) -> None:
        self.calls.called(codec.encode(logic.ApiCall(number, name, Raw(json.dumps(args).encode()), page_id=1)))

    def hand(self, *messages: logic.HostToLogic) -> None:
        self.calls.handed(codec.encode(TurnBegan([Handed(Raw(codec.encode(one))) for one in messages])))

    def answer(self, number: int, *, ok: bool = True, **result: Any) -> None:
        self.hand(logic.ApiResult(number, ok, Raw(json.dumps(result).encode())))

    def event(self, number: int, name: str, **detail: Any) -> None:
        self.hand(logic.ApiEvent(name, Raw(json.dumps(detail).encode()), str(number)))

    def exchange(self) -> Exchange:
        (found,) = self.calls.log.exchanges()
        return found

    def body(self, of: Any) -> bytes | None:
        return self.calls.log.bodies.read(of)


@pytest.fixture
def session() -> Session:
    return Session()


def test_a_request_with_its_headers_bodies_status_and_time(session: Session) -> None:
    session.call(7, "request", url="https://a/b", method="post", header={"X-A": "1"}, data={"q": 1})
    assert (session.exchange().state, session.exchange().time_ms) == ("running", 1_000_000)
    session.now_s += 0.25
    session.answer(7, statusCode=201, header={"Content-Type": "text/plain"}, data={"name": "Ann"}, errMsg="request:ok")
    found = session.exchange()
    assert (found.state, found.status, found.method, found.url) == ("ok", 201, "POST", "https://a/b")
    assert (found.duration_ms, found.media_type, found.request_headers) == (250, "text/plain", (("X-A", "1"),))
    assert (session.body(found.request_body), session.body(found.body)) == (b'{"q":1}', b'{"name":"Ann"}')
    assert [(one.title, one.outcome, one.api_state) for one in session.records] == [
        ("request", "pending", "works"), ("request", "ok", "works"),
    ]  # fmt: skip
    assert session.records[-1].duration_ms == 250


def test_one_that_failed_and_one_that_is_not_answered_yet(session: Session) -> None:
    session.call(7, "request", url="https://a/b")
    session.answer(7, ok=False, errMsg="request:fail timeout")
    assert (session.exchange().state, session.exchange().error) == ("failed", "request:fail timeout")
    session.call(8, "downloadFile", url="https://a/c")
    session.hand(logic.ApiResult(8, True, goes_on=True))
    assert session.calls.log.exchanges()[1].state == "running"


def test_a_socket_with_its_messages(session: Session) -> None:
    session.call(3, "connectSocket", url="wss://a/s")
    session.answer(3, socketTaskId=3, errMsg="connectSocket:ok")
    session.event(3, "onOpen", header={})
    session.call(4, "SocketTask.send", task=3, data="hi")
    session.event(3, "onMessage", data={"$b64": "AAE="})
    found = session.exchange()
    assert (found.kind, found.status, found.frames) == ("socket", 101, 2)
    frames = session.calls.log.frames(found.number)
    assert [(one.is_sent, one.is_text, session.body(one.body)) for one in frames] == [
        (True, True, b"hi"), (False, False, b"\0\1"),
    ]  # fmt: skip
    session.event(3, "onClose", code=1000, reason="bye")
    assert (session.exchange().state, session.exchange().closed) == ("ok", "1000 bye")


def test_pictures_of_the_web(session: Session) -> None:
    session.calls.file(FileHead("project", "a.png", digest="x"), b"project")
    session.calls.file(FileHead("web", "http://a/b.png?x", media_type="image/png", digest="x"), b"web")
    assert (session.exchange().kind, session.exchange().status, session.body(session.exchange().body)) == (
        "image", 200, b"web",
    )  # fmt: skip
    session.calls.begin_anew()
    session.calls.file(FileHead("web", "http://a/large.png", left_out=9, media_type="image/png"), None)
    assert (session.exchange().is_there, session.exchange().body.size_bytes) == (True, 9)  # type: ignore[union-attr]
    session.calls.begin_anew()
    session.calls.file(FileHead("web", "http://a/none.png", is_there=False), None)
    assert (session.exchange().state, session.exchange().status) == ("failed", 404)


def test_other_calls_stand_on_the_console_alone_with_their_state(session: Session) -> None:
    session.call(1, "showToast", title="hi")
    session.answer(1, errMsg="showToast:ok")
    session.call(2, "scanCode")
    assert [(one.title, one.api_state) for one in session.records] == [
        ("showToast", "works"), ("showToast", "works"), ("scanCode", "simulated"),
    ]  # fmt: skip
    assert session.calls.log.exchanges() == []
    session.event(99, "onMessage", data="of nobody")
    session.hand(logic.ApiEvent("onThemeChange", Raw(b'{"theme":"dark"}')))
