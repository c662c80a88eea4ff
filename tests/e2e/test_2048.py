"""The 2048 example, played with a real mouse."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser

DRAG_PX = 120
SWIPES = {"left": (-DRAG_PX, 0), "right": (DRAG_PX, 0), "up": (0, -DRAG_PX), "down": (0, DRAG_PX)}


@pytest.fixture
def user(open_phone: OpenPhone, tmp_path: Path) -> PhoneUser:
    with as_file(files("resources") / "examples" / "2048") as source:
        shutil.copytree(source, tmp_path / "2048")
    user = open_phone(tmp_path / "2048")
    user.start()
    return user


def put(user: PhoneUser, *tiles: tuple[int, int, int]) -> None:
    """Lays out the board: row, column, value of each tile."""
    board = [
        {"id": number, "row": row, "column": column, "value": value, "look": ""}
        for number, (row, column, value) in enumerate(tiles, 1)
    ]
    user.evaluate(f"getCurrentPages()[0].setData({{ tiles: {board} }})")
    user.rest()


def cells(user: PhoneUser) -> dict[tuple[int, int], int]:
    tiles: list[Mapping[str, Any]] = user.data("tiles")
    return {(tile["row"], tile["column"]): tile["value"] for tile in tiles if not tile.get("gone")}


def test_it_starts_with_two_tiles(user: PhoneUser) -> None:
    assert len(cells(user)) == 2
    assert user.count("tile") == 2
    assert user.errors() == []


@pytest.mark.parametrize(
    ("direction", "corner"), [("left", (1, 0)), ("right", (1, 3)), ("up", (0, 2)), ("down", (3, 2))]
)
def test_a_swipe_moves_the_tiles(user: PhoneUser, direction: str, corner: tuple[int, int]) -> None:
    put(user, (1, 2, 64))
    user.drag(".board", *SWIPES[direction])
    assert cells(user)[corner] == 64
    user.see(lambda: user.count("tile") == 2, "the moved tile and a new one")


def test_equal_tiles_join_and_score(user: PhoneUser) -> None:
    put(user, (0, 0, 4), (0, 1, 4), (1, 0, 8), (1, 3, 8))
    user.drag(".board", *SWIPES["left"])
    user.see_text(".score-value", "24")
    assert user.text(".score-value", 1) == "24"
    assert cells(user)[(0, 0)] == 8
    assert cells(user)[(1, 0)] == 16
    user.drag(".board", *SWIPES["up"])
    assert user.text(".score-value") in ("24", "28")


def test_a_full_game_ends_and_starts_again(user: PhoneUser) -> None:
    values = [2, 4, 8, 16, 4, 8, 16, 32, 8, 16, 32, 64, 16, 32, 64, 64]
    put(user, *((index >> 2, index & 3, value) for index, value in enumerate(values)))
    user.drag(".board", *SWIPES["left"])
    user.see_text(".score-value", "128")
    put(user, *((index >> 2, index & 3, 2 << (index % 4 + (index >> 2))) for index in range(15)), (3, 2, 2))
    user.evaluate("getCurrentPages()[0].setData({ isOver: true })")
    user.see_text(".over-text", "Game over")
    user.tap(".over .restart")
    user.see_text(".score-value", "0")
    assert len(cells(user)) == 2
    assert user.text(".score-value", 1) == "128"


def test_a_game_under_way_is_given_up_after_a_question(user: PhoneUser) -> None:
    put(user, (0, 0, 2), (0, 1, 2))
    user.drag(".board", *SWIPES["left"])
    user.see_text(".score-value", "4")
    user.tap(".row .restart")
    user.see_in_shell(".modal-confirm")
    user.tap(".modal-confirm", in_shell=True)
    user.see_text(".score-value", "0")


def test_the_buttons_play_too(user: PhoneUser) -> None:
    put(user, (2, 2, 32))
    user.tap(".button", 3)
    assert cells(user)[(2, 3)] == 32


def test_the_game_goes_on_after_a_restart(user: PhoneUser) -> None:
    put(user, (0, 0, 2), (0, 1, 2))
    user.drag(".board", *SWIPES["left"])
    user.see_text(".score-value", "4")
    user.program.navigation.leave()
    user.rest()
    user.start()
    assert user.text(".score-value") == "4"
    assert user.text(".score-value", 1) == "4"
