"""A profile of the logic layer: which function ran when, for a flame chart, and in Chrome's `.cpuprofile` form."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Function:
    """`file` is named as the program names it; line and column count from 1."""

    name: str
    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Ran:
    """One call of a function, or a stretch of it between two waits. Microseconds since the profile began.

    `depth`: how many calls were around it.
    """

    function: int
    begin_us: int
    length_us: int
    depth: int

    @property
    def end_us(self) -> int:
        """When it ended."""
        return self.begin_us + self.length_us


@dataclass(frozen=True)
class Profile:
    """Calls in the order of their begin, those around first. `lost`: calls that there was no room for.

    `began_ms`: Unix time.
    """

    functions: Sequence[Function]
    calls: Sequence[Ran]
    lost: int = 0
    began_ms: float = 0.0

    @property
    def length_us(self) -> int:
        """Until the last call ended."""
        return max((one.end_us for one in self.calls), default=0)

    def totals(self) -> list[tuple[Function, int, int, int]]:
        """Function, calls, own and whole time, most of its own first. A call within one of the same function is not
        counted twice in the whole."""
        own: Counter[int] = Counter()
        whole: Counter[int] = Counter()
        count: Counter[int] = Counter()
        around: list[Ran] = []
        for one in self.calls:
            del around[one.depth :]
            count[one.function] += 1
            own[one.function] += one.length_us
            if around:
                own[around[-1].function] -= one.length_us
            if all(other.function != one.function for other in around):
                whole[one.function] += one.length_us
            around.append(one)
        ranked = sorted(count, key=lambda number: -own[number])
        return [(self.functions[number], count[number], max(0, own[number]), whole[number]) for number in ranked]


def profile_of(began_ms: float, numbers: Sequence[int], lost: int, functions: Sequence[Function]) -> Profile:
    """From what a program tells: function, begin, length, depth, in any order. What makes no sense is left out."""
    made = [Ran(*numbers[at : at + 4]) for at in range(0, len(numbers) - 3, 4)]
    known = [one for one in made if 0 <= one.function < len(functions) and one.begin_us >= 0 and one.length_us >= 0]
    known.sort(key=lambda one: (one.begin_us, one.depth, -one.length_us))
    calls: list[Ran] = []
    around: list[Ran] = []
    for one in known:
        # Depths are counted anew: where there was no room for a call, those in it stand at its place.
        while around and one.begin_us >= around[-1].end_us and not _is_inside(one, around[-1]):
            around.pop()
        placed = Ran(one.function, one.begin_us, one.length_us, len(around))
        calls.append(placed)
        around.append(placed)
    return Profile(tuple(functions), tuple(calls), lost, began_ms)


def _is_inside(one: Ran, other: Ran) -> bool:
    return one.length_us == 0 and other.end_us == one.begin_us and one.depth > other.depth


def cpuprofile_text(profile: Profile) -> str:
    """The `.cpuprofile` file, for Chrome and VS Code."""
    return json.dumps(cpuprofile(profile), ensure_ascii=False)


def cpuprofile(profile: Profile) -> dict[str, Any]:
    """As Chrome has it: a tree of calls, and at which node the program was when."""
    nodes: list[dict[str, Any]] = [_node(1, Function("(root)", "", 0, 0)), _node(2, Function("(idle)", "", 0, 0))]
    nodes[0]["children"].append(2)
    children: dict[tuple[int, int], int] = {}
    samples: list[int] = []
    times: list[int] = []
    for time_us, node in _samples(profile, nodes, children):
        samples.append(node)
        times.append(time_us)
    deltas = [now - before for before, now in zip([0, *times], times, strict=False)]
    for number in samples:
        nodes[number - 1]["hitCount"] += 1
    end = profile.length_us
    return {"nodes": nodes, "startTime": 0, "endTime": end, "samples": samples, "timeDeltas": deltas}


def _samples(
    profile: Profile, nodes: list[dict[str, Any]], children: dict[tuple[int, int], int]
) -> Iterator[tuple[int, int]]:
    """At each begin and end of a call: the time, and the node that runs from then on."""
    around: list[tuple[Ran, int]] = []

    def ended(until_us: float) -> Iterator[tuple[int, int]]:
        while around and around[-1][0].end_us <= until_us:
            left, _ = around.pop()
            yield left.end_us, around[-1][1] if around else 2

    yield 0, 2
    for one in profile.calls:
        yield from ended(one.begin_us)
        del around[one.depth :]
        above = around[-1][1] if around else 1
        number = children.get((above, one.function))
        if number is None:
            number = children[above, one.function] = len(nodes) + 1
            nodes.append(_node(number, profile.functions[one.function]))
            nodes[above - 1]["children"].append(number)
        around.append((one, number))
        yield one.begin_us, number
    yield from ended(float("inf"))


def _node(number: int, function: Function) -> dict[str, Any]:
    frame = {
        "functionName": function.name, "scriptId": "0", "url": function.file,
        "lineNumber": function.line - 1, "columnNumber": function.column - 1,
    }  # fmt: skip
    return {"id": number, "callFrame": frame, "hitCount": 0, "children": []}
