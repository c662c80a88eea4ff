"""A logic process as the host sees it: real processes, real pipes."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import psutil
import pytest
from msgspec import Raw

from runtime.api.logic_side import default_account, launch_settings
from runtime.platform.wechat import WECHAT
from runtime.protocol import codec, logic
from runtime.protocol.launch import LaunchOptions, ProgramPlace, Settings
from runtime.protocol.previews import memory_of
from runtime.protocol.program_questions import AskMemory
from runtime.protocol.version import WIRE_VERSION
from simulator.bridge.process import LogicProcess, WarmSpare
from tests.arch.sources import ROOT
from tests.support.project_folder import write_project
from tests.support.source_maps import source_map

DEADLINE_S = 30
Message = TypeVar("Message", bound=msgspec.Struct)


class Peer:
    """One process with its messages in a queue."""

    def __init__(self, memory_limit_mb: int = 128) -> None:
        self.messages: queue.SimpleQueue[msgspec.Struct] = queue.SimpleQueue()
        self.ends: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.process = LogicProcess(memory_limit_mb=memory_limit_mb)
        self.process.start()
        self.process.attach(
            lambda _process, data: self.messages.put(codec.decode_from_logic(data)),
            lambda _process, reason: self.ends.put(reason),
        )

    def launch(self, script: str, settings: Settings | None = None) -> None:
        """A program that is only app.js; its onLaunch runs."""
        program: dict[str, Any] = {
            "app": {}, "app_script": "app.js", "pages": {}, "components": {}, "templates": {}, "wxs": {},
            "scripts": {"app.js": {"code": script, "line": 1}}, "aliases": {}, "npm": [],
        }  # fmt: skip
        options = LaunchOptions("", {}, 1001)
        self.process.send(logic.Launch(Raw(json.dumps(program).encode()), {}, settings or Settings(), options))
        self.process.send(logic.Route("appLaunch", [logic.RouteStep("app-launch")], []))

    def wait_for(self, kind: type[Message]) -> Message:
        """The next message of a kind; others are dropped."""
        while True:
            message = self.messages.get(timeout=DEADLINE_S)
            if isinstance(message, kind):
                return message


@pytest.fixture
def peer() -> Iterator[Peer]:
    peer = Peer()
    yield peer
    peer.process.kill()


def text_of(log: logic.Log) -> str:
    return str(json.loads(bytes(log.args))[0]["v"])


def test_it_says_ready_and_answers_pings(peer: Peer) -> None:
    peer.wait_for(logic.Ready)
    peer.process.send(logic.Ping(7))
    assert peer.wait_for(logic.Pong) == logic.Pong(7)


def test_it_says_how_much_memory_its_program_holds(peer: Peer) -> None:
    def used() -> int:
        peer.process.send(AskMemory(5))
        use = memory_of(peer.wait_for(logic.Inspected).value)
        assert use.limit_bytes == 128 * 1024 * 1024
        return use.used_bytes

    peer.wait_for(logic.Ready)
    before = used()
    peer.launch("App({ held: Array.from({ length: 200000 }, (_, i) => ({ i })) })")
    peer.wait_for(logic.Launched)
    assert used() - before > 1_000_000


def test_a_program_runs_with_timers_and_microtasks(peer: Peer) -> None:
    peer.launch("App({ onLaunch() { setTimeout(() => Promise.resolve('later').then(console.log), 5); } })")
    peer.wait_for(logic.Launched)
    log = peer.wait_for(logic.Log)
    assert text_of(log) == "later"


def test_an_endless_loop_is_reported_and_can_be_killed(peer: Peer) -> None:
    peer.launch("App({\n onLaunch() { for (;;); } })")
    busy = peer.wait_for(logic.Busy)
    assert busy.what == "App onLaunch (app.js:2)"
    assert busy.since_ms > 1000
    peer.process.kill()


def test_out_of_memory_is_an_error_of_the_program(peer: Peer) -> None:
    peer.launch("App({ onLaunch() { const a = []; for (;;) a.push(new Array(100000).fill(1)); } })")
    error = peer.wait_for(logic.Uncaught)
    assert error.message == "InternalError: out of memory"
    assert error.where == "App onLaunch"
    peer.process.send(logic.Ping(1))
    peer.wait_for(logic.Pong)


def test_recursion_without_end_leaves_the_process_alive(peer: Peer) -> None:
    peer.launch("App({ onLaunch() { (function f() { [1].map(f); })(); } })")
    assert "call stack" in peer.wait_for(logic.Uncaught).message
    peer.process.send(logic.Ping(1))
    peer.wait_for(logic.Pong)


def test_shutdown_ends_in_good_order(peer: Peer) -> None:
    peer.wait_for(logic.Ready)
    peer.process.send(logic.Shutdown())
    assert peer.ends.get(timeout=DEADLINE_S) == "exit code 0"


def test_a_message_that_is_not_one_ends_the_process_with_a_reason(peer: Peer) -> None:
    peer.wait_for(logic.Ready)
    peer.process.send(b'{"m": "nonsense"}')
    assert peer.ends.get(timeout=DEADLINE_S).startswith("exit code 1: msgspec.ValidationError")


def test_the_spare_is_handed_out_with_what_it_has_said() -> None:
    spare = WarmSpare(memory_limit_mb=128)
    messages: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    try:
        spare.prepare()
        process = spare.take(lambda _process, data: messages.put(data), lambda _process, _reason: None)
        assert codec.decode_from_logic(messages.get(timeout=DEADLINE_S)) == logic.Ready(WIRE_VERSION)
        assert not spare.is_ready
        process.kill()
    finally:
        spare.close()


def test_a_question_to_the_view_stops_the_program_until_it_is_answered(peer: Peer, tmp_path: Path) -> None:
    account = default_account("wx1")
    place = ProgramPlace(str(tmp_path / "storage.sqlite"), str(tmp_path / "files"), str(tmp_path), account)
    script = """const canvas = wx.createOffscreenCanvas({ type: '2d', width: 9, height: 9 });
      App({ onLaunch() { console.log(canvas.getContext('2d').measureText('a').width); },
            onHide() { console.log('hid'); } })"""
    peer.launch(script, launch_settings(WECHAT, place))
    call = peer.wait_for(logic.ViewCall)
    assert json.loads(bytes(call.call))["jobs"][0][0] == "measure"
    peer.process.send(logic.Ping(1))
    peer.wait_for(logic.Pong)
    peer.process.send(logic.Route("", [logic.RouteStep("app-hide")], []))
    peer.process.send(logic.ViewReply(call.request_id, Raw(b'{"values":[12.5],"isFinal":true}')))
    assert [text_of(peer.wait_for(logic.Log)) for _ in range(2)] == ["12.5", "hid"]


def test_errors_and_values_of_a_bundle_lead_to_what_it_was_made_of(peer: Peer, tmp_path: Path) -> None:
    script = (
        "App({ onLaunch() { const e = new Error('x'); console.log(e); throw e } })\n//# sourceMappingURL=app.js.map"
    )
    made = source_map(["../src/app.ts"], [(0, 0, 0, 6, 0), (0, 18, 0, 7, 2)])
    package = write_project(tmp_path, {"dist/app.js": script, "dist/app.js.map": made, "src/app.ts": ""}) / "dist"
    place = ProgramPlace(
        str(tmp_path / "s.sqlite"), str(tmp_path / "files"), str(package), default_account("wx1"), {}, str(tmp_path)
    )
    peer.launch(script, msgspec.structs.replace(launch_settings(WECHAT, place), below="dist"))
    said = peer.wait_for(logic.Log)
    assert (said.stack[0].file, said.stack[0].line, said.stack[0].column) == ("src/app.ts", 8, 3)
    (value,) = json.loads(bytes(said.args))
    assert (value["stack"][0]["file"], value["stack"][0]["line"]) == ("src/app.ts", 8)
    assert peer.wait_for(logic.Uncaught).stack[0].file == "src/app.ts"


def test_a_broken_source_map_is_told_once(peer: Peer, tmp_path: Path) -> None:
    script = "App({ onLaunch() { console.log(1); console.log(2) } })"
    write_project(tmp_path, {"app.js": script, "app.js.map": "{"})
    place = ProgramPlace(str(tmp_path / "s.sqlite"), str(tmp_path / "files"), str(tmp_path), default_account("wx1"))
    peer.launch(script, launch_settings(WECHAT, place))
    logs = [peer.wait_for(logic.Log) for _ in range(3)]
    assert text_of(logs[0]).startswith("The source map of app.js cannot be read")
    assert [text_of(log) for log in logs[1:]] == ["1", "2"]
    assert (logs[1].stack[0].file, logs[1].stack[0].line) == ("app.js", 1)


DOOMED_HOST = """
import os, sys
import psutil
from runtime.protocol import logic
from tests.simulator.worker.test_worker import Peer
peer = Peer()
peer.launch(sys.argv[1])
peer.wait_for(getattr(logic, sys.argv[2]))
print(*(child.pid for child in psutil.Process().children(recursive=True)), flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("script", "heard"),
    [("App({})", "Launched"), ("App({ onLaunch() { while (true) {} } })", "Busy")],
    ids=["idle", "in an endless loop"],
)
def test_it_ends_when_its_host_is_killed(script: str, heard: str) -> None:
    host = subprocess.Popen(
        [sys.executable, "-c", DOOMED_HOST, script, heard],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert host.stdout
    (worker,) = [psutil.Process(int(pid)) for pid in host.stdout.readline().split()]
    host.kill()
    host.wait()
    _, alive = psutil.wait_procs([worker], timeout=DEADLINE_S)
    assert alive == []


def test_timers_are_in_time_under_pings_and_messages(peer: Peer) -> None:
    peer.launch("""const began = performance.now();
      const told = (name) => () => console.log(name + ' ' + Math.round(performance.now() - began));
      App({ onLaunch() { for (const ms of [300, 900, 1500]) setTimeout(told(ms), ms); } })""")
    peer.wait_for(logic.Launched)
    done = threading.Event()

    def disturb() -> None:
        serial = 0
        while not done.wait(0.05):
            serial += 1
            peer.process.send(logic.Ping(serial))
            peer.process.send(logic.DeviceChanged({}))

    thread = threading.Thread(target=disturb, daemon=True)
    thread.start()
    try:
        told = [text_of(peer.wait_for(logic.Log)).split() for _ in range(3)]
    finally:
        done.set()
        thread.join()
    late = {name: int(ms) - int(name) for name, ms in told}
    assert set(late) == {"300", "900", "1500"}
    assert max(late.values()) < 250, late


def test_a_program_that_does_not_listen_cannot_fill_the_memory(peer: Peer) -> None:
    peer.launch("App({ onLaunch() { for (;;); } })")
    event = codec.encode(logic.ApiEvent("onMessage", Raw(json.dumps("x" * 2**24).encode())))
    for _ in range(20):
        peer.process.send(event)
    assert peer.ends.get(timeout=DEADLINE_S) == "exit code 1: more than 256 MB of messages wait for the program"


INTERCEPTED = """const text = (work) => { try { return work() } catch (error) { return error.message } };
App({ onLaunch() {
  console.log(text(() => wx.getStorageSync('k')));
  wx.getStorage({ key: 'none', complete: (r) => console.log(r.errMsg + (r.data || '')) });
  console.log(text(() => wx.getStorageSync('k')));
  console.log(String(text(() => wx.getUpdateManager())));
} })"""


def test_calls_of_the_logic_process_are_shown_to_the_host_and_come_back(peer: Peer, tmp_path: Path) -> None:
    place = ProgramPlace(str(tmp_path / "s.sqlite"), str(tmp_path / "files"), str(tmp_path), default_account("wx1"))
    settings = msgspec.structs.replace(
        launch_settings(WECHAT, place), intercepted=["getStorageSync", "getStorage", "getUpdateManager"]
    )
    peer.launch(INTERCEPTED, settings)
    first = peer.wait_for(logic.ApiCall)
    assert (first.name, json.loads(bytes(first.args)), first.sync) == ("getStorageSync", {"key": "k"}, True)
    peer.process.send(logic.ApiResult(first.call_id, True, Raw(b'{"value":"mocked","errMsg":"getStorageSync:ok"}')))
    assert text_of(peer.wait_for(logic.Log)) == "mocked"
    second = peer.wait_for(logic.ApiCall)
    assert (second.name, second.sync) == ("getStorage", False)
    third = peer.wait_for(logic.ApiCall)
    peer.process.send(logic.ApiResult(third.call_id, True, goes_on=True))
    trace = peer.wait_for(logic.ApiTrace)
    assert (trace.call_id, trace.name, trace.ok) == (third.call_id, "getStorageSync", True)
    assert text_of(peer.wait_for(logic.Log)) == ""
    fourth = peer.wait_for(logic.ApiCall)
    peer.process.send(logic.ApiResult(fourth.call_id, True, goes_on=True))
    assert peer.wait_for(logic.ApiTrace).name == "getUpdateManager"
    assert text_of(peer.wait_for(logic.Log)) == "[object Object]"
    peer.process.send(logic.Intercept([]))
    peer.process.send(logic.ApiResult(second.call_id, True, goes_on=True))
    assert text_of(peer.wait_for(logic.Log)) == "getStorage:fail data not found"
