"""`handset open --inspect`: one address for whatever project is open, printed once, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from ide.hosted.debug_door import DebugDoor
from simulator.debug.cdp.discovery import Target


class Listening:
    """A program's server. `problem` keeps it from listening."""

    def __init__(self, problem: str = "") -> None:
        self.problem = problem
        self.asked: list[tuple[int, str, bool]] = []
        self.target: Target | None = None
        self.others: Callable[[], Sequence[Target]] = tuple

    def listen(
        self, port: int = 0, token: str = "", *, is_listed: bool = False, others: Callable[[], Sequence[Target]] = tuple
    ) -> str:
        self.asked.append((port, token, is_listed))
        self.others = others
        if self.problem:
            raise OSError(self.problem)
        address = f"ws://127.0.0.1:{port or 4711}/{token}"
        self.target = Target("id", "shop", "file:///shop", address)
        return address


def test_the_address_is_printed_once_and_stays(capsys: pytest.CaptureFixture[str]) -> None:
    door, first, second = DebugDoor(0), Listening(), Listening()
    door.open(first)
    door.open(second)
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Debugger listening on ws://127.0.0.1:4711/")
    assert [(port, listed) for port, _, listed in first.asked + second.asked] == [(0, True), (4711, True)]
    assert first.asked[0][1] == second.asked[0][1] != ""


def test_further_phones_are_listed_by_name_until_they_are_closed(capsys: pytest.CaptureFixture[str]) -> None:
    door, first, other = DebugDoor(9229), Listening(), Listening()
    door.open(first)
    assert first.others() == []
    door.add(other, "phone 2")
    assert [target.title for target in first.others()] == ["shop (phone 2)"]
    assert other.asked == [(0, "", False)]
    assert "Debugger of phone 2 listening on ws://127.0.0.1:4711/" in capsys.readouterr().out
    other.target = None
    assert first.others() == []


@pytest.mark.parametrize("is_first", [True, False])
def test_a_port_that_is_taken_is_said_and_the_window_goes_on(
    capsys: pytest.CaptureFixture[str], is_first: bool
) -> None:
    door, devtools = DebugDoor(9229), Listening("The bound address is already in use")
    door.open(devtools) if is_first else door.add(devtools, "phone 2")
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{9229 if is_first else 'phone 2'}: The bound address is already in use" in told.err
