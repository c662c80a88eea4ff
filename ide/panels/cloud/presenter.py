"""What Cloud does, without Qt: lists what an environment has, changes documents, calls functions."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from ide.models.cloud import CloudAnswer, Refusal
from ide.models.panel_presenter import PanelDesk, PanelPresenter

MOST_SHOWN = 200
MOST_COLUMNS = 30
Kind = Literal["collection", "function", "files"]


@dataclass(frozen=True, slots=True)
class Overview:
    """What an environment has. `collections` are names and numbers of documents."""

    env: str
    environments: tuple[str, ...] = ()
    collections: tuple[tuple[str, int], ...] = ()
    functions: tuple[str, ...] = ()
    files: tuple[tuple[str, int], ...] = ()


class CloudView(Protocol):
    """What the presenter asks of the widget."""

    def show_overview(self, overview: Overview, kind: Kind, name: str) -> None: ...
    def show_documents(self, columns: Sequence[str], documents: Sequence[Mapping[str, Any]]) -> None: ...
    def show_document(self, text: str) -> None: ...
    def show_function(self, *, is_trusted: bool) -> None: ...
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
        self._now = now

    @property
    def is_trusted(self) -> bool:
        """Whether functions may run."""
        return self._cloud.is_trusted

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
        self.kind, self.name, self._condition = kind, name, {}
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

    def trust(self) -> None:
        """The project's functions may run."""
        self._cloud.trust()
        self._show_chosen()

    def call(self, text: str) -> None:
        """Runs the chosen function with a JSON text as its event."""
        try:
            data = json.loads(text) if text.strip() else {}
        except (ValueError, RecursionError) as error:
            self._report("action_failed", detail=str(error))
            return
        began = self._now()

        def done(answer: CloudAnswer) -> None:
            told = answer.reason if isinstance(answer, Refusal) else _json(answer.get("result"))
            duration_ms = round((self._now() - began) * 1000)
            self._tell(lambda view: view.show_result(told, duration_ms))

        args = {"name": self.name, "data": data, **self._env()}
        self._cloud.ask("WxCloud.callFunction", args, done)

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
        )
        if not self.name and self.kind == "collection" and self.overview.collections:
            self.name = self.overview.collections[0][0]
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._tell(lambda view: view.show_overview(self.overview, self.kind, self.name))
        if self.kind == "function":
            self._tell(lambda view: view.show_function(is_trusted=self._cloud.is_trusted))
        elif self.kind == "collection" and self.name:
            args = {"collection": self.name, "where": self._condition, "limit": MOST_SHOWN}
            self._ask("DB.Query.get", args, self._documents)

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
