"""The moments of a session at which a place in the data of the visible page changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from simulator.recording.form import Entry
from simulator.replay.replay import SessionReplay

_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")
MOST = 1000


class Moment(NamedTuple):
    """`before` and `after` are JSON; empty where there was no such value. `entry`: after which one of the recording it
    was so, for several may be of one millisecond."""

    at_ms: int
    entry: int
    page: str
    before: str
    after: str


class Values(Protocol):
    """Who tells values of a page: see `ReplayProcess`."""

    def value(self, page_id: int, code: str) -> str: ...


def code_of(path: str) -> str:
    """Source text that reads a path such as `user.list[0].name`; what is not there is undefined. Raises ValueError."""
    steps: list[str | int] = []
    at = 0
    while at < len(path):
        step = _STEP.match(path, at)
        if step is None:
            raise ValueError(f"{path!r} is no path in data, such as user.list[0].name")
        steps.append(step[1] if step[2] is None else int(step[2]))
        at = step.end()
    if not steps:
        raise ValueError("there is no path")
    return f"{json.dumps(steps)}.reduce((value, key) => (value == null ? undefined : value[key]), this.data)"


def moments(replay: SessionReplay, values: Values, entries: Iterable[Entry], path: str) -> Iterator[Moment]:
    """Each, as it comes. Raises what `replay` raises, and ValueError."""
    code = code_of(path)
    before, page_before, turns = "", 0, 0
    found = 0
    for number, entry in enumerate(entries, 1):
        replay.take(entry)
        outcome = replay.outcome
        if outcome.ended or found == MOST:
            return
        page_id = next(reversed(outcome.pages), 0)
        if outcome.turns == turns or not page_id:
            continue
        turns = outcome.turns
        after = values.value(page_id, code)
        if after != before or (page_id != page_before and after):
            found += 1
            yield Moment(entry.at_ms, number, outcome.pages[page_id], before if page_id == page_before else "", after)
        before, page_before = after, page_id
