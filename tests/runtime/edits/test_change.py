"""Changes of one text are made together, each at its place."""

from __future__ import annotations

from runtime.edits.change import Change, apply


def test_changes_are_made_at_the_places_that_they_name() -> None:
    assert apply("one two three", (Change(4, 7, "2"), Change(0, 3, "1"))) == "1 2 three"
    assert apply("ab", (Change(1, 1, "x"),)) == "axb"
    assert apply("ab", ()) == "ab"
