"""Where documents lie: by collection and `_id`. Kept in an SQLite file, read once, and held in memory with their ids in
front; `Draft` holds what a transaction has written and nobody else sees.

Another process may have the same file open: what it writes is seen with the next question.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from runtime.cloud.conditions import Document
from runtime.cloud.values import from_wire, to_wire
from runtime.systems.private_files import make_private_folder

PATIENCE_S = 5.0

_TABLES = """
CREATE TABLE IF NOT EXISTS documents (
    position INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    UNIQUE (collection, id)
);
CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, rule TEXT NOT NULL);
"""
_WRITE = """
INSERT INTO documents (collection, id, body) VALUES (?, ?, ?)
ON CONFLICT (collection, id) DO UPDATE SET body = excluded.body
"""

Written = Mapping[tuple[str, str], Document | None]
"""Documents by collection and key; None: removed."""


class Rows(Protocol):
    """Documents handed out are never changed, only replaced."""

    def all(self, collection: str) -> list[Document]:
        """In the order in which they came."""

    def get(self, collection: str, key: str) -> Document | None:
        """One of them."""

    def write(self, written: Written) -> None:
        """All of it or nothing."""


def key_of(document_id: Any) -> str:
    """Numbers and texts are different ids."""
    return json.dumps(int(document_id) if isinstance(document_id, float) else document_id, ensure_ascii=False)


class SqliteRows:
    """The file at `path`. `seed` gives what a collection begins with, and its rule."""

    def __init__(self, path: Path, seed: Callable[[str], tuple[list[Document], Any]] | None = None) -> None:
        make_private_folder(path.parent)
        self._base = sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.executescript(_TABLES)
        self._seed = seed
        self._held: dict[str, dict[str, Document]] = {}
        self._rules: dict[str, Any] = {}
        self._seen = self._version()

    def close(self) -> None:
        """Lets the file go."""
        self._base.close()

    def names(self) -> list[str]:
        """The collections that there are."""
        return [str(name) for (name,) in self._base.execute("SELECT name FROM collections ORDER BY name")]

    def has(self, collection: str) -> bool:
        """Whether it has been made."""
        found = self._base.execute("SELECT 1 FROM collections WHERE name = ?", (collection,))
        return bool(found.fetchall())

    def make(self, collection: str) -> None:
        """Makes it, with what it begins with, unless it is there."""
        if self.has(collection):
            return
        documents, rule = self._seed(collection) if self._seed else ([], None)
        self._base.execute("INSERT OR IGNORE INTO collections VALUES (?, ?)", (collection, json.dumps(rule)))
        self.write({(collection, key_of(one["_id"])): one for one in documents})

    def drop(self, collection: str) -> None:
        """Forgets it and all that is in it."""
        self._base.execute("DELETE FROM documents WHERE collection = ?", (collection,))
        self._base.execute("DELETE FROM collections WHERE name = ?", (collection,))
        self._held.pop(collection, None)
        self._rules.pop(collection, None)

    def rule(self, collection: str) -> Any:
        """As `rules` reads it; None: the usual one."""
        self._refresh()
        if collection not in self._rules:
            found = self._base.execute("SELECT rule FROM collections WHERE name = ?", (collection,)).fetchall()
            self._rules[collection] = json.loads(found[0][0]) if found else None
        return self._rules[collection]

    def set_rule(self, collection: str, rule: Any) -> None:
        """Another one from now on."""
        self.make(collection)
        self._base.execute("UPDATE collections SET rule = ? WHERE name = ?", (json.dumps(rule), collection))
        self._rules.pop(collection, None)

    def all(self, collection: str) -> list[Document]:
        """In the order in which they came."""
        return [*self._loaded(collection).values()]

    def get(self, collection: str, key: str) -> Document | None:
        """One of them."""
        return self._loaded(collection).get(key)

    def write(self, written: Written) -> None:
        """All of it or nothing."""
        if not written:
            return
        self._base.execute("BEGIN IMMEDIATE")
        try:
            for (collection, key), document in written.items():
                if document is None:
                    self._base.execute("DELETE FROM documents WHERE collection = ? AND id = ?", (collection, key))
                else:
                    self._base.execute(_WRITE, (collection, key, _text(document)))
            self._base.execute("COMMIT")
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        for (collection, key), document in written.items():
            held = self._held.get(collection)
            if held is None:
                continue
            if document is None:
                held.pop(key, None)
            else:
                held[key] = document

    def _loaded(self, collection: str) -> dict[str, Document]:
        self._refresh()
        held = self._held.get(collection)
        if held is None:
            rows = self._base.execute(
                "SELECT id, body FROM documents WHERE collection = ? ORDER BY position", (collection,)
            )
            held = self._held[collection] = {key: from_wire(json.loads(body), 0) for key, body in rows}
        return held

    def _refresh(self) -> None:
        version = self._version()
        if version != self._seen:
            self._seen = version
            self._held.clear()
            self._rules.clear()

    def _version(self) -> int:
        """Changes when somebody else has written."""
        ((version,),) = self._base.execute("PRAGMA data_version").fetchall()
        return int(version)


class Draft:
    """A transaction over other rows. `seen`: what it has read or written, as it was then."""

    def __init__(self, below: Rows) -> None:
        self._below = below
        self.seen: dict[tuple[str, str], Document | None] = {}
        self.written: dict[tuple[str, str], Document | None] = {}

    def all(self, collection: str) -> list[Document]:
        """Its own in place of those below."""
        own = {key: one for (name, key), one in self.written.items() if name == collection}
        found = {key_of(one["_id"]): one for one in self._below.all(collection)}
        return [one for one in {**found, **own}.values() if one is not None]

    def get(self, collection: str, key: str) -> Document | None:
        """Its own in place of the one below."""
        if (collection, key) in self.written:
            return self.written[collection, key]
        found = self._below.get(collection, key)
        self.seen.setdefault((collection, key), found)
        return found

    def write(self, written: Written) -> None:
        """Nobody else sees it."""
        for place in written:
            self.seen.setdefault(place, self._below.get(*place))
        self.written.update(written)

    @property
    def is_current(self) -> bool:
        """Whether nobody has changed what it has seen."""
        return all(self._below.get(*place) is document for place, document in self.seen.items())


def documents_of(text: str, new_id: Callable[[], str]) -> list[Document]:
    """The documents of a JSON text: an array, or an object a line, as the platform's console exports them.

    Raises ValueError for anything else. Those without `_id` get one.
    """
    stripped = text.lstrip("\ufeff \r\n\t")
    written: Any = json.loads(stripped) if stripped.startswith("[") else _lines(stripped)
    if not all(isinstance(one, dict) for one in written):
        raise ValueError("a document is an object")
    return [from_wire({"_id": new_id(), **one}, 0) for one in written]


def text_of(documents: Iterable[Document]) -> str:
    """JSON that `documents_of` reads."""
    return json.dumps([to_wire(one) for one in documents], ensure_ascii=False, indent=2) + "\n"


def _lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _text(document: Document) -> str:
    return json.dumps(to_wire(document), ensure_ascii=False)
