"""How a page that stands in wxs is spoken to: a transcript of its requests, no browser."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QObject

from simulator.phone.standstill import LONGEST_TEXT, PageStandstill


class Job(QObject):
    """A request that waits. `answer` is None while it does."""

    def __init__(self) -> None:
        super().__init__()
        self.answer: str | None = None
        self.is_refused = False

    def reply(self, _kind: QByteArray, buffer: QBuffer) -> None:
        self.answer = buffer.data().data().decode()

    def fail(self, _error: object) -> None:
        self.is_refused = True


@pytest.fixture
def page() -> PageStandstill:
    return PageStandstill(lambda code: f"watched {code}")


def asked(page: PageStandstill, what: str = "command", text: str = "") -> Job:
    job: Any = Job()
    page.ask(what, text, job)
    return job  # type: ignore[no-any-return]


def test_a_request_waits_for_the_next_message_and_each_takes_one(page: PageStandstill) -> None:
    page.begin()
    first = asked(page)
    assert (first.answer, page.waits()) == (None, True)
    page.say("one")
    page.say("two")
    assert (first.answer, page.waits()) == ("one", False)
    assert asked(page).answer == "two"
    assert asked(page).answer is None


def test_a_request_may_come_before_the_word_that_the_page_stands_again(page: PageStandstill) -> None:
    page.begin()
    early = asked(page)
    page.end()
    page.begin()
    page.say("over")
    assert early.answer == "over"


def test_what_was_not_taken_goes_with_the_pause(page: PageStandstill) -> None:
    page.say("of before")
    page.begin()
    waiting = asked(page)
    page.say("go")
    page.say("go again")
    page.end()
    page.begin()
    assert (waiting.answer, asked(page).answer) == ("go", None)


def test_one_request_waits_at_a_time(page: PageStandstill) -> None:
    picture = asked(page)
    assert not page.waits()
    page.begin()
    real = asked(page)
    page.say("go")
    assert (picture.is_refused, picture.answer, real.answer) == (True, None, "go")


def test_source_text_is_answered_at_once_unless_it_is_long(page: PageStandstill) -> None:
    assert asked(page, "watched", "n > 1").answer == "watched n > 1"
    assert asked(page, "watched", "n" * (LONGEST_TEXT + 1)).is_refused
    assert asked(page, "nothing").is_refused
