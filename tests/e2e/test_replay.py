"""A session with a network, timers, chance and a canvas is run again without any of them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.main import main
from simulator.recording.form import Kind
from simulator.recording.reader import read_entries, read_head
from simulator.replay.process import ReplayProcess
from simulator.replay.replay import SessionReplay
from tests.e2e.conftest import OpenPhone
from tests.support.recorded_session import RecordedSession, recorded_session

pytestmark = pytest.mark.browser


@pytest.fixture
def recorded(open_phone: OpenPhone, tmp_path: Path) -> RecordedSession:
    return recorded_session(open_phone, tmp_path)


def pixels(path: Path) -> bytes:
    from PySide6.QtGui import QImage

    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    assert not image.isNull()
    return bytes(image.constBits())


def texts(tree: Any) -> list[str]:
    """All texts of a tree, in order."""
    if isinstance(tree, str):
        return [tree]
    if isinstance(tree, list):
        return [text for child in tree for text in texts(child)]
    return texts(tree["children"])


def test_twenty_replays_are_identical_and_need_neither_the_project_nor_its_server(
    recorded: RecordedSession,
) -> None:
    path, tree = recorded.path, recorded.tree
    seen = set()
    with path.open("rb") as stream:
        head = read_head(stream)
        entries = list(read_entries(stream))
    process = ReplayProcess(head)
    try:
        for _ in range(20):
            replay = SessionReplay(process)
            outcome = replay.play(entries)
            assert (outcome.parting, outcome.ended) == (None, "")
            pages = replay.trees()
            seen.add(hashlib.sha256(json.dumps([outcome.batches, outcome.turns, pages]).encode()).hexdigest())
    finally:
        process.close()
    assert len(seen) == 1
    assert [text for text in texts(pages[0]["tree"]) if text.strip()] == [text for text in texts(tree) if text.strip()]
    assert "Ann" in texts(pages[0]["tree"])
    assert outcome.batches > 4


def test_pictures_of_replays_are_those_of_the_session(
    recorded: RecordedSession, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, picture = recorded.path, pixels(recorded.picture)
    for number in (1, 2):
        assert main(["replay", str(path), "--shots", str(tmp_path / str(number)), "--json"]) == 0
        report = json.loads(capsys.readouterr().out)
        assert report["parting"] is None
        assert pixels(Path(report["pictures"][-1])) == picture


def test_an_answer_that_is_another_parts_the_replay_from_the_recording(recorded: RecordedSession) -> None:
    path = recorded.path
    with path.open("rb") as stream:
        head = read_head(stream)
        entries = [
            entry._replace(data=entry.data.replace(b"Ann", b"Bob")) if entry.kind is Kind.TURN else entry
            for entry in read_entries(stream)
        ]
    process = ReplayProcess(head)
    try:
        outcome = SessionReplay(process, stops=True).play(entries)
    finally:
        process.close()
    assert outcome.parting is not None
    assert outcome.parting.kind == "posted"
    assert "Ann" in outcome.parting.expected
    assert "Bob" in outcome.parting.found
