"""What a monkey tries next."""

from __future__ import annotations

from collections import Counter
from random import Random

from simulator.testing.monkey.experience import Experience
from simulator.testing.monkey.moves import Move

A, B, C = (Move("tap", place, ((1, 0),)) for place in ("a.wxml:1 tap", "a.wxml:2 tap", "a.wxml:3 tap"))
ROTATE = Move("rotate", "rotate")


def chosen(experience: Experience, moves: list[Move], times: int = 300) -> Counter[str]:
    chance = Random(4)
    return Counter(experience.choose(moves, "pages/a/a", chance).place for _ in range(times))


def test_what_was_never_tried_comes_first() -> None:
    experience = Experience()
    for _ in range(5):
        experience.did(A, "pages/a/a", "pages/a/a")
    counts = chosen(experience, [A, B])
    assert counts[B.place] > 10 * counts[A.place]


def test_elements_come_before_the_phone_around_them() -> None:
    counts = chosen(Experience(), [A, ROTATE])
    assert counts[A.place] > 10 * counts[ROTATE.place] > 0


def test_what_leads_to_untried_things_draws_it() -> None:
    experience = Experience()
    experience.did(A, "pages/a/a", "pages/b/b")
    experience.did(B, "pages/a/a", "pages/c/c")
    experience.choose([Move("tap", f"b.wxml:{line} tap") for line in range(10)], "pages/b/b", Random(1))
    counts = chosen(experience, [A, B])
    assert counts[A.place] > 3 * counts[B.place]


def test_what_ended_the_program_is_hardly_tried_again() -> None:
    experience = Experience()
    for move in (A, B, C):
        experience.did(move, "pages/a/a", "pages/a/a")
    experience.was_bad(A, is_deadly=True)
    experience.was_bad(B, is_deadly=False)
    counts = chosen(experience, [A, B, C])
    assert counts[A.place] <= 3 < counts[B.place] < counts[C.place]


def test_coverage_counts_lines_of_templates_that_can_be_touched() -> None:
    experience = Experience()
    experience.choose([A, B, ROTATE], "pages/a/a", Random(1))
    experience.did(A, "pages/a/a", "pages/b/b")
    experience.did(ROTATE, "pages/a/a", "pages/a/a")
    experience.choose([C], "pages/b/b", Random(1))
    assert experience.places == (1, 3)
    assert experience.pages == ["pages/a/a", "pages/b/b"]
