"""The wire and where its messages go, as transcripts."""

from __future__ import annotations

import pytest
from msgspec import Raw

from runtime.protocol import automation, codec, logic, shell, view
from runtime.protocol.version import WIRE_VERSION
from simulator.bridge.record import Direction, Record
from simulator.bridge.recorder import Recorder
from simulator.bridge.requests import HOST_REQUESTS_FROM
from simulator.debug.sides import DebugSides, SideParts
from simulator.running.logic_questions import LogicQuestions
from simulator.running.phone_questions import PhoneQuestions
from simulator.running.routing import Routing
from simulator.running.wire import Wire
from simulator.session.commands import Command, ToLogic, ToView
from simulator.session.facts import ProgramFacts
from simulator.session.session import CompiledProgram, LaunchRequest, Session
from tests.support.recording_neighbours import RecordingStandstill
from tests.support.run_parts import Script

PROGRAM = {"app": {}, "pages": {"a": {}}}


class Office:
    """A wire with a session behind it; `script` says what came of a message."""

    def __init__(self) -> None:
        self.script = Script()
        self.records: list[Record] = []
        recorder = Recorder()
        recorder.subscribe(self.records.extend)
        self.sent: list[bytes] = []
        self.wire = Wire(self.sent.append, self.sent.append, recorder, self.script.notices)
        self.session = Session()
        self.logic = LogicQuestions(self.wire.send_to_logic)
        self.phone = PhoneQuestions(self.wire.send_to_view)
        self.is_lost = False
        answered = self.logic.answered
        sides = SideParts(self.wire.send_to_logic, self.wire.send_to_view, RecordingStandstill(), answered)
        self.routing = Routing(
            self.session, self.logic, self.phone,
            debugged=DebugSides(sides),
            call=lambda message: self.script.add(f"call {message.name}"),
            painted=lambda page, batch: self.script.add(f"painted {page} {batch}"),
            phone_is_ready=lambda: self.is_lost,
            files_loaded=lambda message: self.script.add(f"loaded {len(message.files)}"),
            carry_out=self.carry_out,
        )  # fmt: skip

    def start(self) -> None:
        facts = ProgramFacts.from_program(PROGRAM)
        self.session.use_program(CompiledProgram(lambda: Raw(b"{}"), facts, lambda page: []))
        self.session.launch(LaunchRequest(), {}, {})

    def carry_out(self, commands: list[Command]) -> None:
        for command in commands:
            match command:
                case ToLogic(message) | ToView(message):
                    self.script.add(f"{type(command).__name__} {type(message).__name__}")

    def logic_says(self, message: logic.LogicToHost) -> list[str]:
        self.wire.take_from_logic(message, codec.encode(message), self.routing)
        return self.script.take()

    def phone_says(self, message: view.ViewToHost | str) -> list[str]:
        text = message if isinstance(message, str) else codec.encode(message).decode()
        self.wire.take_from_view(text, self.routing)
        return self.script.take()


@pytest.fixture
def office() -> Office:
    office = Office()
    office.start()
    return office


def test_a_call_goes_to_the_call_host_and_operations_through_the_session(office: Office) -> None:
    page = office.session.pages.top
    assert page is not None
    assert office.logic_says(logic.ApiCall(1, "login", Raw(b"{}"), page.page_id)) == ["call login"]
    assert office.logic_says(logic.DomBatch(page.page_id, 1, Raw(b"[]"))) == ["ToView Dom"]
    assert office.phone_says(view.Events(page.page_id, Raw(b"[]"))) == ["ToLogic ViewEvents"]


def test_a_paint_is_told_before_the_program_hears_of_it(office: Office) -> None:
    assert office.phone_says(view.Rendered(1, 1)) == ["painted 1 1", "ToLogic Painted", "ToLogic PageReady"]
    assert office.phone_says(view.Rendered(1, 2)) == ["painted 1 2", "ToLogic Painted"]


def test_a_reply_goes_to_whoever_has_asked(office: Office) -> None:
    heard: list[view.Reply] = []
    office.phone.automate(automation.PaintedNow(), 0, heard.append)
    asked = codec.decode_for_view(office.sent[-1])
    assert isinstance(asked, view.Automate)
    assert asked.request_id >= HOST_REQUESTS_FROM
    assert office.phone_says(view.Reply(asked.request_id, Raw(b"1"))) == []
    assert office.phone_says(view.Reply(asked.request_id, Raw(b"1"))) == []
    assert len(heard) == 1
    assert office.phone_says(view.Reply(7, Raw(b"1"))) == ["ToLogic ViewReply"]


def test_answers_of_the_logic_layer_are_told_apart_by_their_kind(office: Office) -> None:
    heard: list[object] = []
    office.logic.evaluate("1", heard.append)
    office.logic.inspect(4, heard.append)
    number = HOST_REQUESTS_FROM
    office.logic_says(logic.Patched(number, ok=True))
    assert heard == []
    office.logic_says(logic.Inspected(number, Raw(b"2")))
    office.logic_says(logic.Evaluated(number, Raw(b"1")))
    office.logic_says(logic.Evaluated(number, Raw(b"1")))
    assert [type(answer).__name__ for answer in heard] == ["Inspected", "Evaluated"]


def test_a_run_that_has_ended_answers_nothing(office: Office) -> None:
    heard: list[object] = []
    office.logic.evaluate("1", heard.append)
    office.logic.forget()
    office.logic_says(logic.Evaluated(HOST_REQUESTS_FROM, Raw(b"1")))
    office.logic.evaluate("2", heard.append)
    office.logic_says(logic.Evaluated(HOST_REQUESTS_FROM, Raw(b"1")))
    assert heard == []


def test_readiness_after_a_loss_is_for_the_recovery_alone(office: Office) -> None:
    office.is_lost = True
    assert office.phone_says(view.ViewReady(WIRE_VERSION)) == []


def test_nothing_is_decided_before_there_is_a_program() -> None:
    office = Office()
    assert office.logic_says(logic.RouteDone([])) == []
    assert office.phone_says(view.ShellEvent(shell.HomeTouched())) == []
    assert office.phone_says(view.Events(1, Raw(b"[]"))) == []


def test_every_message_passes_the_tap_and_what_is_none_is_told(office: Office) -> None:
    office.wire.send_to_logic(logic.Ping(1))
    office.wire.send_to_view(view.CallShell(shell.Clear()))
    office.logic_says(logic.Ready())
    assert office.phone_says('{"m": "no such"}') == ["notice view-misunderstood"]
    assert office.phone_says("\ud83d") == ["notice view-misunderstood"]
    assert [record.direction for record in office.records] == [
        Direction.HOST_TO_LOGIC, Direction.HOST_TO_VIEW, Direction.LOGIC_TO_HOST,
    ]  # fmt: skip


def test_what_is_under_way_ends_with_the_run(office: Office) -> None:
    office.logic_says(logic.ApiCall(1, "login", Raw(b"{}"), 1))
    assert office.wire.activity.pending() == ["wx.login"]
    office.wire.start_afresh()
    assert office.wire.activity.pending() == []
