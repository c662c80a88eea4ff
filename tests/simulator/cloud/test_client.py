"""The cloud in its own process, as a program's host has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from runtime.api.ports.cloud import CloudRefusal
from runtime.protocol.cloud import Begin, Logged
from simulator.cloud.client import CloudClient
from tests.support.waiting import wait_until


class Desk:
    """A client, and what it has heard."""

    def __init__(self, folder: Path) -> None:
        self.owner = QObject()
        self.lines: list[Logged] = []
        self.client = CloudClient(self.owner, lambda: Begin(str(folder)), self.lines.append)

    def ask(self, name: str, openid: str | None = "me", **args: Any) -> Mapping[str, Any] | CloudRefusal:
        heard: list[Mapping[str, Any] | CloudRefusal] = []
        self.client.ask(name, args, openid, heard.append)
        wait_until(lambda: heard, f"the answer of {name}")
        return heard[0]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "cloud")
    yield made
    made.client.restart()


def test_what_is_written_is_there_when_the_process_has_died(desk: Desk, qapp: QApplication) -> None:
    assert desk.ask("DB.CollectionReference.add", collection="c", data={"_id": "x"}) == {"_id": "x"}
    process = desk.client._process
    assert process is not None
    process.kill()
    wait_until(lambda: desk.client._process is None, "the end of the process")
    assert desk.ask("DB.Query.count", collection="c") == {"total": 1}


def test_refusals_come_with_their_number(desk: Desk) -> None:
    refusal = desk.ask("DB.CollectionReference.add", collection="c")
    assert isinstance(refusal, CloudRefusal)
    assert (refusal.code, refusal.is_environment) == (-501007, False)
    assert isinstance(desk.ask("Panel.overview"), CloudRefusal)
    overview = desk.ask("Panel.overview", None)
    assert not isinstance(overview, CloudRefusal)
    assert overview["collections"] == [{"name": "c", "count": 0, "rule": None}]


def test_whoever_watches_hears_of_changes_until_the_end(desk: Desk, qapp: QApplication) -> None:
    told: list[Mapping[str, Any]] = []
    number = desk.client.watch({"collection": "c"}, "me", lambda _answer: None, told.append)
    desk.ask("DB.CollectionReference.add", collection="c", data={"_id": "x"})
    wait_until(lambda: len(told) == 2, "the change")
    assert [[one["_id"] for one in snapshot["docs"]] for snapshot in told] == [[], ["x"]]
    desk.client.unwatch(number)
    desk.ask("DB.CollectionReference.add", collection="c", data={})
    assert len(told) == 2


def test_a_process_that_hangs_is_ended_and_the_call_fails(desk: Desk, qapp: QApplication) -> None:
    desk.ask("DB.CollectionReference.add", collection="c", data={"s": "a" * 40 + "!"})
    heard: list[Any] = []
    where = {"s": {"$regex": "^(a+)+$"}}
    number = desk.client.ask("DB.Query.get", {"collection": "c", "where": where}, "me", heard.append)
    desk.client._expire(number)
    assert heard == [CloudRefusal(-601034, "the cloud did not answer in time")]
    assert desk.ask("DB.Query.count", collection="c") == {"total": 1}
