"""A person uses the app: the same for every framework, for the apps do the same."""

from __future__ import annotations

import json

from PySide6.QtCore import QPoint

from tests.support.phone_user import PhoneUser


def play_list(user: PhoneUser) -> None:
    """Counting, ticking, adding, turning round, renaming, removing."""
    assert user.text(".count") == "30 items, 0 done"
    user.tap(".bump")
    user.tap(".bump")
    user.see_text(".badge", "2", 29)
    user.tap("#row2 .box")
    user.see_text(".count", "30 items, 1 done")
    assert user.ask("count", ".done") == 1
    user.tap(".add")
    user.see_text(".title", "item 31")
    user.tap(".reverse")
    user.see_text(".title", "item 30")
    user.tap("#row30 .edit")
    user.see(lambda: user.count(".popup") == 1, "the popup")
    user.tap(".field")
    user.type("!")
    user.see(lambda: user.ask("value", ".field") == "item 30!", "the text")
    user.tap(".save")
    user.see_text(".title", "item 30!")
    assert user.count(".popup") == 0
    user.tap("#row29 .remove")
    user.see_text(".count", "30 items, 1 done")
    assert user.text(".title", 1) == "item 28"


def play_pages(user: PhoneUser) -> None:
    """From the list to details and back, with parameters, then to another tab."""
    user.tap("#row30 .main")
    user.see_page("detail/index")
    user.see_text(".name", "item 30!&=?")
    assert user.ask("text", ".navigation-title", in_shell=True) == "Detail 30"
    user.tap(".hit")
    user.tap(".hit")
    user.see_text(".hit", "hits 2")
    user.tap(".next")
    user.see_page("detail/index")
    user.see_text(".panel-title", "Number 31")
    assert user.text(".depth") == "30 items, 3 pages"
    user.tap(".back")
    user.see_text(".hit", "hits 2")
    user.tap(".tab")
    user.see_page("form/index")


def play_form(user: PhoneUser) -> None:
    """Typing into a field that the program corrects, switches, boxes, submitting, a dialog."""
    assert user.text(".hint") == "all of them"
    assert user.text(".panel-title") == "Fields"
    user.tap(".upper")
    user.type("abc")
    user.see_text(".echo", "ABC")
    assert user.ask("value", ".upper") == "ABC"
    user.tap(".switch")
    user.see_text(".state", "false a")
    user.tap(".fruit-b")
    user.see_text(".state", "false a,b")
    user.tap(".submit")
    user.see(lambda: user.text(".said").startswith("{"), "what is submitted")
    assert json.loads(user.text(".said")) == {"upper": "ABC", "on": False, "volume": 30, "fruits": ["a", "b"]}
    user.tap(".ask")
    user.see_in_shell(".modal-confirm")
    user.tap(".modal-confirm", in_shell=True)
    user.see_text(".said", "modal true")
    user.tap(".panel-head")
    user.see(lambda: user.count(".panel-body") == 0, "the closed panel")


def play_feed(user: PhoneUser) -> None:
    """Requests, more of them at the bottom, and again by pulling down."""
    user.program.route("switchTab", "/pages/feed/index")
    user.see_page("feed/index")
    user.see_text(".foot", "10 posts")
    user.ask("scroll", top=5000)
    user.see_text(".foot", "20 posts")
    assert user.text(".post-title", 15) == "post 15"
    user.ask("scroll", top=0)
    user.rest()
    user.drag_from(QPoint(180, 200), 0, 320)
    user.see_text(".foot", "10 posts")


def play_more(user: PhoneUser) -> None:
    """The subpackage: canvas, a measured element, what is kept."""
    user.program.route("reLaunch", "/pages/list/index")
    user.see_page("list/index")
    user.tap(".more")
    user.see_page("more/index")
    user.see_text(".from", "from list")
    user.see(lambda: user.text(".measured") != "", "the measured size")
    width, height = (int(part) for part in user.text(".measured").split("x"))
    assert abs(width / height - 2.5) < 0.2
    user.tap(".keep")
    user.see_text(".keep", "kept 1")
    user.program.restart(keep_stack=True)
    user.see_page("more/index")
    user.see_text(".keep", "kept 1")


def play_failure(user: PhoneUser) -> None:
    """A promise of the program that nobody catches: told once, by the framework (which logs it) or by Handset."""
    user.program.route("reLaunch", "/pages/list/index")
    user.see_page("list/index")

    def told() -> list[str]:
        return [record.title for record in user.records if record.level == "error" and "asked for" in record.title]

    user.tap(".fail")
    user.see(told, "the error")
    user.rest()
    assert len(told()) == 1
