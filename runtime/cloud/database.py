"""The database of an environment: what its calls do. Each is a method that gets the arguments and returns the result.

Arguments: `collection`, `id`, `where`, `order` (pairs of path and `asc` or `desc`), `skip`, `limit`, `field`, `data`,
`change`, `stages`, `transaction`. `person` asks; None: a function or the panel, which may all.
Source: reference, database; `Assumed:` a collection is made when it is first named.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sentinels import NOTHING

from runtime.cloud.changes import Changer
from runtime.cloud.conditions import Condition, Document, in_order
from runtime.cloud.failure import CONFLICT, DENIED, NO_DOCUMENT, PARAMETERS, REQUEST, CloudFailure
from runtime.cloud.pipelines import aggregate
from runtime.cloud.rows import Draft, Rows, SqliteRows, key_of
from runtime.cloud.rules import Deed, Person, Rule
from runtime.cloud.values import from_wire, to_wire

CLIENT_LIMIT = 20
SERVER_LIMIT = 100
SERVER_MAX = 1000
PIPELINE_LIMIT = 20
MAX_NAME = 128
DENIED_TEXT = "database permission denied"

Args = Mapping[str, Any]


@dataclass(slots=True)
class Database:
    """One environment's. `changed` hears of every collection that has been written to."""

    rows: SqliteRows
    now_ms: Callable[[], int]
    changed: Callable[[str], None] = lambda _collection: None
    drafts: dict[str, Draft] = field(default_factory=dict)
    changer: Changer = field(default_factory=Changer)

    def get(self, args: Args, person: Person | None) -> dict[str, Any]:
        """Documents that a condition is true of."""
        found = self.found(args, person)
        start, limit = max(0, _whole(args.get("skip"), 0)), _limit(args, person)
        return {"data": self._shown(found[start : start + limit], args)}

    def found(self, args: Args, person: Person | None, deed: Deed = "read") -> list[Document]:
        """All of them, in order."""
        collection, rows = self._collection(args), self._rows(args)
        condition = Condition(
            from_wire(_own({} if args.get("where") is None else args["where"], person), self.now_ms())
        )
        only = condition.only_id
        if only is NOTHING:
            candidates = rows.all(collection)
        else:
            one = rows.get(collection, key_of(only))
            candidates = [] if one is None else [one]
        found = [one for one in candidates if condition.holds(one)]
        allowed = self._allowed(found, collection, person, deed)
        order = args.get("order") or []
        return in_order(allowed, order) if order else condition.nearest_first(allowed)

    def count(self, args: Args, person: Person | None) -> dict[str, Any]:
        """How many."""
        return {"total": len(self.found(args, person))}

    def get_one(self, args: Args, person: Person | None) -> dict[str, Any]:
        """One document by its id."""
        (shown,) = self._shown([self._one(args, person)], args)
        return {"data": shown}

    def add(self, args: Args, person: Person | None) -> dict[str, Any]:
        """A new document; the creator's id is in it."""
        collection, rows = self._collection(args), self._rows(args)
        document = self._new(args.get("data"), person)
        key = key_of(document["_id"])
        if rows.get(collection, key) is not None:
            raise CloudFailure(REQUEST, f"database request fail: document with _id {document['_id']} exists already")
        self._check("create", collection, person, document, document)
        self._write(args, {(collection, key): document})
        return {"_id": document["_id"]}

    def set_one(self, args: Args, person: Person | None) -> dict[str, Any]:
        """Puts a document in the place of another, or where none is."""
        collection, rows, document_id = self._collection(args), self._rows(args), self._id(args)
        former = rows.get(collection, key_of(document_id))
        document = self._new({**_data(args), "_id": document_id}, person)
        if former is not None:
            self._check("update", collection, person, former, document)
            if "_openid" in former:
                document["_openid"] = former["_openid"]
        else:
            self._check("create", collection, person, document, document)
        self._write(args, {(collection, key_of(document_id)): document})
        updated = int(former is not None)
        return {"_id": document_id, "stats": {"updated": updated, "created": 1 - updated}}

    def update_one(self, args: Args, person: Person | None) -> dict[str, Any]:
        """Changes one document by its id."""
        return self.update({**args, "where": {"_id": {"$eq": self._id(args)}}}, person)

    def update(self, args: Args, person: Person | None) -> dict[str, Any]:
        """Changes all that a condition is true of."""
        collection = self._collection(args)
        change = from_wire(args.get("change"), self.now_ms())
        written: dict[tuple[str, str], Document | None] = {}
        for former in self.found(args, person, "update"):
            document = self.changer.changed(former, change)
            if document.get("_id") != former.get("_id"):
                raise CloudFailure(PARAMETERS, "the field _id cannot be changed")
            if document != former:
                written[collection, key_of(former["_id"])] = document
        self._write(args, written)
        return {"stats": {"updated": len(written)}}

    def remove_one(self, args: Args, person: Person | None) -> dict[str, Any]:
        """Removes one document by its id."""
        return self.remove({**args, "where": {"_id": {"$eq": self._id(args)}}}, person)

    def remove(self, args: Args, person: Person | None) -> dict[str, Any]:
        """Removes all that a condition is true of."""
        collection = self._collection(args)
        gone = self.found(args, person, "delete")
        self._write(args, {(collection, key_of(one["_id"])): None for one in gone})
        return {"stats": {"removed": len(gone)}}

    def aggregate(self, args: Args, person: Person | None) -> dict[str, Any]:
        """What a pipeline makes of a collection."""
        stages = from_wire(args.get("stages") or [], self.now_ms())
        if isinstance(stages, list) and not any(isinstance(stage, dict) and "$limit" in stage for stage in stages):
            stages = [*stages, {"$limit": PIPELINE_LIMIT}]

        def read(collection: str) -> list[Document]:
            self.rows.make(collection)
            return self._allowed(self._rows(args).all(collection), collection, person, "read")

        return {"list": to_wire(aggregate(read(self._collection(args)), stages, read))}

    def begin(self) -> str:
        """A transaction."""
        name = new_id()
        self.drafts[name] = Draft(self.rows)
        return name

    def commit(self, transaction: str) -> None:
        """All that it has written is there, or CloudFailure is raised and nothing is."""
        draft = self._draft(transaction)
        del self.drafts[transaction]
        if not draft.is_current:
            raise CloudFailure(CONFLICT, "database transaction conflict")
        self.rows.write(draft.written)
        self._tell(draft.written)

    def abort(self, transaction: str) -> None:
        """Nothing of it has happened."""
        self._draft(transaction)
        del self.drafts[transaction]

    def _rows(self, args: Args) -> Rows:
        name = args.get("transaction")
        return self._draft(str(name)) if name else self.rows

    def _draft(self, name: str) -> Draft:
        found = self.drafts.get(name)
        if found is None:
            raise CloudFailure(REQUEST, "the transaction does not exist")
        return found

    def _collection(self, args: Args) -> str:
        name = args.get("collection")
        if not isinstance(name, str) or not 0 < len(name) <= MAX_NAME or "\0" in name:
            raise CloudFailure(PARAMETERS, "the name of a collection is a text")
        self.rows.make(name)
        return name

    def _id(self, args: Args) -> str | int | float:
        found = args.get("id")
        if isinstance(found, bool) or not isinstance(found, str | int | float) or found == "":
            raise CloudFailure(PARAMETERS, "the _id of a document is a text or a number")
        return found

    def _one(self, args: Args, person: Person | None) -> Document:
        collection, document_id = self._collection(args), self._id(args)
        found = self._rows(args).get(collection, key_of(document_id))
        allowed = self._allowed([] if found is None else [found], collection, person, "read")
        if not allowed:
            why = "please make sure that the document exists and you have the corresponding access permission"
            raise CloudFailure(NO_DOCUMENT, f"cannot find document with _id {document_id}, {why}")
        return allowed[0]

    def _new(self, data: Any, person: Person | None) -> Document:
        document = from_wire(_data({"data": data}), self.now_ms())
        if person is not None:
            if "_openid" in document:
                raise CloudFailure(PARAMETERS, "invalid parameters. _openid is added by the database")
            document["_openid"] = person.openid
        return {"_id": new_id(), **document}

    def _allowed(self, found: list[Document], collection: str, person: Person | None, deed: Deed) -> list[Document]:
        if person is None:
            return found
        rule = self._rule(collection)
        allowed = [one for one in found if rule.allows(person, deed, one, None, self.now_ms())]
        if not rule.is_simple and len(allowed) < len(found):
            raise CloudFailure(DENIED, DENIED_TEXT)
        return allowed

    def _check(self, deed: Deed, collection: str, person: Person | None, document: Document, data: Document) -> None:
        if not self._rule(collection).allows(person, deed, document, data, self.now_ms()):
            raise CloudFailure(DENIED, DENIED_TEXT)

    def _rule(self, collection: str) -> Rule:
        return Rule(self.rows.rule(collection), lambda other, key: self.rows.get(other, key_of(key)))

    def _shown(self, documents: list[Document], args: Args) -> list[Any]:
        wanted = args.get("field")
        shown = self.changer.fields(documents, wanted) if isinstance(wanted, dict) else documents
        return [to_wire(one) for one in shown]

    def _write(self, args: Args, written: dict[tuple[str, str], Document | None]) -> None:
        rows = self._rows(args)
        rows.write(written)
        if rows is self.rows:
            self._tell(written)

    def _tell(self, written: Mapping[tuple[str, str], Document | None]) -> None:
        for collection in sorted({name for name, _key in written}):
            self.changed(collection)


def new_id() -> str:
    """Of a document or a transaction."""
    return secrets.token_hex(16)


def _data(args: Args) -> dict[str, Any]:
    data = args.get("data")
    if not isinstance(data, dict):
        raise CloudFailure(PARAMETERS, "invalid parameters. data should be an object")
    return data


def _own(where: Any, person: Person | None) -> Any:
    """`{openid}` in a condition stands for who asks."""
    if isinstance(where, dict):
        return {key: _own(value, person) for key, value in where.items()}
    if isinstance(where, list):
        return [_own(value, person) for value in where]
    return person.openid if where == "{openid}" and person else where


def _limit(args: Args, person: Person | None) -> int:
    usual, most = (CLIENT_LIMIT, CLIENT_LIMIT) if person else (SERVER_LIMIT, SERVER_MAX)
    return max(0, min(_whole(args.get("limit"), usual), most))


def _whole(value: Any, otherwise: int) -> int:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else otherwise
