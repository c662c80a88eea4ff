"""A debug session of `handset dap` on a real program: from the launch to the end, and what cannot be launched."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from simulator.debug.dap.session import DebugSession
from simulator.running.headless_starter import HeadlessStarter
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

SCRIPT = """function add(total, step) {
  return total + step
}
Page({
  data: { count: 0 },
  onLoad(query) {
    let step = Number(query.step)
    this.setData({ count: add(this.data.count, step) })
    console.log('counted', this.data.count)
  },
})
"""
FILES = {
    "app.json": '{"pages": ["pages/p/p"]}', "app.js": "App({})", "pages/p/p.json": "{}", "pages/p/p.js": SCRIPT,
    "pages/p/p.wxml": "<view>{{count}}</view>",
}  # fmt: skip


class Client:
    """One session; requests are answered later."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self.is_over = False
        self.session = DebugSession(HeadlessStarter(), lambda body: self.said.append(json.loads(body)), self._over)
        self._number = 0

    def _over(self) -> None:
        self.is_over = True

    def send(self, command: str, **arguments: Any) -> Callable[[], dict[str, Any]]:
        """Sends a request; the result waits for its response."""
        self._number += 1
        number = self._number
        request = {"seq": number, "type": "request", "command": command, "arguments": arguments}
        self.session.receive(json.dumps(request).encode())

        def response() -> dict[str, Any]:
            found: list[dict[str, Any]] = []
            wait_until(
                lambda: found.extend(one for one in self.said if one.get("request_seq") == number) or found,
                f"the response to {command}", instead=lambda: self.said[-3:],
            )  # fmt: skip
            return found[0]

        return response

    def ask(self, command: str, **arguments: Any) -> dict[str, Any]:
        """The body of the response."""
        response = self.send(command, **arguments)()
        assert response["success"], response
        body: dict[str, Any] = response.get("body", {})
        return body

    def event(self, event: str, number: int = 1) -> dict[str, Any]:
        """Waits for so many events of a kind; the body of the last."""
        found: list[dict[str, Any]] = []

        def is_there() -> bool:
            found[:] = [one.get("body", {}) for one in self.said if one.get("event") == event]
            return len(found) >= number

        wait_until(is_there, f"{number} × {event}", instead=lambda: self.said[-3:])
        return found[number - 1]


@pytest.fixture
def client(qapp: QApplication) -> Iterator[Client]:
    client = Client()
    yield client
    client.session.close()
    qapp.processEvents()


def test_a_program_is_launched_paused_changed_and_ended(client: Client, tmp_path: Path) -> None:
    root = write_project(tmp_path / "shop", FILES)
    source = {"path": str(root / "pages/p/p.js")}
    client.ask("initialize", adapterID="handset")
    launched = client.send("launch", project=str(root), page="pages/p/p?step=5", device="iPhone X")
    client.event("initialized")
    client.ask("setBreakpoints", source=source, breakpoints=[{"line": 8, "condition": "step === 5"}])
    client.ask("configurationDone")
    assert launched()["success"]
    assert client.event("stopped")["reason"] == "breakpoint"
    frame = client.ask("stackTrace", threadId=1)["stackFrames"][0]
    assert (frame["name"], frame["line"], frame["source"]["path"]) == ("onLoad", 8, source["path"])
    scope = client.ask("scopes", frameId=frame["id"])["scopes"][0]["variablesReference"]
    variables = client.ask("variables", variablesReference=scope)["variables"]
    assert {one["name"]: one["value"] for one in variables}["step"] == "5"
    client.ask("setVariable", variablesReference=scope, name="step", value="40")
    client.ask("stepIn", threadId=1)
    client.event("stopped", 2)
    assert client.ask("stackTrace", threadId=1)["stackFrames"][0]["name"] == "add"
    assert client.ask("evaluate", expression="total + step", frameId=1)["result"] == "40"
    client.ask("continue", threadId=1)
    wait_until(lambda: any("counted 40" in str(one) for one in client.said), "the console")
    assert client.ask("evaluate", expression="page.data.count")["result"] == "40"
    client.ask("disconnect")
    assert client.is_over


def test_an_endless_evaluation_ends_and_the_session_goes_on(client: Client, tmp_path: Path) -> None:
    root = write_project(tmp_path / "shop", FILES)
    client.ask("initialize")
    launched = client.send("launch", project=str(root), page="pages/p/p?step=1")
    client.ask("setBreakpoints", source={"path": str(root / "pages/p/p.js")}, breakpoints=[{"line": 7}])
    client.ask("configurationDone")
    assert launched()["success"]
    client.event("stopped")
    response = client.send("evaluate", expression="while (true) {}", frameId=1)()
    assert not response["success"]
    assert client.ask("evaluate", expression="1 + 1", frameId=1)["result"] == "2"


@pytest.mark.parametrize(("files", "why"), [({}, "app.json"), ({"app.json": "{"}, "app.json")])
def test_what_is_no_project_is_said(client: Client, tmp_path: Path, files: dict[str, str], why: str) -> None:
    root = write_project(tmp_path, {**files, "readme.txt": "nothing"})
    client.ask("initialize")
    launched = client.send("launch", project=str(root))
    client.ask("configurationDone")
    response = launched()
    assert not response["success"]
    assert why in response["message"]
    client.event("terminated")
