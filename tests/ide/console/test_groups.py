"""Groups of messages: told apart over all runs, closed and opened."""

from __future__ import annotations

import msgspec

from ide.models.console.lines import ToggleGroup
from simulator.bridge.record import Record
from tests.ide.console.records import log, presenter_with
from tests.support.debug_target import FakeDesk


def heading(sequence: int, number: int, form: str = "group", groups: tuple[int, ...] = ()) -> Record:
    return msgspec.structs.replace(log(sequence, f"group {number}"), form=form, opens=number, groups=groups)


def inside(sequence: int, text: str, *groups: int) -> Record:
    return msgspec.structs.replace(log(sequence, text), groups=groups)


def test_rows_of_a_closed_group_are_hidden_and_come_back() -> None:
    inner = heading(3, 2, "group-collapsed", (1,))
    records = [heading(1, 1), inside(2, "a", 1), inner, inside(4, "b", 1, 2), log(5, "c")]
    presenter = presenter_with(FakeDesk(), records)
    assert [line.split("  index")[0] for line in presenter.lines()] == ["▾ group 1", "  a", "  ▸ group 2", "c"]
    presenter.click(2, ToggleGroup(2))
    assert presenter.lines()[3].startswith("    b")
    presenter.click(0, ToggleGroup(1))
    assert [line.split("  index")[0] for line in presenter.lines()] == ["▸ group 1", "c"]


def test_the_program_clears_the_console_unless_the_log_is_preserved() -> None:
    clearing = msgspec.structs.replace(log(3), form="clear", title="")
    presenter = presenter_with(FakeDesk(), [log(1, "a"), clearing, log(4, "b")])
    assert [line.split("  index")[0] for line in presenter.lines()] == ["The program cleared the console", "b"]
    presenter.set_preserving(True)
    presenter.receive([msgspec.structs.replace(clearing, sequence=5)])
    presenter.flush()
    assert len(presenter.lines()) == 3
