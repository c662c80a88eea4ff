"""The form of a scenario file. Times are milliseconds from the moment when it begins to play.

resources/docs/scenarios.md shows it to users.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Struct

LONGEST_MS = 24 * 60 * 60 * 1000

Moment = Annotated[float, msgspec.Meta(ge=0, le=LONGEST_MS)]
Pause = Annotated[float, msgspec.Meta(ge=10, le=LONGEST_MS)]
Times = bool | Annotated[int, msgspec.Meta(ge=1)]
"""For ever, once, or so many times."""


class Step(Struct, frozen=True, forbid_unknown_fields=True, rename={"detail": "with"}):
    """At one moment values are set, then an event takes place; either may be left out."""

    at: Moment
    set: dict[str, Any] = {}
    fire: str = ""
    detail: dict[str, Any] = {}


class Track(Struct, frozen=True, forbid_unknown_fields=True):
    """Values that go from point to point: from `at` on the next one after each `step` milliseconds.

    With `every` they are set so often, and numbers lie on the line between two points. `gpx` names a file beside the
    scenario whose track takes the place of `values` and `points`; where it says when each point was passed, `step` does
    not count, and `speed` makes it so many times faster.
    """

    at: Moment = 0
    values: list[str] = []
    points: list[list[Any]] = []
    gpx: str = ""
    step: Pause = 1000
    every: Pause | None = None
    speed: Annotated[float, msgspec.Meta(gt=0, le=1000)] = 1
    loop: Times = False


class Scenario(Struct, frozen=True, forbid_unknown_fields=True):
    """`duration` is when it is over, or begins again with `loop`; without it that is with the last step and track."""

    title: str = ""
    steps: list[Step] = []
    tracks: list[Track] = []
    duration: Moment | None = None
    loop: Times = False
