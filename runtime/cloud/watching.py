"""What who watches a query is told: all documents first, then what has changed of them.

Source: reference, Collection.watch: `docs`, `docChanges` with `queueType` (init, enqueue, update, dequeue) and
`dataType` (init, add, update, replace, remove).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runtime.cloud.database import Args, Database
from runtime.cloud.failure import CloudFailure
from runtime.cloud.rows import key_of
from runtime.cloud.rules import Person
from runtime.cloud.values import to_wire

MAX_WATCHED = 5000
Tell = Callable[[dict[str, Any]], None]


class Watch:
    """One query that is watched. `look` tells what is new since the last time."""

    def __init__(self, database: Database, args: Args, person: Person | None, tell: Tell) -> None:
        self.collection = str(args.get("collection"))
        self._database = database
        self._args = args
        self._person = person
        self._tell = tell
        self._known: dict[str, Any] = {}
        self._count = 0
        self._is_begun = False

    def look(self) -> None:
        """Raises CloudFailure for a condition that is none."""
        limit = self._args.get("limit")
        most = int(limit) if isinstance(limit, int | float) and limit > 0 else MAX_WATCHED
        found = self._database.found(self._args, self._person)[:most]
        now = {key_of(one["_id"]): to_wire(one) for one in found}
        changes = [*self._changes(now)]
        if self._is_begun and not changes:
            return
        snapshot = {"docs": [*now.values()], "docChanges": changes, "id": self._count}
        self._tell(snapshot if self._is_begun else {**snapshot, "type": "init"})
        self._known, self._is_begun = now, True
        self._count += 1

    def give_up(self, failure: CloudFailure) -> None:
        """The query has turned out to be none, with the first document that was asked."""
        self._tell({"failure": {"errCode": failure.code, "errMsg": f"watch:fail {failure.code} {failure.reason}"}})

    def _changes(self, now: dict[str, Any]) -> list[dict[str, Any]]:
        changes: list[dict[str, Any]] = []

        def say(queue: str, data: str, document: Any, **more: Any) -> None:
            number = self._count + len(changes)
            told = {"id": number, "queueType": queue, "dataType": data, "docId": document["_id"], "doc": document}
            changes.append({**told, **more})

        for key, document in now.items():
            former = self._known.get(key)
            if former is None:
                say(*(("enqueue", "add") if self._is_begun else ("init", "init")), document)
            elif former != document:
                updated = {name: value for name, value in document.items() if former.get(name) != value}
                gone = [name for name in former if name not in document]
                say("update", "update", document, updatedFields=updated, removedFields=gone)
        for key, document in self._known.items():
            if key not in now:
                say("dequeue", "remove", document)
        return changes
