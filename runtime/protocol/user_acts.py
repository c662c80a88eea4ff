"""What the user does on a page, told while somebody watches: real input alone, never what code or a driver does.

`on` names elements by their numbers: at the middle of each of them it would have meant the same, the one that was hit
first. It is told before the program hears of the input.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from runtime.protocol.numbers import Int32

Numbers = list[tuple[Int32, Int32]]


class _Act(Struct, frozen=True, tag_field="name", omit_defaults=True, forbid_unknown_fields=True):
    """Base of all acts: frozen, tagged with a name."""


class Pressed(_Act, frozen=True, tag="pressed"):
    """A finger comes down; what it does there is told when it is done."""


class Tapped(_Act, frozen=True, tag="tapped"):
    """It leaves again where it was, and somebody listens. `at`: px of the first of `on`, where that matters.

    `on` goes as far as the first that listens; `beyond`: what is around that, and has it in its middle, too.
    """

    on: Numbers
    at: tuple[float, float] | None = None
    beyond: Numbers = []


class PressedLong(_Act, frozen=True, tag="pressed-long"):
    """It stays, and somebody listens."""

    on: Numbers


class Dragged(_Act, frozen=True, tag="dragged"):
    """It moves by px and leaves, and somebody listens."""

    on: Numbers
    dx: float
    dy: float


class Brought(_Act, frozen=True, tag="brought"):
    """A control stands at another value: slider, picker, picker-view, swiper. The value is that of its `change`."""

    on: Numbers
    value: Any


class Typed(_Act, frozen=True, tag="typed"):
    """What stands in a field now."""

    on: Numbers
    value: str


class Confirmed(_Act, frozen=True, tag="confirmed"):
    """The keyboard's button, with this in the field."""

    on: Numbers
    value: str


class Left(_Act, frozen=True, tag="left"):
    """A field loses the focus, and the program listens."""

    on: Numbers


class Scrolled(_Act, frozen=True, tag="scrolled"):
    """An area that the program listens to, or the page (`on` is empty), has come to rest at px."""

    on: Numbers
    top: float
    left: float


class ReachedBottom(_Act, frozen=True, tag="reached-bottom"):
    """The page has been scrolled to its end."""


class PulledDown(_Act, frozen=True, tag="pulled-down"):
    """The page has been pulled down far enough."""


UserAct = (
    Pressed | Tapped | PressedLong | Dragged | Brought | Typed | Confirmed | Left | Scrolled | ReachedBottom
    | PulledDown
)  # fmt: skip
