"""A film that the phone's view makes anew of films and sounds that it plays: the host asks for one by `CallShell`."""

from __future__ import annotations

from msgspec import Struct


class FilmSound(Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The sound of a file, `volume` 0 to 1. One that `may_be_silent` may have none."""

    src: str
    volume: float
    may_be_silent: bool


class MakeFilm(Struct, frozen=True, tag_field="name", tag="makeFilm", rename="camel", forbid_unknown_fields=True):
    """Plays the picture of a file (empty: none) and sounds from a place to another (s; end 0 = the end), and keeps what
    is seen and heard, as long as that takes. Width and height px, `rate` pictures a second; answered with a `MadeFilm`.
    """

    picture: str
    sounds: list[FilmSound]
    width: int
    height: int
    rate: float
    kilobits: float
    start: float
    end: float


class MadeFilm(Struct, frozen=True):
    """`data`: an MP4 in base64; `duration`: s."""

    data: str
    duration: float
