"""One mini-program page in Chromium without a phone around it: an iframe, a `PageView`, and a port that records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView

from simulator.media.media_host import MediaHost
from simulator.phone.fonts import use_phone_font
from simulator.phone.scheme import SCHEME, FileReaders, HandsetScheme

DEADLINE_MS = 15_000
WIDTH, HEIGHT = 375, 667
ANSWER = "@@answer "
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60"/></svg>'

START = """
  document.body.style.cssText = "margin:0;overflow:hidden";
  document.body.replaceChildren();
  const { PageView } = await import("handset://shell/page/page_view.js");
  const frame = document.createElement("iframe");
  frame.style.cssText = "border:0;width:100vw;height:100vh;background:#fff;display:block";
  frame.src = "/page.html";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  document.body.append(frame);
  await loaded;
  window.sent = [];
  window.signals = [];
  window.logs = [];
  window.pickers = [];
  window.keyboards = [];
  window.choices = [];
  window.pulls = [];
  window.bars = [];
  window.backgrounds = [];
  window.orientations = [];
  window.layers = [];
  window.covers = [];
  window.smallWindows = [];
  window.userPlace = options.place ?? undefined;
  const port = {
    runs() {},
    events: (pageId, list) => window.sent.push(...list),
    signal: (pageId, name, detail) => window.signals.push([name, detail]),
    log: (...entry) => window.logs.push(entry),
    picker: (pageId, spec) => new Promise((resolve) => window.pickers.push({ spec, resolve })),
    keyboard: (...args) => { window.keyboards.push(args); return 0; },
    choose: (words) => new Promise((resolve) => window.choices.push({ words, resolve })),
    pull: (pageId, distance) => window.pulls.push(distance),
    navigationBar: (pageId, params) => window.bars.push(params),
    background: (pageId, colors) => window.backgrounds.push(colors),
    orientation: (pageId, wish) => window.orientations.push(wish),
    layers: (pageId, has) => window.layers.push(has),
    coverScreen: (pageId, isOn) => window.covers.push(isOn),
    smallWindow: (content) => window.smallWindows.push(content),
    get place() { return window.userPlace; },
    placeWatchers: new Set(),
  };
  window.frame = frame;
  window.doc = frame.contentDocument;
  window.view?.destroy();
  window.view = new PageView({
    window: frame.contentWindow, document: frame.contentDocument, pageId: 1, path: "pages/a/a",
    windowConfig: options.windowConfig, styles: options.styles, port,
    device: { windowWidth: 375, windowHeight: 667, ...options.device },
    resourceUrl: (path) => "handset://project" + path,
  });
  window.$ = (selector) => doc.querySelector(selector);
  window.buttons = { mousedown: 0, mouseup: 0 };
  for (const type of Object.keys(window.buttons)) {
    frame.contentWindow.addEventListener(type, () => { window.buttons[type] += 1; }, true);
  }
  // A button that something else takes does not arrive here.
  window.heard = async (type) => {
    const end = performance.now() + 3000, before = window.former[type];
    while (window.buttons[type] === before && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  window.frames = async (count) => {
    for (let i = 0; i < count; i++) await new Promise((resolve) => frame.contentWindow.requestAnimationFrame(resolve));
  };
  window.until = async (condition, what) => {
    const end = performance.now() + 5000;
    while (!condition()) {
      if (performance.now() > end) throw new Error("waited for " + what);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
"""


class _Page(QWebEnginePage):
    answered = Signal(str)

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        if message.startswith(ANSWER):
            self.answered.emit(message[len(ANSWER) :])
        elif level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel:
            print(f"{source}:{line}: {message}")


class PageHarness(QObject):
    """Opens pages and talks to them. One browser view serves all tests of a session."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, bytes] = {"img/a.svg": PICTURE}
        self.view = QWebEngineView()
        self._profile = QWebEngineProfile(self.view)
        self._scheme = HandsetScheme(FileReaders(project=self.files.get, user=self.files.get), self)
        self._profile.installUrlSchemeHandler(SCHEME, self._scheme)
        self._page = _Page(self._profile, self.view)
        self.view.setPage(self._page)
        use_phone_font(self._page.settings())
        self.view.resize(WIDTH, HEIGHT)
        self.view.show()
        loaded = QEventLoop()
        self._page.loadFinished.connect(loaded.quit)
        self._page.load(QUrl("handset://shell/page.html"))
        loaded.exec()

    @property
    def media(self) -> MediaHost:
        """What decodes for the page."""
        return self._scheme.media

    def close(self) -> None:
        """The page goes before its profile, as Chromium wants it."""
        for item in (self._page, self.view):
            item.deleteLater()
            QCoreApplication.sendPostedEvents(item, QEvent.Type.DeferredDelete.value)

    def open(
        self,
        *blocks: Mapping[str, Any],
        stream: list[Any],
        styles: list[Mapping[str, Any]] | None = None,
        window_config: Mapping[str, Any] | None = None,
        device: Mapping[str, Any] | None = None,
        first: list[Any] | None = None,
        place: Mapping[str, float] | None = None,
    ) -> None:
        """A fresh page; blocks get the numbers 1, 2, … and `stream` (without its defId) makes the body of block 1."""
        options = {
            "styles": styles or [], "windowConfig": window_config or {}, "device": device or {}, "place": place,
        }  # fmt: skip
        self.run(f"const options = {json.dumps(options)};\n{START}")
        ops = [["D", number, block] for number, block in enumerate(blocks, 1)]
        self.apply(*ops, *(first or []), ["B", 0, [1, 1, *stream]])

    def apply(self, *ops: Any) -> None:
        """One batch."""
        self.run(f"view.apply({json.dumps(ops)})")

    def run(self, code: str) -> Any:
        """Runs statements in an async function in the shell page; `return` gives the answer, as JSON."""
        loop = QEventLoop()
        answers: list[str] = []
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(loop.quit)

        def take(answer: str) -> None:
            answers.append(answer)
            loop.quit()

        self._page.answered.connect(take)
        # A wrapper by eval shows syntax errors as answers, too.
        script = (
            f"(async () => {{ try {{ const f = new (async()=>{{}}).constructor({json.dumps(code)});"
            f"const value = await f(); console.log({json.dumps(ANSWER)} + JSON.stringify({{value}}));"
            f"}} catch (error) {{"
            f"console.log({json.dumps(ANSWER)} + JSON.stringify({{error: String(error.stack)}})); }} }})()"
        )
        self._page.runJavaScript(script)
        timer.start(DEADLINE_MS)
        loop.exec()
        self._page.answered.disconnect(take)
        assert answers, f"no answer within {DEADLINE_MS} ms to: {code}"
        answer = json.loads(answers[0])
        assert "error" not in answer, answer.get("error")
        return answer.get("value")

    def events(self, *types: str) -> list[dict[str, Any]]:
        """Events sent since the last call, perhaps only of some types."""
        sent: list[dict[str, Any]] = self.run("await 0; const list = sent.slice(); sent.length = 0; return list")
        return [event for event in sent if not types or event["type"] in types]

    def tap(self, selector: str) -> None:
        """A click of the mouse in the middle of an element."""
        self.press(selector)
        self.release()

    def press(self, selector: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """The left button goes down over an element, with keys that are held."""
        self._point = self.centre(selector)
        self.run("window.former = { ...buttons }")
        QTest.mousePress(self._target, Qt.MouseButton.LeftButton, modifiers, self._point)
        self.run("await heard('mousedown')")

    def move(self, dx: int, dy: int) -> None:
        """The mouse moves with the button held."""
        self._point += QPoint(dx, dy)
        QTest.mouseMove(self._target, self._point)

    def move_with(self, dx: int, dy: int, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse moves with the button and keys held."""
        self._point += QPoint(dx, dy)
        place = QPointF(self._point)
        left = Qt.MouseButton.LeftButton
        kind = QEvent.Type.MouseMove
        event = QMouseEvent(kind, place, self.view.mapToGlobal(place), Qt.MouseButton.NoButton, left, modifiers)
        QCoreApplication.sendEvent(self._target, event)
        self.run("await frames(2)")

    def release(self) -> None:
        """The left button goes up."""
        QTest.mouseRelease(self._target, Qt.MouseButton.LeftButton, pos=self._point)
        self.run("await heard('mouseup'); await frames(1)")

    def type(self, text: str) -> None:
        """Keys on the keyboard."""
        QTest.keyClicks(self._target, text)
        self.run("await frames(1)")

    def key(self, key: Qt.Key) -> None:
        """One key."""
        QTest.keyClick(self._target, key)
        self.run("await frames(1)")

    def centre(self, selector: str) -> QPoint:
        """The middle of an element, of its first screenful if it is tall."""
        x, y = self.run(
            f"await frames(1); const b = $({json.dumps(selector)}).getBoundingClientRect();"
            f"return [b.left + b.width / 2, b.top + Math.min(b.height, {HEIGHT}) / 2]"
        )
        return QPoint(round(x), round(y))

    def shot(self, path: Path) -> None:
        """A picture of the page."""
        self.run("await frames(2)")
        self.view.grab().save(str(path))

    @property
    def _target(self) -> QObject:
        return self.view.focusProxy() or self.view


def node(tag: str, parent: int = -1, **rest: Any) -> dict[str, Any]:
    """A node of a block definition."""
    return {"tag": tag, "parent": parent, "line": 1, **rest}


def block(
    tree: list[Any],
    nodes: list[dict[str, Any]],
    binds: list[list[Any]] | None = None,
    regions: list[dict[str, Any]] | None = None,
    hosts: list[int] | None = None,
) -> dict[str, Any]:
    """A block definition; all binds travel."""
    return {
        "file": "pages/a/a.wxml",
        "tree": tree,
        "nodes": nodes,
        "wire": len(binds or []),
        "binds": binds or [],
        "regions": regions or [],
        "hosts": hosts or [],
    }


def page_of(*elements: Any) -> dict[str, Any]:
    """A block without bindings from `(tag, {static values}, *children)`; what is no common value is an attribute."""
    nodes: list[dict[str, Any]] = []

    def convert(items: tuple[Any, ...], parent: int) -> list[Any]:
        tree: list[Any] = []
        for item in items:
            if isinstance(item, str):
                tree.append(item)
                continue
            tag, given, *children = item
            common = {name: given[name] for name in given if name in COMMON}
            attrs = {name: given[name] for name in given if name not in COMMON}
            nodes.append(node(tag, parent, **common, **({"attrs": attrs} if attrs else {})))
            index = len(nodes) - 1
            tree.append([index, convert(tuple(children), index)])
        return tree

    tree = convert(elements, -1)
    return block(tree, nodes)


COMMON = {"id", "class", "style", "hidden", "slot", "events", "data", "model"}


def on(*types: str, form: str = "bind") -> list[list[Any]]:
    """Static listeners for a node."""
    return [[event_type, form, f"on{event_type}", -1] for event_type in types]
