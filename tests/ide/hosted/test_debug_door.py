"""`handset open --inspect`: one address for whatever project is open, printed once, or why there is none."""

from __future__ import annotations

import pytest

from ide.hosted.debug_door import DebugDoor


class Listening:
    """A program's server. `problem` keeps it from listening."""

    def __init__(self, problem: str = "") -> None:
        self.problem = problem
        self.asked: list[tuple[int, str, bool]] = []

    def listen(self, port: int = 0, token: str = "", *, is_listed: bool = False) -> str:
        self.asked.append((port, token, is_listed))
        if self.problem:
            raise OSError(self.problem)
        return f"ws://127.0.0.1:{port or 4711}/{token}"


def test_the_address_is_printed_once_and_stays(capsys: pytest.CaptureFixture[str]) -> None:
    door, first, second = DebugDoor(0), Listening(), Listening()
    door.open(first)
    door.open(second)
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Debugger listening on ws://127.0.0.1:4711/")
    assert [(port, listed) for port, _, listed in first.asked + second.asked] == [(0, True), (4711, True)]
    assert first.asked[0][1] == second.asked[0][1] != ""


def test_a_port_that_is_taken_is_said_and_the_window_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    DebugDoor(9229).open(Listening("The bound address is already in use"))
    told = capsys.readouterr()
    assert told.out == ""
    assert "9229: The bound address is already in use" in told.err
