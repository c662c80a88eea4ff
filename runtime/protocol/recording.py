"""Messages about a run that is recorded, and about one that is replayed.

The host says `Record` to a fresh logic process before anything else. From then on `TurnBegan` and `TurnEnded` tell what
enters the engine. To a process that replays, the host sends the same two messages; it answers each turn with
`TurnPlayed`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Raw, Struct

AnswerKind = Literal["api", "view", "place"]
"""Who was asked in the middle of a task: the APIs, the view, or the source maps."""


class _Message(Struct, frozen=True, tag_field="m", omit_defaults=True):
    """Base of the messages: as in `logic`."""


class Record(_Message, frozen=True, tag="record"):
    """From now on tell what enters the engine."""


class Handed(Struct, frozen=True, array_like=True, omit_defaults=True):
    """A message that the engine has taken: as a task, or `at_once`."""

    message: Raw
    at_once: bool = False


class Answered(Struct, frozen=True, array_like=True):
    """An answer that the program has waited for: JSON, or an empty text if it comes later. `check`: of the question's
    arguments; 0 if it does not count."""

    kind: AnswerKind
    name: str
    check: int
    answer: Raw


class TurnBegan(_Message, frozen=True, tag="turn-began"):
    """A turn begins: what the engine has taken since the last one. `collects`: unreachable values were freed before."""

    handed: list[Handed] = []
    collects: bool = False


class TurnEnded(_Message, frozen=True, tag="turn-ended"):
    """It has ended. `readings`: lists of what was read of clocks and chance; `posts`: check sums of what was sent."""

    readings: list[Raw] = []
    answers: list[Answered] = []
    posts: list[int] = []


class Replay(_Message, frozen=True, tag="replay"):
    """This process replays: it takes turns, and nothing that a program does reaches anything."""


class Divergence(Struct, frozen=True, omit_defaults=True):
    """Where a run went another way than its recording: something was `posted` or `asked` that is not what was recorded,
    or there was nothing where something was recorded, or the other way round (an empty text)."""

    kind: Literal["posted", "asked"]
    number: int
    expected: str = ""
    found: str = ""


class TurnPlayed(_Message, frozen=True, tag="turn-played"):
    """A turn has been repeated; what it has sent came before this."""

    divergence: Divergence | None = None


ForProcess = Record | Replay | TurnBegan | TurnEnded
"""What the process around the base library takes; turns only if it replays."""
FromProcess = TurnBegan | TurnEnded | TurnPlayed
"""What it sends; of a run that is recorded, or replayed."""
