"""A person at the phone of a program under test, who is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.testing.app import App
from simulator.testing.programs import Programs
from simulator.testing.recorder.user_recorder import UserRecorder
from simulator.testing.settings import RunSettings
from tests.support.phone_user import PhoneUser
from tests.support.recorded_shop import make_recorded_shop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_recorded_shop(tmp_path_factory.mktemp("shop"))


@pytest.fixture
def app(programs: Programs, shop: Path) -> App:
    """On a phone with a screen."""
    return programs.app(RunSettings(shop, tier="full", deadline_s=30))


@pytest.fixture
def recorder(app: App) -> Iterator[UserRecorder]:
    recorder = UserRecorder(app.run.program, lambda: None)
    yield recorder
    recorder.end()


@pytest.fixture
def user(app: App, recorder: UserRecorder) -> PhoneUser:
    """On the entry page, recorded from there on."""
    user = PhoneUser(app.run.program)
    before = user.page_id
    recorder.begin()
    user.see_again(before, "pages/shop/shop")
    return user
