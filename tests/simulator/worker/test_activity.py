"""The watch over the engine's thread: memory goes back when it has rested, once, and again after it has worked."""

from __future__ import annotations

from simulator.worker.activity import LOOKS_AT_REST, Activity


class Watched:
    """An activity, and how often memory was given back."""

    def __init__(self) -> None:
        self.given_back = 0
        self.activity = Activity(lambda _message: None, self._give_back)

    def _give_back(self) -> None:
        self.given_back += 1

    def look(self, times: int) -> int:
        for _ in range(times):
            self.activity.look()
        return self.given_back


def test_a_process_that_waits_for_its_program_gives_back_what_its_start_left() -> None:
    watched = Watched()
    assert watched.look(LOOKS_AT_REST) == 0
    assert watched.look(1) == 1
    assert watched.look(10 * LOOKS_AT_REST) == 1


def test_a_program_that_goes_on_keeps_its_memory_until_it_rests() -> None:
    watched = Watched()
    for _ in range(10):
        watched.activity.task_begins()
        watched.look(1)
        watched.activity.task_ends()
        assert watched.look(LOOKS_AT_REST) == 0
    assert watched.look(1) == 1


def test_what_follows_a_rest_is_given_back_at_the_next() -> None:
    watched = Watched()
    watched.look(LOOKS_AT_REST + 1)
    watched.activity.task_begins()
    watched.activity.task_ends()
    assert watched.look(LOOKS_AT_REST) == 1
    assert watched.look(1) == 2
