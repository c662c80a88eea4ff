"""Controls of a form on a phone without a screen tell the program what a user makes of them."""

from __future__ import annotations

import pytest

from simulator.testing.app import App
from simulator.testing.expectations import expect
from simulator.testing.failure import TestFailure


@pytest.fixture
def form(tea: App) -> App:
    tea.page.goto("pages/form/form")
    return tea


def test_texts_are_typed(form: App) -> None:
    name = form.page.locator(".name")
    assert name.value() == "me"
    name.fill("Camellia")
    expect(form.page).to_have_data({"typed": "Camel"})
    expect(name).to_have_value("Camel")
    name.fill("Tea", confirm=True)
    expect(form.page).to_have_data({"typed": "Tea!"})
    form.page.set_data({"name": "you"})
    expect(name).to_have_value("you")
    form.page.locator(".about").fill("sweet")
    expect(form.page).to_have_data({"about": "sweet"})
    with pytest.raises(TestFailure, match="<button> takes no text"):
        form.page.locator(".send").fill("x")


def test_boxes_are_turned_also_by_their_labels(form: App) -> None:
    form.page.locator(".fresh").tap()
    expect(form.page).to_have_data({"isFresh": True})
    expect(form.page.locator(".fresh")).to_be_checked()
    form.page.locator(".black").tap()
    expect(form.page).to_have_data({"chosen": ["black", "green"]})
    form.page.locator(".green").tap()
    expect(form.page).to_have_data({"chosen": ["black"]})


def test_a_form_is_sent_and_cleared(form: App) -> None:
    page = form.page
    page.locator(".name").fill("Ann")
    page.locator(".large").tap()
    expect(page.locator(".small")).not_.to_be_checked()
    page.locator(".send").tap()
    sent = {"name": "Ann", "about": "", "fresh": False, "kinds": ["green"], "size": "l"}
    expect(page).to_have_data(sent, path="sent")
    page.locator(".clear").tap()
    expect(page).to_have_data({"isCleared": True})
    expect(page.locator(".small")).to_be_checked()
