"""Whose turn it is in a logic process, by a clock of the test's own: nothing that arrives moves a timer."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.protocol import codec, logic
from simulator.worker.inbox import Inbox

PING = codec.encode(logic.Ping(1))
MESSAGE = codec.encode(logic.PageReady(1))


class TimeTable:
    """Arrivals at given times, and the clock that they go by: it moves while somebody waits."""

    def __init__(self, arrivals: Iterable[tuple[float, bytes]], frame_costs_s: float = 0.0) -> None:
        self.now = 0.0
        self._arrivals = deque(sorted(arrivals, key=lambda arrival: arrival[0]))
        self._frame_costs_s = frame_costs_s

    def clock(self) -> float:
        return self.now

    def put(self, frame: bytes) -> None:
        self._arrivals.append((self.now, frame))

    def get(self, *, timeout: float | None = None) -> bytes:
        end = None if timeout is None else self.now + timeout
        if self._arrivals and (end is None or self._arrivals[0][0] <= end):
            at, frame = self._arrivals.popleft()
            self.now = max(self.now, at) + self._frame_costs_s
            return frame
        assert end is not None, "nobody would ever wake up"
        self.now = end
        raise queue.Empty


def turns(table: TimeTable, delay_ms: float, until: float) -> list[tuple[float, str]]:
    """What the engine gets to do, and when: it wants one timer, and after it nothing but messages."""
    pongs: list[float] = []

    def answers(message: logic.HostToLogic) -> bool:
        if isinstance(message, logic.Ping):
            pongs.append(table.now)
        return isinstance(message, logic.Ping)

    inbox = Inbox(answers, table, table.clock)
    inbox.engine_wants(delay_ms)
    due = delay_ms / 1000
    done: list[tuple[float, str]] = []
    while table.now < until:
        arrival = inbox.next()
        done.append((round(table.now, 6), "timer" if arrival is None else "message"))
        left = due - table.now
        if left < 1e-9:
            break
        inbox.engine_wants(left * 1000)
    return done


@pytest.mark.parametrize("every_s", [1.0, 0.1, 0.003])
@pytest.mark.parametrize("delay_s", [0.3, 1.0, 3.0, 10.0])
def test_pings_do_not_move_a_timer(every_s: float, delay_s: float) -> None:
    pings = [(at * every_s, PING) for at in range(int(12 / every_s))]
    assert turns(TimeTable(pings), delay_s * 1000, 12) == [(delay_s, "timer")]


def test_messages_do_not_move_a_timer() -> None:
    table = TimeTable([(at * 0.1, MESSAGE) for at in range(100)])
    done = turns(table, 1050, 12)
    assert done[-1] == (1.05, "timer")
    assert len(done) == 12


def test_a_flood_of_pings_that_never_ends_lets_a_due_timer_through() -> None:
    table = TimeTable([(0, PING)] * 10_000, frame_costs_s=0.001)
    assert turns(table, 500, 12) == [(0.5, "timer")]


@given(st.lists(st.tuples(st.floats(0, 20), st.booleans()), max_size=60), st.floats(0.001, 20))
def test_whatever_arrives_the_engine_wakes_in_time(arrivals: list[tuple[float, bool]], delay_s: float) -> None:
    table = TimeTable([(at, PING if is_ping else MESSAGE) for at, is_ping in arrivals])
    done = turns(table, delay_s * 1000, 30)
    assert abs(done[-1][0] - delay_s) < 0.001
    assert len(done) <= 1 + sum(at <= delay_s for at, is_ping in arrivals if not is_ping)


def test_an_engine_that_waits_for_messages_alone_is_not_woken_by_pings() -> None:
    inbox = Inbox(lambda message: isinstance(message, logic.Ping), TimeTable([(1, PING), (2, PING), (3, MESSAGE)]))
    inbox.engine_wants(-1)
    assert inbox.next() is not None


def test_what_arrives_while_an_answer_is_awaited_stays_in_order() -> None:
    first, second = logic.PageReady(1), logic.PageReady(2)
    answer = logic.ApiResult(7, True)
    table = TimeTable(
        [(at, codec.encode(message)) for at, message in enumerate((first, logic.Ping(1), answer, second))]
    )
    inbox = Inbox(lambda message: isinstance(message, logic.Ping), table, table.clock)
    found = inbox.answer(lambda message: isinstance(message, logic.ApiResult), None)
    assert found is not None
    assert found.message == answer
    kept = [arrival.frame for arrival in (inbox.next(), inbox.next()) if arrival]
    assert kept == [codec.encode(first), codec.encode(second)]
    assert inbox.answer(lambda message: False, 2.5) is None
    assert table.now == 5.5


def test_what_is_wanted_in_the_middle_of_a_task_overtakes_and_the_rest_keeps_its_order() -> None:
    wanted = codec.encode(logic.PageReady(7))
    table = TimeTable([(0.0, MESSAGE), (0.0, PING), (0.0, wanted), (0.0, MESSAGE), (5.0, wanted)])
    pings: list[logic.ForProcess] = []
    inbox = Inbox(lambda message: isinstance(message, logic.Ping) and not pings.append(message), table, table.clock)
    inbox.waiting_bytes = sum(map(len, (MESSAGE, PING, wanted, MESSAGE, wanted)))

    def next_wanted(*, waits: bool) -> bytes | None:
        found = inbox.urgent(lambda arrival: arrival.frame == wanted, waits=waits)
        return found.frame if found is not None else None

    assert next_wanted(waits=False) == wanted
    assert next_wanted(waits=False) is None
    assert next_wanted(waits=True) == wanted
    assert len(pings) == 1
    assert inbox.waiting_bytes == 2 * len(MESSAGE)
    assert [arrival.frame for _ in range(2) if (arrival := inbox.next()) is not None] == [MESSAGE, MESSAGE]
    assert inbox.waiting_bytes == 0
