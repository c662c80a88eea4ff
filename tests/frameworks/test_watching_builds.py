"""Saves in a framework's sources while its build watches: each is one reload with the right screen and handlers."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import OpenPhone
from tests.frameworks.apps import APPS, App, WatchingBuild
from tests.support.phone_user import PhoneUser
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.npm, pytest.mark.browser]

SAVES = 24
BUILD_S = 60.0


class Desk:
    """The sources in an editor, the program on a phone."""

    def __init__(self, build: WatchingBuild, user: PhoneUser) -> None:
        self.build, self.user = build, user
        self.verdicts: list[str] = []
        user.program.reloaded.connect(lambda verdict, _reason, _ms: self.verdicts.append(verdict))

    def save(self, path: str, old: str, new: str) -> str:
        """Saves, and returns what became of it once everything has come to rest."""
        self.verdicts.clear()
        self.build.edit(path, old, new)
        wait_until(lambda: self.verdicts, f"the save of {path} to be taken up", BUILD_S)
        self.user.see_page("list/index")
        return ",".join(self.verdicts)


@pytest.mark.parametrize("app", APPS, indirect=True, ids=lambda app: app.name)
def test_every_save_is_one_reload(app: App, open_phone: OpenPhone) -> None:
    with app.watch() as build:
        user = open_phone(build.root, watches=True)
        user.start("pages/list/index", "from=!")
        desk = Desk(build, user)
        label, step = "All + 1", 1
        for number in range(2, 2 + SAVES // 3):
            assert desk.save(app.page, label, f"Label {number}") in ("restart", "template", "logic")
            label = f"Label {number}"
            assert user.text(".bump") == label
            assert desk.save(app.store, f"n += {step}", f"n += {number}") == "restart"
            step = number
            user.tap(".bump")
            user.see_text(".badge", str(step))
            path, old, new = app.style
            assert desk.save(path, *((old, new) if number % 2 == 0 else (new, old))) == "style"
            assert user.text(".badge") == str(step)
            assert user.text(".bump") == label
            assert user.text(".count") == "30 items, 0 done!"
        assert user.errors() == []
