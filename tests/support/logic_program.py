"""A mini program in an engine, in this process: real compiler, real base library, `FakeView` as the screen.

`LogicProgram(files)` compiles and launches; `open` routes to a page; everything that the program says is in `messages`.
Files that are not given are made up: app.json (all pages that are there), app.js, page and component JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from runtime.compiler.build import build
from runtime.project.load import load_project
from simulator.worker.in_process import InProcessProgram
from tests.support.fake_view import Definitions, FakeView

NOWHERE = Path("/nonexistent/program")


def compile_files(files: Mapping[str, str]) -> dict[str, Any]:
    """`Launch.program` of these files. Errors of the compiler fail the test."""
    complete = {**_made_up(files), **files}
    result = build(load_project(NOWHERE, complete))
    errors = [diagnostic for diagnostic in result.diagnostics if diagnostic.severity == "error"]
    assert not errors, [(error.code, error.span, error.text()) for error in errors]
    program: dict[str, Any] = json.loads(json.dumps(result.program))
    return program


def _made_up(files: Mapping[str, str]) -> dict[str, str]:
    pages = sorted({path[: -len(".wxml")] for path in files if re.match(r"pages/.*\.wxml$", path)})
    made = {"app.json": json.dumps({"pages": pages}), "app.js": "App({})", "project.config.json": "{}"}
    for path in files:
        stem, _, ending = path.rpartition(".")
        if ending == "wxml" and stem not in pages and f"{stem}.js" in files:
            made[f"{stem}.json"] = json.dumps({"component": True})
    return made


class LogicProgram(InProcessProgram):
    """One running program. `views` by page id; `ops` are the operations of the last batch."""

    def __init__(
        self, files: Mapping[str, str], *, settings: Mapping[str, Any] | None = None, first_page: str = ""
    ) -> None:
        self.definitions: Definitions = {}
        self.views: dict[int, FakeView] = {}
        self.ops: list[list[Any]] = []
        self.handlers: list[tuple[str, str]] = []
        self.calls: list[tuple[str, bool]] = []
        super().__init__(compile_files(files), settings=settings, first_page=first_page)

    # ------------------------------------------------------------ EngineHost

    def show(self, page_id: int, ops: list[list[Any]]) -> None:
        """Applies a batch to the page's document."""
        self.ops = ops
        self.views.setdefault(page_id, FakeView(self.definitions)).apply(ops)

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """There are no APIs here; `calls` notes what was asked for, and whether a tap caused it."""
        self.calls.append((name, from_tap))
        return super().call_api(name, args, call_id, sync=sync, page_id=page_id, from_tap=from_tap, stack=stack)

    def running(self, what: str, where: str) -> None:
        """Notes what runs."""
        if what:
            self.handlers.append((what, where))

    # ------------------------------------------------------------ the host's part

    def launch(self, page: str | None = None, query: Mapping[str, str] | None = None) -> FakeView:
        """App.onLaunch, App.onShow, then the first page (by default the first of app.json), painted and ready."""
        return self.views[self.start(page or next(iter(self.program["pages"])), query)]

    def open(self, page: str, query: Mapping[str, str] | None = None) -> FakeView:
        """navigateTo."""
        return self.views[self.go_to(page, query)]

    @property
    def view(self) -> FakeView:
        """The visible page's document."""
        return self.views[self.page_id]

    def call(self, method: str, detail: Any = None) -> None:
        """Calls a method of the visible page."""
        self.send(m="page-event", page_id=self.page_id, name=method, detail=detail)

    def event(self, type_: str, detail: Any = None, *, bubbles: bool = True, **where: str) -> None:
        """An event of the view at the element with these attributes."""
        self.event_at(self.view.find(**where), type_, detail, bubbles=bubbles)

    def tap(self, **where: str) -> None:
        """A tap on the element with these attributes."""
        self.event("tap", {"x": 1, "y": 2}, **where)

    def patch(
        self,
        files: Mapping[str, str],
        *,
        templates: list[str] = [],  # noqa: B006
        scripts: list[str] = [],  # noqa: B006
        is_rest: bool = False,
    ) -> dict[str, Any]:
        """Swaps templates and scripts; `files` are all files of the program as they are now. Returns the answer."""
        program = compile_files(files)
        self.send(m="patch", request_id=7, program=program, templates=templates, scripts=scripts, is_rest=is_rest)
        return self.last("patched")

    def evaluate(self, code: str) -> Any:
        """The preview of an expression, or the error's text."""
        self.send(m="evaluate", request_id=3, code=code, page_id=self.page_id if self.stack else 0)
        answer = self.last("evaluated")
        return answer.get("error") or plain(answer["value"])

    # ------------------------------------------------------------ what it said

    def last(self, kind: str) -> dict[str, Any]:
        """The newest message of one kind."""
        return self.of(kind)[-1]

    def logs(self) -> list[Any]:
        """What console.log got since the last call: one value, or a list of several."""
        entries = [message for message in self.of("log") if message["source"] == "program"]
        self.messages = [message for message in self.messages if message not in entries]
        values = [[plain(value) for value in entry["args"]] for entry in entries]
        return [value[0] if len(value) == 1 else value for value in values]

    def notices(self) -> list[str]:
        """What Handset itself had to say on the console."""
        return [plain(entry["args"][0]) for entry in self.of("log") if entry["source"] == "handset"]

    def errors(self) -> list[str]:
        """Messages of exceptions that nobody caught."""
        return [message["message"] for message in self.of("uncaught")]

    def faults(self) -> list[str]:
        """Whose fault those exceptions are."""
        return [message["kind"] for message in self.of("uncaught")]


def plain(preview: dict[str, Any]) -> Any:
    """The value that a preview shows."""
    match preview["t"]:
        case "array":
            return [plain(item) for item in preview["items"]]
        case "object":
            return {key: plain(value) for key, value in preview["props"]}
        case "null" | "undefined":
            return None
        case _:
            return preview["v"]
