"""Films that are made anew of what the phone plays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from runtime.api.call import ApiFailure
from runtime.api.port import Port


@dataclass(frozen=True, slots=True)
class SoundOf:
    """The sound of a file of the program, `volume` 0 to 1. One that `may_be_silent` may have none."""

    src: str
    volume: float = 1
    may_be_silent: bool = False


@dataclass(frozen=True, slots=True)
class FilmPlan:
    """The picture of a file of the program (empty: none) and sounds, from `start_s` to `end_s` (0: the end). Width and
    height px, `rate` pictures a second."""

    picture: str
    sounds: tuple[SoundOf, ...]
    width: int
    height: int
    rate: float = 24
    kilobits: float = 1000
    start_s: float = 0
    end_s: float = 0


@dataclass(frozen=True, slots=True)
class Film:
    """An MP4 and its length."""

    data: bytes
    duration_s: float


Made = Callable[[Film | ApiFailure], None]
Heard = Callable[[float], None]


class FilmsPort(Protocol):
    """Films that are made anew."""

    def make(self, plan: FilmPlan, reply: Made) -> None:
        """Makes one, in the time that it is long."""

    def sound_length(self, data: bytes, reply: Heard) -> None:
        """How long the sound of a file is, s; 0: it has none."""


class FakeFilms:
    """A film is the word FILM, half a second long; what begins with FILM or SOUND sounds for three seconds."""

    def __init__(self) -> None:
        self.plans: list[FilmPlan] = []
        self.refusal = ""

    def make(self, plan: FilmPlan, reply: Made) -> None:
        self.plans.append(plan)
        reply(ApiFailure(self.refusal) if self.refusal else Film(b"FILM", 0.5))

    def sound_length(self, data: bytes, reply: Heard) -> None:
        reply(3.0 if data.startswith((b"FILM", b"SOUND")) else 0.0)


FILMS: Port[FilmsPort] = Port("films", FakeFilms)
