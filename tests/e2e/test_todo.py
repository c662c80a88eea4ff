"""The todo template as its user sees it: without a screen, and what fingers and keys do on one."""

from __future__ import annotations

from pathlib import Path

import pytest
from handset.testing import App, Locator, Page, expect, launch

from simulator.project_templates import new_project

FIRST = ["Look at the list", "Add something of your own", "Edit this project and save"]


@pytest.fixture(scope="module")
def handset_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("todo") / "my-list"
    new_project(root, "todo")
    return root


def texts(page: Page) -> Locator:
    return page.locator("todo-item >>> .text")


def item(page: Page, text: str) -> Locator:
    return page.locator("todo-item").filter(has_text=text)


def choose(page: Page, name: str) -> None:
    page.locator(".filter").filter(has_text=name).tap()


def test_the_list_is_there(page: Page) -> None:
    expect(texts(page)).to_have_text(FIRST)
    expect(page.locator(".header-count")).to_have_text("2")
    expect(page).to_have_title("my-list")


@pytest.mark.browser
@pytest.mark.handset(tier="full")
def test_it_is_used_on_a_screen(app: App, page: Page) -> None:
    page.locator(".add-input").fill("Buy milk", confirm=True)
    expect(texts(page)).to_have_text(["Buy milk", *FIRST])
    item(page, "Buy milk").locator(".box").tap()
    expect(page.locator("todo-item >>> .tick")).to_have_count(2)
    page.locator(".clear").tap()
    app.dialogs.wait("Delete everything that is done?").confirm()
    expect(texts(page)).to_have_text(FIRST[1:])
    item(page, FIRST[1]).locator(".remove").tap()
    expect(app).to_have_toast("Deleted")
    choose(page, "Done")
    expect(page.locator(".empty")).to_contain_text("Nothing is done yet")


def test_typing_and_enter_add_an_entry(page: Page) -> None:
    page.locator(".add-input").fill("Buy milk")
    expect(page).to_have_data({"draft": "Buy milk"})
    page.locator(".add-input").fill("Buy milk", confirm=True)
    expect(texts(page)).to_have_text(["Buy milk", *FIRST])
    expect(page.locator(".header-count")).to_have_text("3")
    expect(page.locator(".add-input")).to_have_value("")


def test_the_button_adds_what_was_typed(page: Page) -> None:
    page.locator(".add-input").fill("Call home")
    page.locator(".add-button").tap()
    expect(texts(page)).to_have_text(["Call home", *FIRST])


def test_a_tap_ticks_and_unticks(page: Page) -> None:
    item(page, FIRST[1]).locator(".box").tap()
    expect(page.locator(".header-count")).to_have_text("1")
    expect(page.locator("todo-item >>> .tick")).to_have_count(2)
    item(page, FIRST[1]).locator(".text").tap()
    expect(page.locator(".header-count")).to_have_text("2")


def test_the_cross_deletes(app: App, page: Page) -> None:
    item(page, FIRST[0]).locator(".remove").tap()
    expect(texts(page)).to_have_text(FIRST[1:])
    expect(app).to_have_toast("Deleted")


@pytest.mark.parametrize(("name", "shown"), [("Done", FIRST[:1]), ("Open", FIRST[1:]), ("All", FIRST)])
def test_filters_choose(page: Page, name: str, shown: list[str]) -> None:
    choose(page, "Open" if name == "Done" else "Done")
    choose(page, name)
    expect(texts(page)).to_have_text(shown)


def test_a_dialog_confirms_before_everything_done_goes(app: App, page: Page) -> None:
    page.locator(".clear").tap()
    app.dialogs.wait().cancel()
    expect(texts(page)).to_have_text(FIRST)
    page.locator(".clear").tap()
    app.dialogs.wait().confirm()
    expect(texts(page)).to_have_text(FIRST[1:])


def test_the_list_survives_a_relaunch_and_another_day(handset_project: Path, tmp_path: Path) -> None:
    with launch(handset_project, data=tmp_path, deadline=60) as app:
        app.page.locator(".add-input").fill("Stay", confirm=True)
        expect(app).to_have_storage({"todos": [{"text": "Stay"}, *({"text": text} for text in FIRST)]})
        app.restart()
        expect(texts(app.page).first).to_have_text("Stay")
    with launch(handset_project, data=tmp_path, deadline=60) as another_day:
        expect(texts(another_day.page).first).to_have_text("Stay")
