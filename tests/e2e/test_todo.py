"""The todo template, used with a real mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from simulator.project_templates import new_project
from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser


@pytest.fixture
def root(tmp_path: Path) -> Path:
    new_project(tmp_path / "my-list", "todo")
    return tmp_path / "my-list"


@pytest.fixture
def user(open_phone: OpenPhone, root: Path) -> PhoneUser:
    user = open_phone(root)
    user.start()
    return user


def shown(user: PhoneUser) -> list[str]:
    return user.texts("todo-item .text")


def test_the_list_is_there(user: PhoneUser) -> None:
    assert shown(user) == ["Look at the list", "Add something of your own", "Edit this project and save"]
    assert user.text(".header-count") == "2"
    assert user.ask("text", ".navigation-title", in_shell=True) == "my-list"
    assert user.errors() == []


def test_typing_and_enter_add_an_entry(user: PhoneUser) -> None:
    user.tap(".add-input")
    user.type("Buy milk")
    assert user.data("draft") == "Buy milk"
    user.key(Qt.Key.Key_Return)
    user.see_text("todo-item .text", "Buy milk")
    assert user.text(".header-count") == "3"
    assert user.ask("value", ".add-input") == ""


def test_the_button_adds_what_was_typed(user: PhoneUser) -> None:
    user.tap(".add-input")
    user.type("Call home")
    user.tap(".add-button")
    user.see_text("todo-item .text", "Call home")
    assert user.count("todo-item") == 4


def test_a_tap_ticks_and_unticks(user: PhoneUser) -> None:
    user.tap("todo-item .box", 1)
    user.see_text(".header-count", "1")
    assert user.count("todo-item .tick") == 2
    user.tap("todo-item .text", 1)
    user.see_text(".header-count", "2")


def test_the_cross_deletes(user: PhoneUser) -> None:
    user.tap("todo-item .remove", 0)
    user.see(lambda: user.count("todo-item") == 2, "one entry less")
    assert shown(user)[0] == "Add something of your own"
    user.see_in_shell(".toast")


def test_filters_choose(user: PhoneUser) -> None:
    user.tap(".filter", 2)
    user.see(lambda: shown(user) == ["Look at the list"], "what is done")
    user.tap(".filter", 1)
    user.see(lambda: len(shown(user)) == 2, "what is open")
    user.tap(".filter", 0)
    user.see(lambda: len(shown(user)) == 3, "everything")


def test_a_dialog_confirms_before_everything_done_goes(user: PhoneUser) -> None:
    user.tap(".clear")
    user.see_in_shell(".modal-cancel")
    user.tap(".modal-cancel", in_shell=True)
    assert user.count("todo-item") == 3
    user.tap(".clear")
    user.see_in_shell(".modal-confirm")
    user.tap(".modal-confirm", in_shell=True)
    user.see(lambda: user.count("todo-item") == 2, "only what is open")


def test_the_list_survives_a_relaunch_and_another_day(user: PhoneUser, root: Path, open_phone: OpenPhone) -> None:
    user.tap(".add-input")
    user.type("Stay")
    user.key(Qt.Key.Key_Return)
    user.see_text("todo-item .text", "Stay")
    user.start()
    assert shown(user)[0] == "Stay"
    other_day = open_phone(root)
    other_day.start()
    assert shown(other_day)[0] == "Stay"
