"""Which side the debugger's words go to: transcripts of a logic process and a page that stand, go on, and end."""

from __future__ import annotations

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol import codec, logic, view
from runtime.protocol.debugging import (
    DebugArmed,
    DebugBound,
    DebugEvaluate,
    DebugGo,
    DebugInView,
    DebugPause,
    DebugPaused,
    DebugResumed,
    DebugSetup,
)
from runtime.protocol.value_questions import ListMembers
from simulator.debug.sides import DebugSides, SideParts
from tests.support.recording_neighbours import RecordingStandstill

PAUSED, RESUMED = DebugPaused("breakpoint", []), DebugResumed()
OTHER = DebugPaused("step", [])
GO, INTO = DebugGo(), DebugGo("into")
ARMED = DebugInView(DebugArmed(True), "", {"a.wxs": "{}"})
OF_A_PAUSE, OF_THE_CONSOLE = 1 << 29, 5


class Talk:
    """`page` is what a page that stands was told; `debugger` what the debugger heard."""

    def __init__(self) -> None:
        self.to_logic: list[logic.HostToLogic] = []
        self.to_view: list[view.HostToView] = []
        self.answers: list[object] = []
        self.debugger: list[logic.LogicToHost] = []
        self.standstill = RecordingStandstill()
        self.sides = DebugSides(
            SideParts(self.to_logic.append, self.to_view.append, self.standstill, self.answers.append)
        )
        self.sides.heard = self.heard

    def heard(self, message: logic.LogicToHost) -> bool:
        self.debugger.append(message)
        return True

    @property
    def page(self) -> list[msgspec.Struct]:
        return [codec.decode_for_logic(text.encode()) for text in self.standstill.told]

    def page_says(self, message: msgspec.Struct) -> None:
        self.sides.from_view(view.WxsSpoke(Raw(codec.encode(message))))


@pytest.fixture
def talk() -> Talk:
    talk = Talk()
    talk.sides.from_logic(ARMED)
    return talk


def test_what_concerns_a_pause_goes_to_the_side_that_stands(talk: Talk) -> None:
    question, about_pause = DebugEvaluate(1, 1, "n"), ListMembers(2, OF_A_PAUSE)
    elsewhere = [ListMembers(3, OF_THE_CONSOLE), logic.Evaluate(4, "1")]
    talk.page_says(PAUSED)
    for message in (question, about_pause, *elsewhere):
        talk.sides.send(message)
    assert talk.page == [question, about_pause]
    assert talk.to_logic == elsewhere
    talk.page_says(logic.Evaluated(1))
    assert talk.answers == [logic.Evaluated(1)]
    talk.page_says(RESUMED)
    talk.sides.send(question)
    assert talk.to_logic[-1] == question
    assert not talk.standstill.stands


def test_who_stops_while_the_other_stands_is_shown_afterwards(talk: Talk) -> None:
    talk.sides.from_logic(PAUSED)
    talk.page_says(OTHER)
    assert talk.debugger == [PAUSED]
    talk.sides.send(GO)
    talk.sides.from_logic(RESUMED)
    assert talk.debugger == [PAUSED, RESUMED, OTHER]
    talk.sides.send(INTO)
    assert (talk.to_logic, talk.page) == ([GO], [INTO])


def test_a_page_is_told_to_go_on_once(talk: Talk) -> None:
    talk.page_says(PAUSED)
    talk.sides.send(GO)
    talk.sides.send(GO)
    talk.sides.from_logic(OTHER)
    assert (talk.page, talk.debugger) == ([GO], [PAUSED])
    talk.page_says(RESUMED)
    assert talk.debugger == [PAUSED, RESUMED, OTHER]


def test_a_page_goes_on_when_it_knows_where_to(talk: Talk) -> None:
    talk.page_says(PAUSED)
    setup = DebugSetup()
    talk.sides.send(setup)
    talk.sides.send(GO)
    assert (talk.to_logic, talk.page) == ([setup], [])
    talk.sides.from_logic(ARMED)
    assert talk.page == [ARMED.armed, GO]


def test_pause_now_is_asked_of_both_and_over_with_the_first_that_stands(talk: Talk) -> None:
    talk.sides.send(DebugPause())
    talk.sides.from_logic(PAUSED)
    asked = [message.pauses for message in talk.to_view if isinstance(message, view.DebugWxs)]
    assert (talk.to_logic, asked) == ([DebugPause()], [False, True, False])


@pytest.mark.parametrize("is_first", [True, False])
def test_a_run_that_ends_lets_a_page_go(talk: Talk, is_first: bool) -> None:
    if not is_first:
        talk.sides.from_logic(OTHER)
    talk.page_says(PAUSED)
    talk.sides.run_ends()
    assert talk.page == [GO]
    talk.page_says(RESUMED)
    assert talk.to_logic == []


def test_a_page_that_ends_is_no_pause_any_more(talk: Talk) -> None:
    talk.page_says(PAUSED)
    talk.sides.page_is_gone()
    assert talk.debugger == [PAUSED, RESUMED]
    talk.sides.page_is_there()
    assert talk.to_view[-1] == view.DebugWxs(ARMED.armed, "", ARMED.scripts)


def test_nonsense_of_a_page_is_refused(talk: Talk) -> None:
    for nonsense in (b"[]", b'{"m":"launch"}', b'{"m":"debug-paused","reason":"?","frames":[]}'):
        with pytest.raises(msgspec.ValidationError):
            talk.sides.from_view(view.WxsSpoke(Raw(nonsense)))
    assert talk.debugger == []
    assert talk.sides.from_logic(DebugBound([]))
