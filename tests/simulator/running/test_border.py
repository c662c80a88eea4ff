"""Messages that are none, or hold nonsense: each gives at most a sentence on the console, and the next one is taken."""

from __future__ import annotations

import msgspec
import pytest

from runtime.protocol import codec
from simulator.bridge.notices import Notices
from simulator.bridge.record import Record
from simulator.bridge.recorder import Recorder
from simulator.running.border import border


@pytest.fixture
def records() -> list[Record]:
    return []


@pytest.fixture
def notices(records: list[Record]) -> Notices:
    recorder = Recorder()
    recorder.subscribe(records.extend)
    return Notices(recorder)


def test_what_is_no_message_is_named(notices: Notices, records: list[Record]) -> None:
    with border(notices, "view"):
        codec.decode_from_view('{"m":"rendered","page_id":"one","batch_id":1}')
    assert records[0].title.startswith("The view sent a message that is not understood: Expected `int`, got `str`")
    with border(notices, "logic"):
        codec.decode_from_logic(b"\xff")
    assert records[1].code == "logic-misunderstood"


def test_a_message_that_breaks_something_of_ours_is_told_with_its_trace(
    notices: Notices, records: list[Record]
) -> None:
    with border(notices, "logic"):
        [].pop()
    (record,) = records
    assert (record.code, record.level) == ("internal-error", "error")
    assert "IndexError: pop from empty list" in record.title


def test_what_is_right_passes_in_silence(notices: Notices, records: list[Record]) -> None:
    with border(notices, "view"):
        codec.decode_from_view('{"m":"ready"}')
    assert records == []


@pytest.mark.parametrize(
    ("text", "well_formed"),
    [
        (rb'"\ud83d"', rb'"\ufffd"'),
        (rb'"\\ud83d"', rb'"\\ud83d"'),
        (rb'"\\\ud83d"', rb'"\\\ufffd"'),
        (rb'"\ud83d\ude00"', rb'"\ud83d\ude00"'),
        (rb'"\uD83D\uDE00\uDE00"', rb'"\uD83D\uDE00\ufffd"'),
        (rb'{"\ude00":["\ud83d\ud83d\ude00\n"]}', rb'{"\ufffd":["\ufffd\ud83d\ude00\n"]}'),
        ('"\\ud800 plain 😀 text"'.encode(), '"\\ufffd plain 😀 text"'.encode()),
        (rb'"\u0041\u0000"', rb'"\u0041\u0000"'),
    ],
)
def test_halves_of_pairs_become_the_replacement_character(text: bytes, well_formed: bytes) -> None:
    assert codec.well_formed(text) == well_formed
    msgspec.json.decode(codec.well_formed(text))


def test_texts_without_halves_of_pairs() -> None:
    assert codec.well_formed_text("a\ud83d b\ude00\ud83d 😀") == "a\ufffd b\ufffd\ufffd 😀"
    assert codec.well_formed_text("名\udcff.txt") == "名\ufffd.txt"
