"""wxs beside the DOM in a whole program: dragging without the logic layer, observers, hot reload of a wxs file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simulator.bridge.record import Direction
from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser

SLIDES = Path(__file__).parents[1] / "apps" / "slides"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SLIDES, tmp_path / "slides"))


@pytest.fixture
def user(open_phone: OpenPhone, root: Path) -> PhoneUser:
    user = open_phone(root)
    user.start()
    return user


def to_logic(user: PhoneUser) -> list[str]:
    """What has gone to the logic layer since the last call."""
    titles = [record.title for record in user.records if record.direction is Direction.HOST_TO_LOGIC]
    user.records.clear()
    return [title for title in titles if title.startswith("view-events")]


def left(user: PhoneUser, selector: str, index: int = 0) -> float:
    return float(user.ask("rect", selector, index=index)["left"])


def test_a_drag_follows_the_pointer_without_the_logic_layer(user: PhoneUser) -> None:
    user.records.clear()
    user.drag(".ball", 120, 0)
    assert left(user, ".ball") == 120
    assert to_logic(user) == ["view-events callMethod"]
    user.see_text(".said", "120,10")
    assert user.errors() == []


def test_a_component_slides_open_and_tells_its_page(user: PhoneUser) -> None:
    assert user.ask("rect", ".back")["width"] == 100
    user.drag(".row", -90, 0, index=1)
    assert left(user, ".front", 1) < -50
    assert left(user, ".front", 0) == 0
    user.see_text(".said", "b open")


def test_observers_hear_of_new_values(user: PhoneUser) -> None:
    user.tap(".wide")
    assert user.ask("rect", ".back", index=1)["width"] == 150
    for _ in range(3):
        user.tap(".wide")
    assert user.ask("rect", ".back")["width"] == 200


def test_a_saved_wxs_file_reaches_the_page(user: PhoneUser, root: Path) -> None:
    user.tap(".wide")
    limits = root / "row" / "limits.wxs"
    limits.write_text(limits.read_text().replace("200", "120"))
    user.program.save_hint(limits)
    user.see(lambda: user.ask("rect", ".back")["width"] == 120, "the observer of the new module")
    assert user.data("width") == 150
