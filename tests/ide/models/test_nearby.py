"""What is near the phone, as rows."""

from __future__ import annotations

from ide.models.nearby import nearby_rows, with_member
from runtime.world.kinds import Number, Rows

ROWS = Rows(("name", "id"), "isPresent", (("rssi", Number(-127, 20)), ("battery", Number(0, 100))))
ENTRIES = [
    {"name": "Heart", "id": "1", "isPresent": True, "rssi": -50, "battery": 80},
    {"name": "", "id": "2", "isPresent": False, "rssi": -60, "battery": None},
]


def test_entries_are_told_apart_by_what_they_have() -> None:
    heart, other = nearby_rows(ROWS, ENTRIES, "")
    assert (heart.title, heart.is_present, heart.is_held) == ("Heart", True, None)
    assert [(one.member, one.value) for one in heart.numbers] == [("rssi", -50), ("battery", 80)]
    assert (other.title, other.is_present, [one.member for one in other.numbers]) == ("2", False, ["rssi"])


def test_one_may_be_held_to_the_phone() -> None:
    rows = nearby_rows(Rows(("name",), held_by="nfc.held"), [{"name": "Card"}, {"name": "Poster"}], "Poster")
    assert [(row.is_present, row.is_held) for row in rows] == [(None, False), (None, True)]


def test_a_change_leaves_the_list_that_was() -> None:
    changed = with_member(ENTRIES, 1, "rssi", -90)
    assert (changed[1]["rssi"], ENTRIES[1]["rssi"], changed[0]) == (-90, -60, ENTRIES[0])
