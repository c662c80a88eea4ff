"""What the session asks its host to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from runtime.protocol import logic, shell, view
from simulator.session.routes import Page

Offer = Literal["share", "share-timeline", "favorite", "copy-url"]


@dataclass(frozen=True, slots=True)
class ToLogic:
    """Send to the logic process."""

    message: logic.HostToLogic


@dataclass(frozen=True, slots=True)
class ToView:
    """Send to the phone view."""

    message: view.HostToView


@dataclass(frozen=True, slots=True)
class PageOpening:
    """Before the program hears of a route: from now on the phone is as this page sees it."""

    page: Page


@dataclass(frozen=True, slots=True)
class PageTurned:
    """The visible page wants to be shown another way up."""


@dataclass(frozen=True, slots=True)
class PageShown:
    """Another page is the visible one."""

    page: Page


@dataclass(frozen=True, slots=True)
class Restart:
    """Start the program again, as the user asked on the phone. `keep_stack`: open the same pages again."""

    keep_stack: bool


@dataclass(frozen=True, slots=True)
class Leave:
    """The user leaves the program for the background, as with the home key."""


@dataclass(frozen=True, slots=True)
class OpenTypeAction:
    """A navigator or a button with an open-type was tapped. `event` as in resources/docs/wire.md, "Events"."""

    page_id: int
    event: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShareWish:
    """The user wants to forward the page, show it to friends or keep it, from the capsule's menu."""

    offer: Offer


@dataclass(frozen=True, slots=True)
class SettingsWish:
    """The user wants to see what the program is allowed, from the capsule's menu."""


@dataclass(frozen=True, slots=True)
class KeyHeard:
    """A key of the computer was pressed or let go at the phone."""

    touched: shell.KeyTouched


@dataclass(frozen=True, slots=True)
class PageMissing:
    """The program was to start on a page that does not exist, and has not gone elsewhere."""

    path: str


@dataclass(frozen=True, slots=True)
class GoesRound:
    """Pages send their user on without end; none of the last ones has been drawn."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageNeeded:
    """A route waits for a page that is not compiled yet; `Session.released` goes on with it."""

    path: str


Command = (
    ToLogic
    | ToView
    | PageOpening
    | PageTurned
    | PageShown
    | Restart
    | Leave
    | OpenTypeAction
    | ShareWish
    | SettingsWish
    | KeyHeard
    | PageMissing
    | GoesRound
    | PageNeeded
)
