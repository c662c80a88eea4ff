"""A run that was taped is repeated: the same messages, whatever the clock says now."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol.recording import Divergence, TurnEnded
from tests.support.taped_program import PAGE, Repeated, TapedProgram, Turn, taped


def sent(program: TapedProgram) -> list[dict[str, Any]]:
    return program.messages


CLOCKS = """Page({ data: { n: [] }, onLoad() {
  const seen = [Date.now(), new Date().getTime(), Date(), performance.now(), performance.timeOrigin, Math.random(),
    new (class extends Date {})().getTime()];
  this.setData({ n: seen });
  console.log(seen.join());
} })"""


def test_clocks_and_chance_are_those_of_the_recording() -> None:
    program = taped(CLOCKS)
    program.start(PAGE)
    again = Repeated(program.turns)
    assert again.divergence is None
    assert again.sent == sent(program)


TIMERS = """Page({ data: { n: '' }, onLoad() {
  const note = (mark) => this.setData({ n: this.data.n + mark });
  setTimeout(() => { note('t5'); Promise.resolve().then(() => note('p')); queueMicrotask(() => note('m')); }, 5);
  setTimeout(() => note('t0'), 0);
  let beats = 0;
  const beat = setInterval(() => { note('i'); if (++beats === 3) clearInterval(beat); }, 2);
  (async () => { await null; note('a'); })();
} })"""


def test_timers_and_microtasks_come_in_the_order_of_the_recording() -> None:
    program = taped(TIMERS)
    program.start(PAGE)
    program.run_timers(40)
    again = Repeated(program.turns)
    assert again.divergence is None
    assert again.sent == sent(program)
    assert [one for one in again.sent if one["m"] == "dom"]


def test_twenty_replays_are_alike() -> None:
    program = taped(TIMERS + CLOCKS.replace("Page(", ";(() => {})("))
    program.start(PAGE)
    program.run_timers(20)
    assert len({json.dumps(Repeated(program.turns).sent) for _ in range(20)}) == 1


def test_a_loop_that_waits_for_the_clock_ends_as_it_did_and_takes_little_room() -> None:
    program = taped("""Page({ data: { n: 0 }, onLoad() {
      let rounds = 0;
      for (const end = Date.now() + 30; Date.now() < end;) rounds += 1;
      for (const end = performance.now() + 5; performance.now() < end;) rounds += 1;
      this.setData({ n: rounds });
    } })""")
    program.start(PAGE)
    assert sum(len(bytes(one)) for _, ended in program.turns if ended for one in ended.readings) < 20_000
    again = Repeated(program.turns)
    assert again.divergence is None
    assert again.sent == sent(program)


def test_more_readings_than_are_kept_at_once_come_back_in_their_order() -> None:
    program = taped("""Page({ data: { n: 0 }, onLoad() {
      let sum = 0;
      for (let i = 0; i < 5000; i += 1) sum = (sum * 31 + Math.random()) % 1000;
      this.setData({ n: sum });
    } })""")
    program.start(PAGE)
    assert max(len(ended.readings) for _, ended in program.turns if ended) > 4
    again = Repeated(program.turns)
    assert again.divergence is None
    assert again.sent == sent(program)


def test_what_looks_on_between_two_turns_changes_nothing() -> None:
    program = taped("""Page({ data: { n: { deep: { deeper: { deepest: [1] } } } }, onLoad() {
      console.log({ a: { b: { c: { d: 1 } } } });
      setTimeout(() => console.log({ a: { b: { c: { d: Date.now() } } } }), 3);
    } })""")
    program.start(PAGE)
    program.run_timers(10)
    quiet = Repeated(program.turns).sent
    looked = Repeated([])
    shown = []
    for turn in program.turns:
        assert looked.run.play(*turn) is None
        shown.append(looked.asked(m="inspect", request_id=9, what="data", page_id=1))
        looked.sent.pop()
    assert looked.sent == quiet
    assert shown[-1]["t"] == "object"


def changed(turns: list[Turn], number: int, **fields: Any) -> list[Turn]:
    began, ended = turns[number]
    assert ended is not None
    return [*turns[:number], (began, msgspec.structs.replace(ended, **fields)), *turns[number + 1 :]]


def last_with_posts(turns: list[Turn]) -> int:
    return max(at for at, (_, ended) in enumerate(turns) if ended and ended.posts)


def test_another_message_than_the_recorded_is_a_divergence() -> None:
    program = taped(CLOCKS)
    program.start(PAGE)
    number = last_with_posts(program.turns)
    assert program.turns[number][1] is not None
    again = Repeated(changed(program.turns, number, posts=[1]))
    assert again.divergence is not None
    at, found = again.divergence
    assert (at, found.kind, found.number, found.expected) == (number, "posted", 0, "check sum 00000001")
    assert json.loads(found.found)["m"]


def test_messages_too_many_and_too_few_are_divergences() -> None:
    program = taped(CLOCKS)
    program.start(PAGE)
    number = last_with_posts(program.turns)
    ended = program.turns[number][1]
    assert ended is not None
    fewer = Repeated(changed(program.turns, number, posts=[])).divergence
    assert fewer is not None
    assert (fewer[1].expected, bool(fewer[1].found)) == ("", True)
    more = Repeated(changed(program.turns, number, posts=[*ended.posts, 7])).divergence
    assert more == (number, Divergence("posted", len(ended.posts), "1 messages more"))


def test_readings_that_are_other_numbers_show_in_what_is_sent() -> None:
    program = taped(CLOCKS)
    program.start(PAGE)
    other = [(began, ended and TurnEnded([Raw(b"[5]")], ended.answers, ended.posts)) for began, ended in program.turns]
    assert Repeated(other).divergence is not None


@pytest.mark.parametrize("readings", ["[", "{}", "[null]", '["x"]', "[-1]", "[1e999]", "[" + "9," * 5000 + "1]"])
def test_readings_of_any_form_harm_nobody(readings: str) -> None:
    program = taped(CLOCKS)
    program.start(PAGE)
    other = [(began, ended and TurnEnded([Raw(readings.encode())], [], [])) for began, ended in program.turns]
    assert Repeated(other).divergence is not None


def test_a_turn_without_an_end_is_repeated_with_the_last_reading_for_a_clock() -> None:
    program = taped(CLOCKS)
    program.start(PAGE)
    number = last_with_posts(program.turns)
    again = Repeated([*program.turns[:number], (program.turns[number][0], None)])
    assert [one["m"] for one in again.sent] == [one["m"] for one in sent(program)][: len(again.sent)]
