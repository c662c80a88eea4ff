"""Heights of many rows against a plain list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ide.models.console.heights import RowHeights

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.integers(0, 700)),
        st.tuples(st.just("remove"), st.integers(0, 700)),
        st.tuples(st.just("set"), st.integers(0, 3000)),
    ),
    max_size=25,
)


@given(STEPS)
def test_heights_behave_like_a_list(steps: list[tuple[str, int]]) -> None:
    heights, plain = RowHeights(20), list[int]()
    for step, number in steps:
        if step == "append":
            heights.append(number)
            plain += [20] * number
        elif step == "remove":
            count = min(number, len(plain))
            assert heights.remove_first(count) == sum(plain[:count])
            del plain[:count]
        elif plain:
            index = number % len(plain)
            assert heights.set(index, 20 + number % 50) == 20 + number % 50 - plain[index]
            plain[index] = 20 + number % 50
        assert len(heights) == len(plain)
        assert heights.total == sum(plain)
        for index in {0, len(plain) // 2, len(plain) - 1} if plain else ():
            assert heights[index] == plain[index]
            top = sum(plain[:index])
            assert heights.top_of(index) == top
            assert heights.row_at(top) == index
            assert heights.row_at(top + plain[index] - 1) == index


def test_below_the_end_is_the_last_row() -> None:
    heights = RowHeights(20)
    assert heights.row_at(50) == 0
    heights.reset(300)
    assert heights.row_at(1_000_000) == 299
    assert heights.top_of(300) == heights.total == 6000
