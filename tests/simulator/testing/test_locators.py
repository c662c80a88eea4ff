"""Locators wait for what they mean, act on it, and say what there was instead."""

from __future__ import annotations

import re

import pytest

from simulator.testing.app import App
from simulator.testing.expectations import expect
from simulator.testing.failure import DeadlineFailure, NotHere, TestFailure


def test_elements_are_found_inside_others_and_by_what_they_show(tea: App) -> None:
    page = tea.page
    rows = page.locator(".row")
    assert rows.count() == 2
    assert rows.filter(has_text="sencha").locator(".price").text() == "6"
    assert rows.filter(has_not_text="Sencha").locator(".title").text() == "Assam"
    assert rows.filter(has=page.locator(".title").filter(has_text=re.compile("^Ass"))).count() == 1
    assert rows.filter(has_not=page.locator(".price").filter(has_text="4")).attribute("data-id") == 2
    assert page.locator(".row >>> .title").last.text() == "Sencha"
    assert page.get_by_text("Assam").attribute("class") == "title"
    assert page.get_by_text("ass", exact=True).count() == 0
    assert [one.text() for one in rows.locator(".price").all()] == ["4", "6"]
    assert rows.nth(-2).locator(".price").text() == "4"


def test_a_tap_reaches_handlers_and_the_page_shows_what_comes_of_it(tea: App) -> None:
    card = tea.page.locator(".row").nth(1)
    card.locator(".more").tap()
    expect(tea.page.locator(".note")).to_have_text("more of 2: 1")
    expect(card).to_have_data({"taps": 1, "title": "Sencha"})
    expect(card).to_have_data(1, path="taps")
    assert card.call("double", 21) == 42


def test_expectations_wait(tea: App) -> None:
    tea.page.locator(".later").tap()
    expect(tea.page.locator(".note")).to_be_visible()
    expect(tea.page.locator(".note")).to_have_text("late")
    expect(tea.page.locator(".note")).not_.to_have_text(re.compile("^more"))


def test_of_what_is_not_there_nothing_is_so_and_nothing_is_not_so(tea: App) -> None:
    nobody = tea.page.locator(".nobody")
    expect(nobody).not_.to_be_visible()
    expect(nobody).to_be_hidden()
    for several in (nobody, tea.page.locator(".row")):
        with pytest.raises(DeadlineFailure, match=r"no such element|2 elements; say which"):
            expect(several).not_.to_have_text("x", timeout=0.01)
        with pytest.raises(DeadlineFailure, match=r"no such element|2 elements; say which"):
            expect(several).to_have_text("x", timeout=0.01)


def test_a_list_of_texts_is_about_elements_in_order(tea: App) -> None:
    titles = tea.page.locator(".row >>> .title")
    expect(titles).to_have_text(["Assam", re.compile("^Sen")])
    expect(titles).not_.to_have_text(["Sencha", "Assam"])
    tea.page.call("add", "Oolong", 9)
    expect(titles).to_have_count(3)
    expect(titles).to_contain_text(["ass", "sen", "OOL"])


def test_a_failure_says_what_was_found_and_shows_the_tree_around(tea: App) -> None:
    with pytest.raises(DeadlineFailure) as failure:
        expect(tea.page.locator(".row").first.locator(".price")).to_have_text("5", timeout=0.01)
    text = str(failure.value)
    assert "expect(page.locator('.row').nth(0).locator('.price')).to_have_text('5') failed after 0.01 s" in text
    assert "found: '4'" in text
    assert '<text class="price">4</text>  <--' in text
    assert "in pages/list/list:" in text


def test_what_is_not_there_or_not_the_only_one_cannot_be_tapped(tea: App) -> None:
    with pytest.raises(DeadlineFailure, match="there is no such element"):
        tea.page.locator(".nobody").tap(timeout=0.01)
    with pytest.raises(DeadlineFailure, match="there are 2 of them; say which"):
        tea.page.locator(".row").tap(timeout=0.01)
    with pytest.raises(DeadlineFailure, match="cannot be seen"):
        tea.page.locator(".note").tap(timeout=0.01)
    with pytest.raises(DeadlineFailure, match="is disabled"):
        tea.page.locator(".off").tap(timeout=0.01)
    expect(tea.page.locator(".off")).to_be_disabled()
    expect(tea.page.locator(".later")).to_be_enabled()


def test_what_is_no_selector_fails_at_once(tea: App) -> None:
    with pytest.raises(TestFailure, match='"view:hover" is no selector'):
        tea.page.locator("view:hover").count()


def test_waiting_for_states(tea: App) -> None:
    note = tea.page.locator(".note")
    note.wait_for(state="attached")
    note.wait_for(state="hidden")
    tea.page.locator(".later").tap()
    note.wait_for()
    tea.page.locator(".nobody").wait_for(state="detached")
    with pytest.raises(TestFailure, match="'seen' is no state"):
        note.wait_for(state="seen")


def test_what_needs_a_screen_says_so(tea: App) -> None:
    with pytest.raises(NotHere, match="full"):
        tea.page.locator(".head").bounding_box()
    with pytest.raises(NotHere, match="full"):
        tea.page.screenshot()


def test_events_that_code_makes(tea: App) -> None:
    tea.page.locator(".row").first.trigger("more", {"taps": 5})
    expect(tea.page.locator(".note")).to_have_text("more of 1: 5")
    tea.page.locator(".row").first.set_data({"taps": 6})
    tea.page.locator(".row").first.locator(".more").tap()
    expect(tea.page.locator(".note")).to_have_text("more of 1: 7")


def test_pages_are_opened_and_left(tea: App) -> None:
    page = tea.page
    page.locator(".open").tap()
    expect(page).to_have_url("pages/detail/detail?id=7")
    expect(page).to_have_title("Detail")
    expect(page).to_have_data({"id": "7"})
    assert [one.path for one in tea.pages] == ["pages/list/list", "pages/detail/detail"]
    assert tea.pages[0].data("items[1].name") == "Sencha"
    page.go_back()
    expect(page).to_have_url("pages/list/list")
    page.navigate_to("pages/detail/detail", {"id": 8})
    assert page.query == {"id": "8"}
    page.redirect_to("/pages/form/form")
    assert page.path == "pages/form/form"
    with pytest.raises(TestFailure, match="navigateTo /pages/none/none"):
        page.navigate_to("pages/none/none")
    with pytest.raises(TestFailure, match="there is no method fly"):
        page.call("fly")
