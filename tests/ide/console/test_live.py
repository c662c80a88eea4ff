"""Live expressions: asked for again after what happens, never while an answer is out, and never in a circle."""

from __future__ import annotations

import msgspec

from ide.models.console.live import LONGEST_VALUE, MOST, LiveExpressions
from ide.models.debug_target import Evaluation
from ide.panels.console.presenter import ConsolePresenter
from tests.ide.console.records import bridge, launch, log
from tests.support.debug_target import FakeDesk, FakeValues


def made() -> tuple[LiveExpressions, FakeValues, list[str]]:
    values, told = FakeValues(), list[str]()
    return LiveExpressions(values, lambda: told.append("changed")), values, told


def shown(live: LiveExpressions) -> list[str]:
    return ["".join(piece.text for piece in one.pieces) for one in live.listed]


def answer(values: FakeValues, preview: object = None, error: str = "") -> None:
    _, done = values.evaluated.pop(0)
    done(Evaluation(preview or {"t": "undefined"}, error))  # type: ignore[arg-type]


def test_a_value_is_asked_for_and_kept_up() -> None:
    live, values, told = made()
    live.add(" $data.n ")
    answer(values, {"t": "number", "v": 1})
    live.refresh()
    answer(values, {"t": "string", "v": "a\nb"})
    assert (shown(live), [one.code for one in live.listed], len(told)) == (["'a\\nb'"], ["$data.n"], 3)
    live.refresh()
    answer(values, error="TypeError: x\n at y")
    assert shown(live) == ["TypeError: x"]
    live.remove("$data.n")
    assert live.listed == ()


def test_one_that_never_ends_is_asked_once_in_a_run() -> None:
    live, values, _ = made()
    live.add("while (1);")
    for _time in range(5):
        live.refresh()
    assert len(values.evaluated) == 1
    live.start_afresh()
    answer(values, {"t": "number", "v": 1})
    assert shown(live) == [""]
    live.refresh()
    assert len(values.evaluated) == 1


def test_none_twice_none_empty_and_no_more_than_can_be_read() -> None:
    live, values, _ = made()
    for code in ("a", "a", " ", *(f"x{number}" for number in range(50))):
        live.add(code)
    assert len(live.listed) == MOST
    answer(values, {"t": "string", "v": "y" * 5000})
    assert len(shown(live)[0]) <= LONGEST_VALUE + 1


class View:
    """Counts when live expressions are stirred."""

    stirs = 0

    def live_stirred(self) -> None:
        self.stirs += 1

    def __getattr__(self, name: str) -> object:
        return lambda *_parts: None


def test_what_evaluating_leaves_is_no_reason_to_evaluate_again() -> None:
    desk, view = FakeDesk(), View()
    presenter = ConsolePresenter(desk.panel_desk)
    presenter.attach(view)  # type: ignore[arg-type]
    desk.target.records.pass_on(log(1, "x"))
    assert view.stirs == 0
    presenter.live.add("1")
    desk.target.records.pass_on(msgspec.structs.replace(bridge(2, "evaluate"), routine=True))
    assert view.stirs == 0
    desk.target.records.pass_on(bridge(3))
    assert view.stirs == 1
    assert presenter.live.listed[0].is_waiting
    desk.target.records.pass_on(launch(4))
    assert not presenter.live.listed[0].is_waiting
