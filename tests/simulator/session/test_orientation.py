"""Which way up a page is shown, by its configuration, by page-meta and by the hand that holds the phone."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Raw

from runtime.protocol import view
from simulator.session.commands import PageTurned
from simulator.session.facts import ProgramFacts
from simulator.session.orientation import Orientation, page_wish, shown
from simulator.session.session import CompiledProgram, LaunchRequest, Session


@pytest.mark.parametrize(
    ("declared", "held", "right"),
    [
        (None, "landscape", "portrait"),
        ("portrait", "landscape", "portrait"),
        ("landscape", "portrait", "landscape"),
        ("landscape", "landscape", "landscape"),
        ("auto", "portrait", "portrait"),
        ("auto", "landscape", "landscape"),
        ("sideways", "landscape", "portrait"),
        (["auto"], "landscape", "portrait"),
    ],
)
def test_a_configured_orientation(declared: Any, held: Orientation, right: str) -> None:
    window = {} if declared is None else {"pageOrientation": declared}
    assert shown(page_wish(window, {}, is_tablet=False), held) == right
    assert shown(page_wish(window, {"resizable": True}, is_tablet=False), held) == right
    assert shown(page_wish(window, {}, is_tablet=True), held) == right
    assert shown(page_wish(window, {"resizable": True}, is_tablet=True), held) == held


def session_of(**orientations: str) -> Session:
    pages = {name: {"window": {"pageOrientation": wish}} for name, wish in orientations.items()}
    facts = ProgramFacts.from_program({"app": {}, "pages": pages})
    session = Session(CompiledProgram(lambda: Raw(b"{}"), facts, lambda path: []))
    session.launch(LaunchRequest(), {}, {})
    return session


def say(session: Session, page_id: int, wish: Any) -> list[Any]:
    return session.on_view(view.TurnPage(page_id, wish))


def wish(session: Session) -> str:
    return session.orientation_wish(session.pages.top, is_tablet=False)


def test_page_meta_has_the_last_word_for_its_page() -> None:
    session = session_of(home="portrait", wide="landscape")
    assert session.orientation_wish(None, is_tablet=False) == "portrait"
    assert say(session, 1, "landscape") == [PageTurned()]
    assert wish(session) == "landscape"
    session.route("navigateTo", "wide")
    assert say(session, 1, "auto") == []
    assert say(session, 2, "portrait") == [PageTurned()]
    assert wish(session) == "portrait"
    # What is no orientation takes the wish back.
    for other in ("", "sideways", 7, None, ["auto"]):
        say(session, 2, "auto")
        assert say(session, 2, other) == [PageTurned()]
        assert wish(session) == "landscape"
    session.route("navigateBack", "")
    assert wish(session) == "auto"
    assert say(session, 2, "portrait") == []
    session.route("redirectTo", "home")
    assert wish(session) == "portrait"
