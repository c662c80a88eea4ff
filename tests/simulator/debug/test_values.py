"""The program pauses in code that stands in no statement of its own: values of class fields, default values, static
blocks, and parts of a statement over several lines."""

from __future__ import annotations

import pytest

from runtime.protocol.debugging import DebugSetup
from tests.support.debug_program import PAGE, DebugProgram, Message, Talk, bp, evaluate, go

SCRIPT = """
function g(n) {
  return n
}
class A {
  a = g(1)
  b = 2
  static d = g(4)
  static {
    this.e = g(5)
  }
}
function h(
  first,
  x = g(first),
  { y = g(8) } = {},
) {
  return x + y
}
Page({
  data: {
    one: g(9),
  },
  onLoad() {
    console.log(
      new A().a,
      h(7)
        + g(12),
    )
  },
})
"""


def run(setup: DebugSetup, *talks: str) -> DebugProgram:
    """The page is opened; the pauses go on as said, then for good."""
    waiting = list(talks)
    program = DebugProgram(
        {f"{PAGE}.js": SCRIPT}, setup, lambda pause: go(waiting.pop(0) if waiting else "resume")(pause)
    )
    program.start(PAGE)
    return program


@pytest.mark.parametrize("line", [6, 7, 8, 10, 15, 16, 22, 27, 28])
def test_a_breakpoint_stands_on_its_line(line: int) -> None:
    program = run(DebugSetup(breakpoints=[bp(line)]))
    assert program.told[0]["breakpoints"][0]["line"] == line
    assert [stop[1] for stop in program.stops] == [line]
    assert program.logged == [1]


def test_steps_lead_through_fields_and_default_values() -> None:
    program = run(DebugSetup(breakpoints=[bp(25)]), *["into"] * 20)
    assert [line for _, line in program.stops] == [25, 6, 3, 7, 15, 3, 16, 3, 18, 3, 30]


@pytest.mark.parametrize(
    ("line", "code", "value"),
    [(6, "this.constructor.name", "A"), (15, "first + 1", 8), (10, "this.d", 4), (8, "this.name", "A"), (16, "x", 7)],
)
def test_what_a_value_is_made_of_is_known_in_it_and_below_the_call_that_it_makes(
    line: int, code: str, value: object
) -> None:
    seen: list[object] = []

    def talk(pause: Message) -> Talk:
        frame = next(number for number, one in enumerate(pause["frames"], 1) if one["line"] == line)
        answer = yield evaluate(code, frame)
        seen.append(answer["value"]["v"])
        return "into"

    program = DebugProgram({f"{PAGE}.js": SCRIPT}, DebugSetup(breakpoints=[bp(line)]), talk)
    program.talk = lambda pause: talk(pause) if any(one["line"] == line for one in pause["frames"]) else go("")(pause)
    program.start(PAGE)
    assert seen[:2] == [value, value]
