"""Which rows are drawn anew when exchanges come."""

from __future__ import annotations

from msgspec.structs import replace

from ide.models.network.filters import Filter
from ide.models.network.shown import RowsChange, ShownExchanges
from simulator.traffic.exchange import Exchange


def exchange(number: int, **fields: object) -> Exchange:
    return replace(Exchange(number, "request", f"https://a.example/{number}", 1000.0 + number), **fields)


def shown(count: int, most: int = 100) -> ShownExchanges:
    made = ShownExchanges(most)
    made.take(exchange(number) for number in range(1, count + 1))
    return made


def numbers(made: ShownExchanges) -> list[int]:
    return [one.number for one in made.rows()]


def test_what_comes_is_added_and_what_changes_is_drawn() -> None:
    made = shown(3)
    change = made.take([exchange(2, status=200), exchange(4), exchange(4, status=404)])
    assert change == RowsChange(updated=(1, 3), added=1)
    assert numbers(made) == [1, 2, 3, 4]


def test_a_thousand_changes_touch_no_other_row() -> None:
    made = shown(10_000, 10_000)
    change = made.take(exchange(number, status=200) for number in range(9_000, 10_000))
    assert (change.reset, len(change.updated)) == (False, 1000)


def test_a_filter_hides_and_shows_what_changes_its_state() -> None:
    made = shown(3)
    made.set_filter(Filter(text="status:200"))
    assert numbers(made) == []
    assert made.take([exchange(2, status=200, state="ok")]).reset
    assert numbers(made) == [2]
    assert made.take([exchange(2, status=404, state="ok")]).reset
    assert (numbers(made), made.count) == ([], 3)


def test_another_order_is_kept_up() -> None:
    made = shown(3)
    made.sort("status", descending=True)
    made.take([exchange(2, status=500)])
    assert numbers(made)[0] == 2
    made.sort(None)
    assert numbers(made) == [1, 2, 3]


def test_the_oldest_make_room() -> None:
    made = shown(5, most=3)
    assert (numbers(made), made.place_of(3), made.place_of(1)) == ([3, 4, 5], 0, None)
    assert made.clear().reset
    assert (len(made), made.count) == (0, 0)
