"""What is known of pages does not pile up."""

from __future__ import annotations

from simulator.bridge.latest_pages import MOST_PAGES, LatestPages


def test_the_first_fact_of_a_page_stays() -> None:
    pages: LatestPages[str] = LatestPages()
    pages.learn(1, "a")
    pages.learn(1, "b")
    assert pages == {1: "a"}


def test_the_eldest_page_is_forgotten() -> None:
    pages: LatestPages[int] = LatestPages()
    for number in range(MOST_PAGES + 10):
        pages.learn(number, number)
    assert list(pages) == list(range(10, MOST_PAGES + 10))
