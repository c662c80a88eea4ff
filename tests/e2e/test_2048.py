"""The 2048 example, played with a finger on a screen, and by its buttons without one."""

from __future__ import annotations

import re
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from handset.testing import App, Page, expect

SWIPE_PX = 120
SWIPES = {"left": (-SWIPE_PX, 0), "right": (SWIPE_PX, 0), "up": (0, -SWIPE_PX), "down": (0, SWIPE_PX)}


@pytest.fixture(scope="module")
def handset_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made") / "2048"
    with as_file(files("resources") / "examples" / "2048") as source:
        shutil.copytree(source, root)
    return root


def put(page: Page, *tiles: tuple[int, int, int]) -> None:
    """Lays out the board: row, column, value of each tile."""
    board = [
        {"id": number, "row": row, "column": column, "value": value, "look": ""}
        for number, (row, column, value) in enumerate(tiles, 1)
    ]
    page.set_data({"tiles": board})


def cells(page: Page) -> dict[tuple[int, int], int]:
    return {(tile["row"], tile["column"]): tile["value"] for tile in page.data("tiles") if not tile.get("gone")}


def swipe(page: Page, direction: str) -> None:
    page.locator(".board").swipe(*SWIPES[direction])


def score(page: Page, now: int, best: int) -> None:
    expect(page.locator(".score-value")).to_have_text([str(now), str(best)])


def test_it_starts_with_two_tiles(page: Page) -> None:
    expect(page.locator("tile")).to_have_count(2)
    assert len(cells(page)) == 2


@pytest.mark.browser
@pytest.mark.handset(tier="full")
@pytest.mark.parametrize(
    ("direction", "corner"), [("left", (1, 0)), ("right", (1, 3)), ("up", (0, 2)), ("down", (3, 2))]
)
def test_a_swipe_moves_the_tiles(page: Page, direction: str, corner: tuple[int, int]) -> None:
    put(page, (1, 2, 64))
    swipe(page, direction)
    expect(page.locator("tile")).to_have_count(2)
    assert cells(page)[corner] == 64


@pytest.mark.browser
@pytest.mark.handset(tier="full")
def test_equal_tiles_join_and_score(page: Page) -> None:
    put(page, (0, 0, 4), (0, 1, 4), (1, 0, 8), (1, 3, 8))
    swipe(page, "left")
    score(page, 24, 24)
    assert (cells(page)[0, 0], cells(page)[1, 0]) == (8, 16)
    swipe(page, "up")
    expect(page.locator(".score-value").first).to_have_text(re.compile("24|28"))


@pytest.mark.browser
@pytest.mark.handset(tier="full")
def test_a_full_game_ends_and_starts_again(page: Page) -> None:
    values = [2, 4, 8, 16, 4, 8, 16, 32, 8, 16, 32, 64, 16, 32, 64, 64]
    put(page, *((index >> 2, index & 3, value) for index, value in enumerate(values)))
    swipe(page, "left")
    score(page, 128, 128)
    page.set_data({"isOver": True})
    expect(page.locator(".over-text")).to_have_text("Game over")
    page.locator(".over .restart").tap()
    score(page, 0, 128)
    assert len(cells(page)) == 2


def test_a_game_under_way_is_given_up_after_a_question(app: App, page: Page) -> None:
    put(page, (0, 0, 2), (0, 1, 2))
    page.locator("[data-direction=left]").tap()
    score(page, 4, 4)
    page.locator(".row .restart").tap()
    app.dialogs.wait("Give this game up?").confirm()
    score(page, 0, 4)


def test_the_buttons_play_too(page: Page) -> None:
    put(page, (2, 2, 32))
    page.locator(".button").filter(has_text="→").tap()
    expect(page.locator("tile")).to_have_count(2)
    assert cells(page)[2, 3] == 32


def test_the_game_goes_on_after_a_restart(app: App, page: Page) -> None:
    put(page, (0, 0, 2), (0, 1, 2))
    page.locator("[data-direction=left]").tap()
    score(page, 4, 4)
    app.hide()
    expect(app).to_have_storage({"game": {"score": 4, "isOver": False}})
    app.restart()
    score(page, 4, 4)
