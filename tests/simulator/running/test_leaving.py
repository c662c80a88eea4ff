"""What a page saves when its program is left or started again, as transcripts; so is what is shared of a page."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol import logic
from runtime.protocol.launch import ExitState
from simulator.running.leaving import DAY_MS, LAST_WORDS_MS, Leaving, LeavingParts
from simulator.running.logic_questions import LogicQuestions
from simulator.running.navigation import Navigation
from simulator.running.page_callbacks import PageCallbacks
from simulator.running.sharing import Sharing
from simulator.running.starting import Start
from simulator.session.facts import ProgramFacts
from simulator.session.session import CompiledProgram, LaunchRequest, Session
from tests.support.run_parts import HandClock, Script

PROGRAM = {"app": {}, "pages": {"a": {}, "b": {}}}
NONE: dict[str, Any] = {"isDefined": False, "result": {}}


class Leaver:
    """A running program on page a that its user leaves."""

    def __init__(self) -> None:
        self.script = Script()
        self.clock = HandClock()
        self.waiting: list[tuple[int, Callable[[], None]]] = []
        self.questions = LogicQuestions(self.script.to_logic)
        self.session = Session(CompiledProgram(lambda: Raw(b"{}"), ProgramFacts.from_program(PROGRAM), lambda page: []))
        self.session.launch(LaunchRequest(), {}, {})
        self.start = Start(SimpleNamespace(), 0.0)  # type: ignore[arg-type]
        callbacks = PageCallbacks(self.session, self.questions)
        self.leaving = Leaving(
            LeavingParts(
                self.session, callbacks, self.script.state, lambda: self.start, self.restart,
                lambda ms, act: self.waiting.append((ms, act)), lambda: self.clock() * 1000,
            )
        )  # fmt: skip
        self.sharing = Sharing(callbacks, self.script.to_view, self.script.notices, lambda: "shop", lambda _text: None)
        self.navigation = Navigation(
            self.session, self.script.state, self.leaving, lambda commands: self.script.add(f"{len(commands)} commands")
        )
        self.script.state.enter("running")
        self.script.take()

    def restart(self, keep_stack: bool) -> None:
        self.script.add(f"restart {'here' if keep_stack else 'at the first page'}")
        self.start = Start(SimpleNamespace(), 1.0)  # type: ignore[arg-type]

    def answers(self, result: dict[str, Any] | None) -> list[str]:
        """The page answers its callback; None: it has none."""
        asked = self.script.logic[-1]
        assert isinstance(asked, logic.AskPage)
        value = NONE if result is None else {"isDefined": True, "result": result}
        self.questions.answered(logic.Inspected(asked.request_id, Raw(msgspec.json.encode(value))))
        return self.script.take()


@pytest.fixture
def leaver() -> Leaver:
    return Leaver()


def test_a_restart_waits_for_the_last_words_of_the_page(leaver: Leaver) -> None:
    leaver.leaving.restart(keep_stack=False)
    assert leaver.script.take() == ["logic AskPage"]
    assert leaver.answers({"data": {"n": 1}}) == ["restart at the first page"]
    assert leaver.leaving.take_exit_state() == ExitState("a", {"n": 1})


def test_a_page_that_says_nothing_is_not_waited_for_long(leaver: Leaver) -> None:
    leaver.leaving.restart(keep_stack=True)
    ((after_ms, act),) = leaver.waiting
    assert after_ms == LAST_WORDS_MS
    leaver.script.take()
    act()
    assert leaver.script.take() == ["restart here"]
    assert leaver.answers({"data": 1}) == []


def test_a_program_that_has_been_started_meanwhile_is_not_started_again(leaver: Leaver) -> None:
    leaver.leaving.restart(keep_stack=False)
    leaver.answers(None)
    (_, act) = leaver.waiting[0]
    act()
    assert leaver.script.take() == []


@pytest.mark.parametrize("state", ["hung", "background", "stopped"])
def test_a_program_that_cannot_answer_is_not_asked(leaver: Leaver, state: str) -> None:
    leaver.script.state.enter(state)  # type: ignore[arg-type]
    leaver.script.take()
    leaver.leaving.restart(keep_stack=False)
    assert leaver.script.take() == ["restart at the first page"]


def test_what_was_saved_counts_once_and_for_a_day(leaver: Leaver) -> None:
    leaver.leaving.keep_exit_state()
    leaver.answers({"data": 1})
    assert leaver.leaving.take_exit_state()
    assert leaver.leaving.take_exit_state() is None
    leaver.leaving.keep_exit_state()
    leaver.answers({"data": 1})
    leaver.clock.pass_ms(DAY_MS)
    assert leaver.leaving.take_exit_state() is None


def test_a_page_says_how_long_its_data_count(leaver: Leaver) -> None:
    leaver.leaving.keep_exit_state()
    leaver.answers({"data": 1, "expireTimeStamp": leaver.clock() * 1000 + 10})
    leaver.clock.pass_ms(9)
    assert leaver.leaving.take_exit_state()
    leaver.leaving.keep_exit_state()
    leaver.answers({"other": 1})
    assert leaver.leaving.take_exit_state() is None


def test_who_is_in_the_background_has_left_already(leaver: Leaver) -> None:
    leaver.navigation.come_back()
    assert leaver.script.take() == []
    leaver.navigation.leave()
    assert leaver.script.take() == ["logic AskPage", "1 commands", "state background"]
    leaver.navigation.leave()
    assert leaver.script.take() == []
    leaver.navigation.come_back()
    assert leaver.script.take() == ["1 commands", "state running"]


def test_a_refused_route_does_nothing(leaver: Leaver) -> None:
    failure = leaver.navigation.route("navigateTo", "/nowhere")
    assert failure is not None
    assert leaver.script.take() == []
    assert leaver.navigation.route("navigateTo", "/b") is None


def test_the_menu_offers_only_what_the_page_has(leaver: Leaver) -> None:
    leaver.sharing.carry_out("share")
    leaver.script.take()
    assert leaver.answers(None) == ["notice not-offered"]
    leaver.sharing.carry_out("share-timeline")
    leaver.script.take()
    assert leaver.answers(None) == ["notice not-offered"]


def test_a_button_shares_a_page_without_the_callback_under_the_programs_name(leaver: Leaver) -> None:
    leaver.sharing.forward("button", {"type": "opentype"})
    leaver.script.take()
    assert leaver.answers(None) == ["notice shared", "view ShareCard"]
    assert leaver.script.view[-1].call.title == "shop"
    assert leaver.script.view[-1].call.path == "/a"


def test_a_card_has_what_the_page_says(leaver: Leaver) -> None:
    leaver.sharing.carry_out("share-timeline")
    leaver.script.take()
    assert leaver.answers({"title": "Look", "query": "x=1"}) == ["notice shared-timeline", "view ShareCard"]
    card = leaver.script.view[-1].call
    assert (card.title, card.path) == ("Look", "/a?x=1")
    leaver.sharing.carry_out("favorite")
    leaver.script.take()
    assert leaver.answers(None) == ["notice favorite"]
