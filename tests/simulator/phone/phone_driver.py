"""Drives a phone view as the host does: messages in, messages out, each wait named and with a deadline."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QColor

from simulator.device import load_devices
from simulator.phone import FileReaders, PhoneSettings, PhoneView

DEADLINE_MS = 15_000
WINDOW = {
    "navigationBarBackgroundColor": "#336699",
    "navigationBarTextStyle": "white",
    "navigationBarTitleText": "Title",
    "navigationStyle": "default",
    "backgroundColor": "#eeeeee",
    "backgroundTextStyle": "dark",
    "enablePullDownRefresh": False,
}
# A page of one coloured block with a text: `style` and text are the values.
PAGE_DEFINITION = {
    "file": "pages/a/a.wxml",
    "tree": [[0, [["$", 1]]]],
    "nodes": [{"tag": "view", "parent": -1, "line": 1, "class": "all"}],
    "wire": 2,
    "binds": [[0, "style", "style", 1], [-1, "text", "", 1]],
    "regions": [],
    "hosts": [],
}
RED_SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#ff0000"/></svg>'
)

Message = dict[str, Any]


class PhoneDriver:
    """One phone with a project of a single picture, `red.svg`."""

    def __init__(self, device_id: str, *, animations: bool = False, **readers: Any) -> None:
        self.view = PhoneView(
            load_devices()[device_id],
            FileReaders(project={"red.svg": RED_SQUARE}.get, user={}.get, **readers),
            PhoneSettings(animations=animations, clock="09:41"),
        )
        self.messages: list[Message] = []
        self._request_id = 0
        self.view.message.connect(lambda text: self.messages.append(json.loads(text)))
        self.view.show()

    def close(self) -> None:
        """Ends the view; the render process goes with it."""
        self.view.close()
        self.view.deleteLater()
        QCoreApplication.sendPostedEvents(self.view, QEvent.Type.DeferredDelete.value)

    def send(self, tag: str, **fields: Any) -> None:
        """One message to the view."""
        self.view.send(json.dumps({"m": tag, **fields}))

    def wait_for(self, tag: str, accept: Callable[[Message], bool] = lambda _message: True) -> Message:
        """The first message of this kind, past or to come."""

        def find() -> Message | None:
            return next((message for message in self.messages if message["m"] == tag and accept(message)), None)

        loop = QEventLoop()
        deadline = QTimer()
        deadline.setSingleShot(True)
        deadline.timeout.connect(loop.quit)
        connection = self.view.message.connect(lambda _text: find() and loop.quit())
        deadline.start(DEADLINE_MS)
        if find() is None:
            loop.exec()
        self.view.message.disconnect(connection)
        found = find()
        assert found is not None, f"no message {tag!r} within {DEADLINE_MS} ms; got {self.messages}"
        return found

    def ask(self, tag: str, **fields: Any) -> Message:
        """Sends a request and waits for its reply."""
        return self.answer(self.start(tag, **fields))

    def start(self, tag: str, **fields: Any) -> int:
        """Sends a request; `answer` waits for it."""
        self._request_id += 1
        self.send(tag, request_id=self._request_id, **fields)
        return self._request_id

    def answer(self, request_id: int) -> Message:
        """The reply to a request."""
        return self.wait_for("reply", lambda message: message["request_id"] == request_id)

    def call_shell(self, name: str, page_id: int = 0, **members: Any) -> Any:
        """Has the shell do something that is answered at once."""
        reply = self.ask("call-shell", call={"name": name, **members}, page_id=page_id)
        assert not reply.get("error"), reply
        return reply["result"]

    def open_picker(self, **spec: Any) -> None:
        """Opens the picker as a page does; `picked` waits for what the user chooses."""
        opening = f"(await import('handset://shell/shell/main.js')).phone.picker.open({json.dumps(spec)})"
        self.evaluate(f"void (window.picked = {opening})")

    def picked(self) -> Any:
        """What was chosen; None = cancelled."""
        return self.evaluate("await window.picked")

    def shell(self, method: str, selector: str, **params: Any) -> Any:
        """Touches or asks an element of the shell."""
        reply = self.ask("automate", action={"name": method, "selector": selector, **params})
        assert not reply.get("error"), reply
        return reply["result"]

    def open(self, page_id: int, *, tab: int = -1, can_go_back: bool = False, **window: Any) -> None:
        """Sends the opening of a page."""
        self.send(
            "open-page",
            page_id=page_id,
            path=f"pages/p{page_id}/p{page_id}",
            window=WINDOW | window,
            styles=[],
            tab_index=tab,
            can_go_back=can_go_back,
        )

    def show(self, page_id: int, animation: str = "none", closed: list[int] | None = None) -> None:
        """Sends which page to show."""
        self.send("show-page", page_id=page_id, animation=animation, closed=closed or [])

    def fill(self, page_id: int, color: str, text: str = "", batch_id: int = 1) -> Message:
        """Gives a page one block of a colour and waits until it is on the screen."""
        style = f"background:{color};height:300px"
        self.send(
            "dom", page_id=page_id, batch_id=batch_id, ops=[["D", 1, PAGE_DEFINITION], ["B", 0, [1, 1, style, text]]]
        )
        return self.wait_for("rendered", lambda m: m["page_id"] == page_id and m["batch_id"] == batch_id)

    def opened(self, page_id: int, color: str, **options: Any) -> None:
        """Opens, shows and fills a page."""
        self.open(page_id, **options)
        self.show(page_id)
        self.fill(page_id, color)

    def color_at(self, x: int, y: int) -> str:
        """Colour of the phone's screen at a point, as #rrggbb."""
        return QColor(self.view.screenshot().pixel(x, y)).name()

    def evaluate(self, expression: str) -> Any:
        """Value of a JavaScript expression in the shell page; it may await."""
        self._request_id += 1
        mark = f"value {self._request_id} "
        self.view.web_page.runJavaScript(
            f"(async () => console.log({mark!r} + JSON.stringify({expression} ?? null)))()"
        )
        log = self.wait_for("view-log", lambda message: message["message"].startswith(mark))
        return json.loads(log["message"].removeprefix(mark))

    def shell_events(self) -> list[dict[str, Any]]:
        """What the user did on the shell so far."""
        return [message["event"] for message in self.messages if message["m"] == "shell-event"]
