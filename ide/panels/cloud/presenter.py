"""What Cloud does, without Qt: lists what an environment has, changes documents, calls functions."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from ide.models.cloud import CloudAnswer, Refusal
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.question import Question
from simulator.bridge.record import Record

MOST_SHOWN = 200
MOST_COLUMNS = 30
MOST_DELETED = 50
"""Files that one call removes, at most."""
UNTRUSTED = "cloud-untrusted"
"""Code of the record of `simulator.api.ports.cloud`."""
Kind = Literal["collection", "function", "files"]


@dataclass(frozen=True, slots=True)
class Overview:
    """What an environment has. `collections` are names and numbers of documents, `rules` who may use them, by name."""

    env: str
    environments: tuple[str, ...] = ()
    collections: tuple[tuple[str, int], ...] = ()
    functions: tuple[str, ...] = ()
    files: tuple[tuple[str, int], ...] = ()
    rules: Mapping[str, Any] = field(default_factory=dict)


class CloudView(Protocol):
    """What the presenter asks of the widget."""

    def show_overview(self, overview: Overview, kind: Kind, name: str) -> None: ...
    def show_documents(self, columns: Sequence[str], documents: Sequence[Mapping[str, Any]]) -> None: ...
    def show_document(self, text: str) -> None: ...
    def show_rule(self, rule: str) -> None: ...
    def show_function(self, *, is_trusted: bool, timers: Sequence[Mapping[str, str]]) -> None: ...
    def show_result(self, text: str, duration_ms: int) -> None: ...


class CloudPresenter(PanelPresenter[CloudView]):
    """`kind` and `name` say what is chosen; `documents` are those of the collection that the condition is true of."""

    def __init__(self, desk: PanelDesk, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(desk)
        self.overview = Overview("")
        self.kind: Kind = "collection"
        self.name = ""
        self.documents: Sequence[Mapping[str, Any]] = ()
        self._cloud = desk.target.cloud
        self._condition: Any = {}
        self._timers: Sequence[Mapping[str, str]] = ()
        self._is_asked = False
        self._now = now

    @property
    def is_trusted(self) -> bool:
        """Whether functions may run."""
        return self._cloud.is_trusted

    def receive(self, records: Sequence[Record]) -> None:
        """Asks, once, whether the project's functions may run, when one was called."""
        if not self._is_asked and any(record.code == UNTRUSTED for record in records):
            self.ask_trust()

    def refresh(self) -> None:
        """Asks for everything anew."""
        self._ask("Panel.overview", {}, self._overview)

    def enter(self, env: str) -> None:
        """Another environment."""
        if env and env != self.overview.env:
            self.overview, self.name = Overview(env), ""
            self.refresh()

    def choose(self, kind: Kind, name: str) -> None:
        """A collection, a function, or the files."""
        self.kind, self.name, self._condition, self._timers = kind, name, {}, ()
        self._show_chosen()

    def query(self, text: str) -> None:
        """Documents that a condition is true of: JSON as of `where`, with operators of MongoDB; empty: all."""
        try:
            self._condition = json.loads(text) if text.strip() else {}
        except (ValueError, RecursionError) as error:
            self._report("action_failed", detail=str(error))
            return
        self._show_chosen()

    def look_at(self, row: int) -> None:
        """The document of a row, whole."""
        text = json.dumps(self.documents[row], ensure_ascii=False, indent=2) if row < len(self.documents) else ""
        self._tell(lambda view: view.show_document(text))

    def save(self, text: str) -> None:
        """Writes a document: JSON; without `_id` a new one."""
        self._change("Panel.save", {"collection": self.name, "text": text})

    def remove(self, rows: Sequence[int]) -> None:
        """Removes the documents of these rows."""
        ids = [self.documents[row]["_id"] for row in rows if row < len(self.documents)]
        if ids:
            self._change("DB.Query.remove", {"collection": self.name, "where": {"_id": {"$in": ids}}})

    def make(self, name: str) -> None:
        """A new collection."""
        if name.strip():
            self.kind, self.name = "collection", name.strip()
            self._change("Panel.create", {"collection": self.name})

    def drop(self) -> None:
        """Forgets the chosen collection."""
        name, self.name = self.name, ""
        self._change("Panel.drop", {"collection": name})

    def take_in(self, file: Path) -> None:
        """Adds the documents of a JSON file to the chosen collection."""
        try:
            text = file.read_text("utf-8", "replace")
        except OSError as error:
            self._report("action_failed", detail=str(error))
            return
        self._change("Panel.import", {"collection": self.name, "text": text})

    def write_out(self, file: Path) -> None:
        """The chosen collection as a JSON file."""

        def write(answer: Mapping[str, Any]) -> None:
            try:
                file.write_text(str(answer.get("text", "")), "utf-8")
            except OSError as error:
                self._report("action_failed", detail=str(error))

        self._ask("Panel.export", {"collection": self.name}, write)

    def set_rule(self, text: str) -> None:
        """Who may use the chosen collection: the name of a simple rule, or expressions as JSON."""
        try:
            rule = json.loads(text) if text.lstrip().startswith(("{", '"')) else text.strip()
        except (ValueError, RecursionError) as error:
            self._report("action_failed", detail=str(error))
            return
        self._change("Panel.rule", {"collection": self.name, "rule": rule})

    def upload(self, files: Sequence[Path], folder: str = "") -> None:
        """Puts files of this computer into the storage, below a folder of it."""
        prefix = f"{folder.strip('/')}/" if folder.strip("/") else ""
        for file in files:
            self._change("WxCloud.uploadFile", {"cloudPath": f"{prefix}{file.name}", "source": str(file)})

    def download(self, file_id: str, target: Path) -> None:
        """A file of the storage as one of this computer."""
        self._ask("WxCloud.downloadFile", {"fileID": file_id, "target": str(target)}, lambda _answer: None)

    def delete(self, file_ids: Sequence[str]) -> None:
        """Removes files from the storage."""
        for start in range(0, len(file_ids), MOST_DELETED):
            self._change("WxCloud.deleteFile", {"fileList": [*file_ids[start : start + MOST_DELETED]]})

    def ask_trust(self) -> None:
        """Asks in a dialog of the window."""
        self._is_asked = True
        self._desk.ask(Question("cloud_trust", ("trust", "not_now"), is_unasked=True), self._trust_answered)

    def call(self, text: str) -> None:
        """Runs the chosen function with a JSON text as its event."""
        try:
            data = json.loads(text) if text.strip() else {}
        except (ValueError, RecursionError) as error:
            self._report("action_failed", detail=str(error))
            return
        self._run("WxCloud.callFunction", {"data": data})

    def fire_timer(self, timer: str) -> None:
        """Runs the chosen function as if its timer had."""
        self._run("Panel.timer", {"timer": timer})

    def request(self, request: str, body: str) -> None:
        """Runs the chosen function as a request over HTTP does, written as `GET /orders?id=1`."""
        self._run("Panel.http", {"request": request, "body": body})

    def _run(self, call: str, args: Mapping[str, Any]) -> None:
        began = self._now()

        def done(answer: CloudAnswer) -> None:
            told = answer.reason if isinstance(answer, Refusal) else _json(answer.get("result"))
            duration_ms = round((self._now() - began) * 1000)
            self._tell(lambda view: view.show_result(told, duration_ms))

        self._cloud.ask(call, {"name": self.name, **args, **self._env()}, done)

    def _trust_answered(self, answer: str) -> None:
        if answer == "trust":
            self._cloud.trust()
            self._show_chosen()

    def lines(self) -> list[str]:
        """Collections with their numbers, functions, files."""
        seen = self.overview
        return [
            *(f"{name}: {count}" for name, count in seen.collections),
            *(f"{name}()" for name in seen.functions),
            *(f"{name} {size}" for name, size in seen.files),
        ]

    def _env(self) -> dict[str, str]:
        return {"env": self.overview.env} if self.overview.env else {}

    def _ask(self, name: str, args: Mapping[str, Any], done: Callable[[Mapping[str, Any]], None]) -> None:
        def heard(answer: CloudAnswer) -> None:
            if isinstance(answer, Refusal):
                self._report("action_failed", detail=answer.reason)
            else:
                done(answer)

        self._cloud.ask(name, {**args, **self._env()}, heard)

    def _change(self, name: str, args: Mapping[str, Any]) -> None:
        self._ask(name, args, lambda _answer: self.refresh())

    def _overview(self, answer: Mapping[str, Any]) -> None:
        self.overview = Overview(
            str(answer.get("env", "")),
            tuple(answer.get("environments", ())),
            tuple((one["name"], one["count"]) for one in answer.get("collections", ())),
            tuple(answer.get("functions", ())),
            tuple((one["fileID"], one["size"]) for one in answer.get("files", ())),
            {one["name"]: one.get("rule") for one in answer.get("collections", ())},
        )
        if not self.name and self.kind == "collection" and self.overview.collections:
            self.name = self.overview.collections[0][0]
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._tell(lambda view: view.show_overview(self.overview, self.kind, self.name))
        if self.kind == "function":
            self._show_function()
            self._ask("Panel.function", {"name": self.name}, self._function)
        elif self.kind == "collection" and self.name:
            rule = self.overview.rules.get(self.name)
            self._tell(lambda view: view.show_rule(rule if isinstance(rule, str) else _json(rule) if rule else ""))
            args = {"collection": self.name, "where": self._condition, "limit": MOST_SHOWN}
            self._ask("DB.Query.get", args, self._documents)

    def _function(self, answer: Mapping[str, Any]) -> None:
        self._timers = list(answer.get("timers", ()))
        self._show_function()

    def _show_function(self) -> None:
        self._tell(lambda view: view.show_function(is_trusted=self._cloud.is_trusted, timers=self._timers))

    def _documents(self, answer: Mapping[str, Any]) -> None:
        self.documents = list(answer.get("data", ()))
        names = dict.fromkeys(["_id", *(name for one in self.documents for name in one)])
        columns = [*names][:MOST_COLUMNS]
        self._tell(lambda view: view.show_documents(columns, self.documents))


def shown(value: Any) -> str:
    """A value in a cell."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
