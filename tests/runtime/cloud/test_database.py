"""What the database keeps: transactions, other processes, and what must not break it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtime.cloud.database import Database
from runtime.cloud.failure import CloudFailure
from runtime.cloud.rows import SqliteRows
from runtime.cloud.rules import Person

ME = Person("me")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(SqliteRows(tmp_path / "one.sqlite"), lambda: 1_000)
    yield made
    made.rows.close()


def ids(database: Database, **args: Any) -> list[Any]:
    return [one["_id"] for one in database.get({"collection": "c", **args}, None)["data"]]


def add(database: Database, **args: Any) -> None:
    database.add({"collection": "c", **args}, None)


def test_documents_are_there_again_in_their_order(tmp_path: Path) -> None:
    rows = SqliteRows(tmp_path / "one.sqlite")
    first = Database(rows, lambda: 1_000)
    for name in ("b", "a", 1, "1"):
        add(first, data={"_id": name, "when": {"$serverDate": 0}})
    rows.close()
    rows = SqliteRows(tmp_path / "one.sqlite")
    again = Database(rows, lambda: 2_000)
    assert ids(again) == ["b", "a", 1, "1"]
    assert again.get_one({"collection": "c", "id": 1}, None)["data"] == {"_id": 1, "when": {"$date": 1_000}}
    rows.close()


def test_what_another_process_writes_is_seen(database: Database, tmp_path: Path) -> None:
    assert ids(database) == []
    other = SqliteRows(tmp_path / "one.sqlite")
    add(Database(other, lambda: 0), data={"_id": "x"})
    other.close()
    assert ids(database) == ["x"]


def test_an_id_is_there_once(database: Database) -> None:
    add(database, data={"_id": "x"})
    with pytest.raises(CloudFailure, match="exists already"):
        add(database, data={"_id": "x"})


def test_a_question_by_id_looks_at_one_document(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(50):
        add(database, data={"_id": f"d{number}", "n": number})
    whole: list[str] = []
    monkeypatch.setattr(database.rows, "all", lambda name: whole.append(name) or [])
    assert ids(database, where={"_id": "d7", "n": 7}) == ["d7"]
    assert ids(database, where={"_id": {"$eq": "d7"}, "n": 8}) == []
    assert whole == []


def test_nobody_sees_a_transaction_before_its_end(database: Database) -> None:
    add(database, data={"_id": "x", "n": 1})
    told: list[str] = []
    database.changed = told.append
    name = database.begin()
    inside = {"collection": "c", "transaction": name}
    database.update_one({**inside, "id": "x", "change": {"$inc": {"n": 1}}}, None)
    database.add({**inside, "data": {"_id": "y"}}, None)
    assert database.get_one({**inside, "id": "x"}, None)["data"]["n"] == 2
    assert database.count(inside, None) == {"total": 2}
    assert ids(database, where={"n": 1}) == ["x"]
    assert told == []
    database.commit(name)
    assert (ids(database), told) == (["x", "y"], ["c"])
    with pytest.raises(CloudFailure, match="does not exist"):
        database.commit(name)


def test_a_transaction_that_another_write_has_overtaken_fails_whole(database: Database) -> None:
    add(database, data={"_id": "x", "n": 1})
    name = database.begin()
    inside = {"collection": "c", "transaction": name}
    database.update_one({**inside, "id": "x", "change": {"$inc": {"n": 1}}}, None)
    database.add({**inside, "data": {"_id": "y"}}, None)
    database.update_one({"collection": "c", "id": "x", "change": {"$set": {"n": 9}}}, None)
    with pytest.raises(CloudFailure, match="conflict"):
        database.commit(name)
    assert ids(database) == ["x"]
    database.abort(name := database.begin())
    assert name not in database.drafts


@pytest.mark.parametrize(
    "where",
    [
        {"n": {"$where": "1"}}, {"$where": "sleep(1)"}, {"n": {"$mod": [0, 1]}}, {"n": {"$in": 3}}, {"$and": []},
        {"$and": 3}, {"n": {"$near": {}}}, {"n": {"$regex": "("}}, {"n": {"$regex": "a" * 2000}}, [], "text",
        {"$expr": {"$nonsense": 1}}, {"n": {"$elemMatch": 1}}, {"$or": [None]}, {"n": {"$date": "no date"}},
        {"n": {"$geoWithin": {"$centerSphere": [1, 2]}}}, {"n": {"$not": 3}}, {"n": {"$date": 1e30}},
    ],
)  # fmt: skip
def test_a_condition_that_is_none_is_refused(database: Database, where: Any) -> None:
    add(database, data={"_id": "x", "n": [1, {"type": "Point", "coordinates": [1, 2]}]})
    with pytest.raises(CloudFailure):
        database.get({"collection": "c", "where": where}, ME)


@pytest.mark.parametrize(
    "change",
    [
        None, {}, {"n": 1}, {"$nonsense": {"n": 1}}, {"$set": {"_id": "y"}}, {"$inc": {"s": 1}}, {"$mul": {"s": 2}},
        {"$mul": 3}, {"$push": {"n": 1}},
    ],
)  # fmt: skip
def test_a_change_that_is_none_changes_nothing(database: Database, change: Any) -> None:
    add(database, data={"_id": "x", "n": 1, "s": "text"})
    with pytest.raises(CloudFailure):
        database.update_one({"collection": "c", "id": "x", "change": change}, None)
    assert database.get_one({"collection": "c", "id": "x"}, None)["data"] == {"_id": "x", "n": 1, "s": "text"}


def test_values_that_are_nested_without_end_are_refused(database: Database) -> None:
    deep: Any = 1
    for _ in range(200):
        deep = {"a": deep}
    with pytest.raises(CloudFailure, match="deeply"):
        add(database, data=deep)


def test_stages_that_write_are_refused(database: Database) -> None:
    for stage in ({"$out": "d"}, {"$merge": "d"}, {"$nonsense": 1}, {"$match": 1}, {"$limit": 1, "$skip": 1}, 3):
        with pytest.raises(CloudFailure):
            database.aggregate({"collection": "c", "stages": [stage]}, None)
