"""Debugging a logic process over its pipes: what waits, what is answered, and what a pause is not."""

from __future__ import annotations

import json
import queue
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from msgspec import Raw

from runtime.api.logic_side import default_account, launch_settings
from runtime.platform.wechat import WECHAT
from runtime.protocol import codec, debugging, logic
from runtime.protocol.launch import LaunchOptions, ProgramPlace, Settings
from simulator.bridge.process import LogicProcess

DEADLINE_S = 30
Message = TypeVar("Message", bound=msgspec.Struct)


class Peer:
    """One process that is debugged: `breakpoints` are in its only script, app.js."""

    def __init__(self) -> None:
        self.messages: queue.SimpleQueue[msgspec.Struct] = queue.SimpleQueue()
        self.ends: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.settings = Settings()
        self.process = LogicProcess(memory_limit_mb=128)
        self.process.start()
        self.process.attach(
            lambda _process, data: self.messages.put(codec.decode_from_logic(data)),
            lambda _process, reason: self.ends.put(reason),
        )

    def launch(self, script: str, *lines: int, **setup: Any) -> None:
        self.arm(*lines, **setup)
        program: dict[str, Any] = {
            "app": {}, "app_script": "app.js", "pages": {}, "components": {}, "templates": {}, "wxs": {},
            "scripts": {"app.js": {"code": script, "line": 1}}, "aliases": {}, "npm": [],
        }  # fmt: skip
        options = LaunchOptions("", {}, 1001)
        self.process.send(logic.Launch(Raw(json.dumps(program).encode()), {}, self.settings, options))
        self.process.send(logic.Route("appLaunch", [logic.RouteStep("app-launch")], []))

    def arm(self, *lines: int, **setup: Any) -> None:
        wanted = [debugging.WantedBreakpoint(number, "app.js", line) for number, line in enumerate(lines, 1)]
        self.process.send(debugging.DebugSetup(breakpoints=wanted, **setup))

    def wait_for(self, kind: type[Message]) -> Message:
        """The next message of a kind; others are dropped."""
        while True:
            message = self.messages.get(timeout=DEADLINE_S)
            if isinstance(message, kind):
                return message

    def evaluate(self, code: str) -> logic.Evaluated:
        self.process.send(debugging.DebugEvaluate(1, 1, code))
        return self.wait_for(logic.Evaluated)

    def pings(self, serial: int) -> None:
        self.process.send(logic.Ping(serial))
        assert self.wait_for(logic.Pong).serial == serial


@pytest.fixture
def peer() -> Iterator[Peer]:
    peer = Peer()
    yield peer
    peer.process.kill()


LOOP = """App({ onLaunch() {
  let n = 0; console.log('begun')
  while (!globalThis.enough) {
    n += 1
  }
  console.log('ended')
} })"""


def test_while_paused_pings_and_questions_are_answered_and_all_else_waits(peer: Peer) -> None:
    peer.launch("App({ onLaunch() {\n  const a = 1\n  console.log('first')\n} })", 3)
    paused = peer.wait_for(debugging.DebugPaused)
    assert [(frame.function, frame.line) for frame in paused.frames] == [("onLaunch", 3)]
    peer.pings(1)
    peer.process.send(logic.Dependents(2, []))
    assert json.loads(bytes(peer.evaluate("a + 1").value)) == {"t": "number", "v": 2}
    peer.process.send(debugging.DebugGo())
    peer.wait_for(debugging.DebugResumed)
    assert peer.wait_for(logic.Inspected).request_id == 2


def test_a_tight_loop_is_paused_and_left(peer: Peer) -> None:
    peer.launch(LOOP, 6)
    peer.wait_for(logic.Log)
    peer.process.send(debugging.DebugPause())
    paused = peer.wait_for(debugging.DebugPaused)
    assert paused.reason == "pause"
    assert paused.frames[0].line in (3, 4)
    peer.evaluate("globalThis.enough = 1")
    peer.process.send(debugging.DebugGo())
    assert peer.wait_for(debugging.DebugPaused).breakpoint_ids == [1]


def test_a_breakpoint_that_is_set_while_a_loop_runs_counts_at_once(peer: Peer) -> None:
    peer.launch(LOOP, 6)
    peer.wait_for(logic.Log)
    peer.arm(6, 4)
    assert peer.wait_for(debugging.DebugPaused).breakpoint_ids == [2]
    peer.arm()
    peer.evaluate("globalThis.enough = 1")
    peer.process.send(debugging.DebugGo())
    assert json.loads(bytes(peer.wait_for(logic.Log).args))[0]["v"] == "ended"


def test_an_evaluation_without_end_is_ended_when_the_user_says_so(peer: Peer) -> None:
    peer.launch("App({ onLaunch() {\n  const a = 1\n  f(a)\n} })\nfunction f() {\n  for (;;) {}\n}", 3)
    peer.wait_for(debugging.DebugPaused)
    for code in (
        "while (1);",
        "f(a)",
        "[1].map(function g() { return g() })",
        "(() => { try { for (;;); } catch (e) {} })()",
    ):
        peer.process.send(debugging.DebugEvaluate(1, 1, code))
        peer.process.send(debugging.DebugStop())
        answer = peer.wait_for(logic.Evaluated)
        assert answer.error or json.loads(bytes(answer.value)) == {"t": "undefined"}
    assert json.loads(bytes(peer.evaluate("a").value)) == {"t": "number", "v": 1}


def test_a_getter_that_throws_or_never_ends_is_shown_as_what_it_is(peer: Peer) -> None:
    script = (
        "App({ onLaunch() {\n  const bad = { get thrown() { throw new Error('no') } }\n"
        "  const endless = { get value() { for (;;); } }\n  console.log(1)\n} })"
    )
    peer.launch(script, 4)
    peer.wait_for(debugging.DebugPaused)
    ended = {"t": "error", "v": "RangeError: it does not end", "stack": []}
    assert json.loads(bytes(peer.evaluate("bad").value))["props"] == [
        ["thrown", {"t": "error", "v": "Error: no", "stack": []}]
    ]
    assert json.loads(bytes(peer.evaluate("endless").value))["props"] == [["value", ended]]
    both = json.loads(bytes(peer.evaluate("({ get value() { for (;;); }, get thrown() { throw 1 }, n: 2 })").value))
    assert both["props"] == [
        ["value", ended],
        ["thrown", {"t": "error", "v": "1", "stack": []}],
        ["n", {"t": "number", "v": 2}],
    ]
    unwatched = "new Function('return { get value() { for (;;); } }')()"
    assert json.loads(bytes(peer.evaluate(unwatched).value))["v"] == "a getter does not end"
    peer.pings(2)


def test_when_nobody_listens_any_more_the_program_goes_on(peer: Peer) -> None:
    peer.launch("App({ onLaunch() {\n  console.log('on')\n} })", 2)
    peer.wait_for(debugging.DebugPaused)
    peer.arm(2, is_attached=False)
    peer.wait_for(debugging.DebugResumed)
    assert json.loads(bytes(peer.wait_for(logic.Log).args))[0]["v"] == "on"


def test_a_call_of_an_api_pauses(peer: Peer, tmp_path: Path) -> None:
    place = ProgramPlace(str(tmp_path / "s.sqlite"), str(tmp_path / "files"), str(tmp_path), default_account("wx1"))
    peer.settings = launch_settings(WECHAT, place)
    peer.launch("App({ onLaunch() {\n  const key = 'k'\n  wx.getStorageSync(key)\n} })", apis=["wx.getStorageSync"])
    paused = peer.wait_for(debugging.DebugPaused)
    assert (paused.reason, paused.description, paused.frames[0].line) == ("api", "getStorageSync", 3)
    assert json.loads(bytes(peer.evaluate("key").value))["v"] == "k"


def test_a_paused_program_can_be_ended(peer: Peer) -> None:
    peer.launch("App({ onLaunch() {\n  console.log(1)\n} })", 2)
    peer.wait_for(debugging.DebugPaused)
    peer.process.send(logic.Shutdown())
    assert peer.ends.get(timeout=DEADLINE_S)


def test_a_pause_counts_as_no_long_task(peer: Peer) -> None:
    """The watch of the process looks once a second; the pings between two looks are answered."""
    peer.launch("App({ onLaunch() {\n  console.log(1)\n} })", 2)
    peer.wait_for(debugging.DebugPaused)
    busy = []
    for serial in range(3):
        peer.process.send(debugging.DebugEvaluate(1, 1, "const until = Date.now() + 800; while (Date.now() < until);"))
        message = peer.messages.get(timeout=DEADLINE_S)
        busy += [message] if isinstance(message, logic.Busy) else []
        peer.pings(serial)
    assert busy == []


@pytest.mark.parametrize(
    "junk",
    [
        b'{"m":"debug-evaluate"}',
        b'{"m":"debug-go","kind":"sideways"}',
        b'{"m":"debug-members","request_id":1,"object_id":99}',
    ],
)
def test_a_strange_question_leaves_the_pause_as_it_is(peer: Peer, junk: bytes) -> None:
    peer.launch("App({ onLaunch() {\n  const a = 3\n  console.log(a)\n} })", 3)
    peer.wait_for(debugging.DebugPaused)
    peer.process.send(junk)
    assert json.loads(bytes(peer.evaluate("a").value))["v"] == 3


def test_what_is_no_message_ends_a_paused_process_with_a_reason(peer: Peer) -> None:
    peer.launch("App({ onLaunch() {\n  console.log(1)\n} })", 2)
    peer.wait_for(debugging.DebugPaused)
    peer.process.send(b'{"m":"debug-setup","breakpoints":7}')
    assert "ValidationError" in peer.ends.get(timeout=DEADLINE_S)
