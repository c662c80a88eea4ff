"""Pages of the phone itself, which lie over a whole program: the host opens them by `CallShell`, as what `shell` has.

An answer comes when the user has left the page.
"""

from __future__ import annotations

from msgspec import Struct

from runtime.protocol.numbers import Int32


class _Call(Struct, frozen=True, tag_field="name", rename="camel", forbid_unknown_fields=True):
    """Base of all calls: frozen, tagged with the name of the method."""


class _Part(Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Base of what calls are made of."""


class SettingsRow(_Part, frozen=True):
    """A permission on the settings page; `name` is its scope."""

    name: str
    label: str
    is_on: bool


class OpenSettings(_Call, frozen=True, tag="settings"):
    """The settings page of the program. Without rows it says so with `empty`."""

    title: str
    rows: list[SettingsRow]
    empty: str


class OpenDocument(_Call, frozen=True, tag="document"):
    """A document: pictures of its pages, or without any a card with its `note`."""

    title: str
    pages: list[str] = []
    note: str = ""


class OpenMap(_Call, frozen=True, tag="map"):
    """A map over the whole phone. With `chooses` the user chooses a place on it and the call is answered with a
    `ChosenPlace`; without, the place is shown. Degrees; `title` is its name, `scale` as of the component `map`."""

    latitude: float
    longitude: float
    scale: float
    title: str
    address: str
    chooses: bool


class EditImage(_Call, frozen=True, tag="editImage"):
    """A picture over the whole phone, of which the user keeps a part; answered with an `EditedImage`. `ratio`: width by
    height of the part, 0 = any. `turns`: it can be turned, too."""

    src: str
    ratio: float
    turns: bool


class ChosenPlace(Struct, frozen=True):
    """What became of a map to choose on. `city`: the one that was chosen by its name."""

    confirm: bool
    latitude: float
    longitude: float
    name: str
    address: str
    city: str


class EditedImage(Struct, frozen=True):
    """What became of a picture. `quarters`: turned clockwise so often by 90 degrees; the part is that of the turned
    picture, in shares of its width and height."""

    confirm: bool
    quarters: Int32 = 0
    left: float = 0
    top: float = 0
    width: float = 1
    height: float = 1


class SettingsAnswer(Struct, frozen=True):
    """What the switches say now, by the names of their rows."""

    rows: dict[str, bool]


class EditVideo(_Call, frozen=True, tag="editVideo"):
    """A film over the whole phone, of which the user keeps a part of at least and at most so many seconds; answered
    with an `EditedVideo`. `duration`: s."""

    src: str
    duration: float
    least: float
    most: float


class EditedVideo(Struct, frozen=True):
    """What became of a film: the part from `start` to `end`, s."""

    confirm: bool
    start: float
    end: float
