"""The network panel's presenter: what it shows, and what it does to an exchange."""

from __future__ import annotations

import json

from ide.models.network.shown import RowsChange
from ide.panels.network.presenter import MOST_KEPT, NetworkPresenter
from runtime.protocol.stacks import StackFrame
from simulator.traffic.exchange import Exchange, Frame
from tests.support.debug_target import FakeDesk, FakeNetwork, launched


class View:
    def __init__(self) -> None:
        self.changes: list[RowsChange] = []
        self.chosen = self.states = self.stirs = 0

    def rows_changed(self, change: RowsChange) -> None:
        self.changes.append(change)

    def chosen_changed(self) -> None:
        self.chosen += 1

    def state_changed(self) -> None:
        self.states += 1

    def stirred(self) -> None:
        self.stirs += 1


def exchange(number: int, **fields: object) -> Exchange:
    given: dict[str, object] = {"kind": "request", "url": f"https://a.example/{number}?q=1", "time_ms": number * 10.0}
    return Exchange(number=number, **{**given, **fields})  # type: ignore[arg-type]


def opened() -> tuple[NetworkPresenter, View, FakeDesk, FakeNetwork]:
    desk, view = FakeDesk(), View()
    desk.target.network.happen(exchange(1), exchange(2, kind="socket", url="wss://b.example"))
    presenter = NetworkPresenter(desk.panel_desk)
    presenter.attach(view)
    presenter.is_seen = True
    return presenter, view, desk, desk.target.network


def test_nobody_listens_before_somebody_looks() -> None:
    desk = FakeDesk()
    presenter = NetworkPresenter(desk.panel_desk)
    desk.target.network.happen(exchange(1, state="ok", status=200))
    assert desk.target.network.subscribers == []
    assert presenter.lines() == ["200  GET  https://a.example/1?q=1  request"]
    presenter.attach(View())
    assert len(desk.target.network.subscribers) == 1
    presenter.close()
    assert desk.target.network.subscribers == []


def test_what_comes_is_told_once_and_shown_at_the_next_refresh() -> None:
    presenter, view, _, network = opened()
    assert [row.number for row in presenter.shown.rows()] == [1, 2]
    for number in range(3, 1003):
        network.happen(exchange(number))
    assert (view.stirs, len(view.changes)) == (1, 1)
    presenter.refresh()
    presenter.refresh()
    assert (view.changes[1].added, len(view.changes)) == (1000, 2)


def test_a_panel_behind_others_is_left_alone() -> None:
    presenter, view, _, network = opened()
    presenter.is_seen = False
    network.happen(exchange(3))
    assert view.stirs == 0
    presenter.refresh()
    assert presenter.shown.count == 3


def test_a_flood_while_nobody_refreshes_stays_in_bounds() -> None:
    presenter, _, _, network = opened()
    for number in range(3, 3 * MOST_KEPT):
        network.happen(exchange(number))
    presenter.refresh()
    assert presenter.shown.count == MOST_KEPT
    assert presenter.shown.row(MOST_KEPT - 1).number == 3 * MOST_KEPT - 1


def test_a_launch_forgets_unless_it_is_to_be_preserved() -> None:
    presenter, _, desk, network = opened()
    presenter.set_preserving(preserving=True)
    desk.target.records.pass_on(launched())
    assert presenter.shown.count == 2
    presenter.choose(1)
    presenter.set_preserving(preserving=False)
    desk.target.records.pass_on(launched(2))
    assert (presenter.shown.count, network.kept, presenter.chosen) == (0, {}, None)


def test_the_chosen_exchange_is_kept_up() -> None:
    presenter, view, _, network = opened()
    presenter.choose(1)
    body = network.keep(b'{"a": [1, 2]}')
    network.happen(exchange(1, state="ok", status=200, body=body))
    presenter.refresh()
    assert view.chosen == 2
    assert presenter.answer().value == {"a": [1, 2]}
    assert presenter.answer(as_text=True).text == '{"a": [1, 2]}'
    assert presenter.answer(as_bytes=True).kind == "hex"
    network.bodies[body.place] = None
    assert presenter.answer().kind == "gone"
    presenter.choose(None)
    assert presenter.answer().kind == "none"


def test_messages_of_a_socket() -> None:
    presenter, _, _, network = opened()
    frames = [Frame(True, 0.0, True, network.keep(b"[1]")), Frame(False, 1.0, False, network.keep(b"[1]"))]
    network.messages[2] = frames
    presenter.choose(2)
    assert [presenter.message(frame).kind for frame in presenter.frames()] == ["json", "hex"]


def test_blocking_by_address_and_domain() -> None:
    presenter, view, _, network = opened()
    presenter.block_address(exchange(7))
    presenter.block_domain(exchange(7))
    assert list(network.blocked) == ["https://a.example/7", "//a.example/"]
    presenter.unblock_all()
    assert (list(network.blocked), view.states) == ([], 3)
    presenter.set_blocked(" a.example   *.png ")
    assert list(network.blocked) == ["a.example", "*.png"]


def test_sending_again_and_why_not() -> None:
    presenter, _, desk, network = opened()
    presenter.replay(exchange(1))
    network.refusal = "no-body"
    presenter.replay(exchange(2))
    assert network.replayed == [1, 2]
    assert len(desk.said) == 1
    assert "not kept" in desk.said[0]


def test_the_line_that_asked_for_it_is_opened() -> None:
    presenter, _, desk, _ = opened()
    presenter.open_initiator(exchange(1, stack=(StackFrame("load", "pages/a.js", 4, 2),)))
    presenter.open_initiator(exchange(1))
    assert desk.opened == [("pages/a.js", 4, 2)]


def test_filters_and_order() -> None:
    presenter, _, _, network = opened()
    network.happen(exchange(3, url="https://c.example/x", duration_ms=5.0))
    presenter.refresh()
    assert presenter.show_domain_only(exchange(3, url="https://c.example/x")) == "domain:c.example"
    assert [row.number for row in presenter.shown.rows()] == [3]
    presenter.set_text("")
    presenter.set_group("socket")
    assert [row.number for row in presenter.shown.rows()] == [2]
    presenter.set_group("all")
    presenter.sort("time", descending=True)
    assert presenter.shown.row(0).number == 3
    assert presenter.summary().startswith("3 of 3 exchanges")


def test_the_network_gets_worse_and_better() -> None:
    presenter, view, _, network = opened()
    presenter.set_conditions("offline")
    assert (network.conditions, view.states) == ("offline", 1)


def test_files_and_commands() -> None:
    presenter, _, _, network = opened()
    posted = exchange(5, method="POST", request_body=network.keep(b"a=1"), body=network.keep("é".encode()))
    assert presenter.as_curl(posted).endswith("--data-raw a=1")
    assert "a=1" in presenter.as_curl_for_windows(posted)
    assert "UTF8.GetBytes('a=1')" in presenter.as_powershell(posted)
    assert "content=b'a=1'" in presenter.as_python(posted)
    assert presenter.answer_text(posted) == "é"
    assert len(json.loads("".join(presenter.har()))["log"]["entries"]) == 2
    assert len(json.loads("".join(presenter.har([posted])))["log"]["entries"]) == 1


def test_an_answer_becomes_a_rule() -> None:
    presenter, _, desk, network = opened()
    answered = exchange(3, state="ok", status=200, body=network.keep(b'{"a": 1}'))
    network.happen(answered)
    presenter.mock(answered)
    (rule,) = desk.target.mocks.mocks.rules
    assert (rule.when.url, rule.result["data"]) == ("https://a.example/3*", {"a": 1})
    assert desk.said == ["“GET /3” answers from now on; the panel Mock has the rule."]
