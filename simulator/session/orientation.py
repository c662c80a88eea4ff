"""Which way up a page is shown. Source: reference, `pageOrientation` and `resizable`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Orientation = Literal["portrait", "landscape"]
Wish = Literal["portrait", "landscape", "auto"]
WISHES: tuple[Wish, ...] = ("portrait", "landscape", "auto")
DEFAULT: Wish = "portrait"


def wish_of(value: object) -> Wish | None:
    """A `pageOrientation` as a project or page-meta writes it; None if it is none."""
    return next((wish for wish in WISHES if wish == value), None)


def page_wish(window: Mapping[str, Any], app: Mapping[str, Any], *, is_tablet: bool) -> Wish:
    """How a page wants to be shown by its configuration. On a tablet a resizable program turns with the device."""
    if is_tablet and app.get("resizable") is True:
        return "auto"
    return wish_of(window.get("pageOrientation")) or DEFAULT


def shown(wish: Wish, held: Orientation) -> Orientation:
    """How a phone that is held this way shows a page with that wish."""
    return held if wish == "auto" else wish
