"""A program's `wx` in an engine, without the rest of the base library: what runs in JavaScript and in the logic
process's Python is real, what goes to the host or to the view is recorded."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import quickjs

from runtime.api.logic_side import DeviceSnapshot, default_account, launch_settings, open_logic_apis
from runtime.platform.wechat import WECHAT
from runtime.protocol.launch import ProgramPlace
from runtime.protocol.logic import ApiCall, LogicToHost
from simulator.worker.library import library_of

LIBRARY = (
    "logic/api/facade.js", "logic/api/device_events.js", "logic/base/launched.js", "logic/base/tasks.js",
    "logic/base/worklets.js", "logic/base/wx_events.js", "logic/pages/app.js",
)  # fmt: skip

DEVICE = {
    "SDKVersion": "3.8.12", "version": "8.0.60", "model": "iPhone 12", "brand": "iPhone", "system": "iOS 17.0",
    "platform": "ios", "pixelRatio": 3, "screenWidth": 390, "screenHeight": 844, "windowWidth": 390,
    "windowHeight": 753, "statusBarHeight": 47, "language": "zh_CN", "theme": "light", "benchmarkLevel": 50,
    "safeArea": {"left": 0, "top": 47, "right": 390, "bottom": 810, "width": 390, "height": 763},
    "menuButton": {"left": 296, "top": 51, "right": 383, "bottom": 83, "width": 87, "height": 32},
    "bluetoothEnabled": True, "locationEnabled": True, "wifiEnabled": True, "cameraAuthorized": True,
    "deviceOrientation": "portrait",
}  # fmt: skip

PRELUDE = """
library.takeProgram({
  program: { app: { darkmode: true } }, settings: {}, device: { theme: 'light', screenWidth: 390, screenHeight: 844 },
});
library.wxEvents.add((event, ...args) => installed.fire(event, ...args));
App({ onThemeChange: (detail) => log.push(['App', 'onThemeChange', detail]) });
globalThis.receive = (message) => {
  library.receive(JSON.stringify(message));
  library.step();
};
globalThis.log = [];
globalThis.tasks = [];
globalThis.viewCalls = [];
globalThis.posted = [];
globalThis.nodes = {};
globalThis.console = {};
for (const level of ['log', 'info', 'warn', 'error', 'debug']) console[level] = (...args) => log.push([level, ...args]);
"""

INSTALL = """
globalThis.installed = library.install({
  table: JSON.parse(tableText),
  launchOptions: { path: 'pages/index/index', query: { a: '1' }, scene: 1001 },
  callApi: (name, args, id, sync) => callPython(name, args, id, sync),
  later: (task) => tasks.push(task),
  guard: (where, fn, self, args) => {
    try { return fn.apply(self, args); } catch (error) { log.push(['uncaught', where, error.message]); }
  },
  pageIdOf: (scope) => (scope ? scope.pageId : globalThis.noPage ? 0 : 1),
  select: (scope, selector) => nodes[selector] || [],
  callView: (pageId, call, done) => viewCalls.push({ pageId, call, done }),
  order: (pageId, call) => viewCalls.push({ pageId, call }),
  complain: (text) => log.push(['complain', text]),
  postView: (pageId, call, done) => viewCalls.push({ pageId, call, done }),
  flush: () => installed.flush(),
  whenReady: (pageId, task) => task(),
  hasPage: (pageId) => pageId === 1,
  canvasOf: () => [1, 0],
  elementOf: (scope, tag, id) => nodes[id === undefined ? tag : `${tag}#${id}`] || null,
  hasTree: () => true,
  isComponent: (scope) => Boolean(scope && scope.pageId),
  noticed: new Set(),
  intercepted: new Set(),
  post: (message) => posted.push(message),
  shownPage: () => "",
});
globalThis.wx = installed.wx;
globalThis.outcome = (tag) => ({
  success: (r) => log.push([tag, 'success', r]), fail: (r) => log.push([tag, 'fail', r]),
  complete: (r) => log.push([tag, 'complete', r]),
});
"""


class WxProgram:
    """`run` evaluates JavaScript and then everything that it has set going, but for what waits for the host."""

    def __init__(self, folder: Path) -> None:
        self.sent: list[LogicToHost] = []
        self.package = folder / "package"
        self.package.mkdir()
        place = ProgramPlace(
            str(folder / "data" / "storage.sqlite"), str(folder / "data" / "files"), str(self.package),
            default_account("wx0123456789abcdef"), {"theme": "blue"},
        )  # fmt: skip
        settings = launch_settings(WECHAT, place)
        self.device = DeviceSnapshot(DEVICE)
        self.apis = open_logic_apis(WECHAT, place, self.device, self.sent.append)
        self._engine = quickjs.Context()
        self._engine.eval("globalThis.running = () => {}")
        self._engine.set("library", self._engine.eval(library_of(*LIBRARY).code))
        self._engine.eval(PRELUDE)
        self._engine.set("tableText", msgspec.json.encode(settings.apis).decode())
        self._engine.add_callable("callPython", self._call)
        self._engine.eval(INSTALL)
        self.from_tap = False
        self.word: Callable[[ApiCall], dict[str, Any] | None] = lambda call: None

    def run(self, code: str) -> Any:
        """The value of an expression or of a function body with `return`, as JSON says it."""
        body = code if "return" in code or ";" in code else f"return ({code});"
        text = self._engine.eval("JSON.stringify((() => {" + body + "})())")
        self.settle()
        return None if text is None else json.loads(text)

    def settle(self) -> None:
        """Runs waiting tasks and promises until nothing is left."""
        while True:
            while self._engine.execute_pending_job():
                pass
            if not self._engine.eval("tasks.length > 0 && (tasks.shift()(), true)"):
                if self._engine.execute_pending_job():
                    continue
                return

    def answer(self, ok: bool, result: dict[str, Any], index: int = -1) -> None:
        """The host's ApiResult for one of the calls that were sent to it."""
        call = self.host_calls()[index]
        self._engine.eval(f"installed.apiResult({call.call_id}, {json.dumps(ok)}, {json.dumps(result)})")
        self.settle()

    def host_calls(self) -> list[ApiCall]:
        """The calls that went to the host."""
        return [message for message in self.sent if isinstance(message, ApiCall)]

    def log(self) -> list[Any]:
        """What the program has noted down, and forgets it."""
        entries: list[Any] = json.loads(self._engine.eval("JSON.stringify(log.splice(0))"))
        return entries

    def intercept(self, *names: str) -> None:
        """From now on the host wants to see these calls; what it says to those that wait for it is `word`."""
        self.apis.intercept(names)
        self._engine.eval(f"installed.intercept({json.dumps(names)})")

    def let_go(self, index: int = -1) -> None:
        """The host leaves a call that it has seen to the program."""
        call = self.host_calls()[index]
        answer = json.loads(self.apis.go_on(call.call_id))
        goes_on = json.dumps(bool(answer.get("goesOn")))
        result = json.dumps(answer.get("result"))
        ok = json.dumps(answer.get("ok"))
        self._engine.eval(f"installed.apiResult({call.call_id}, {ok}, {result}, {goes_on})")
        self.settle()

    def traces(self) -> list[Any]:
        """What JavaScript has told the timeline, and forgets it."""
        posted: list[Any] = json.loads(self._engine.eval("JSON.stringify(posted.splice(0))"))
        return posted

    def _call(self, name: str, args_json: str, call_id: float, sync: bool) -> str:
        number = int(call_id)
        answer = self.apis.call(name, args_json, number, page_id=1, sync=bool(sync), from_tap=self.from_tap)
        if answer or not sync:
            return answer
        word = self.word(self.host_calls()[-1])
        return self.apis.go_on(number) if word is None else json.dumps({"ok": "value" in word, "result": word})
