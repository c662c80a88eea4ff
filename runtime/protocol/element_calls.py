"""Methods of elements that the logic layer has a page's view call, each with its arguments.

What a program gave goes over as it is: `Any` is its value, null if it gave none.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class _Call(Struct, frozen=True, tag_field="name"):
    """Base of all calls: frozen, tagged with the name of the method."""


class Animate(_Call, frozen=True, tag="animate"):
    """Plays key frames; answered when they have ended. ms."""

    frames: Any
    duration: Any


class ClearAnimation(_Call, frozen=True, tag="clearAnimation"):
    """Takes back what key frames have set: of these properties, or all (None)."""

    properties: Any


class ScrollTo(_Call, frozen=True, tag="scrollTo"):
    """Of a scroll-view: to `top`, `left`, px."""

    options: Any


class ScrollIntoView(_Call, frozen=True, tag="scrollIntoView"):
    """Of a scroll-view: to an element in it."""

    selector: Any
    options: Any


class SetSwitch(_Call, frozen=True, tag="setSwitch"):
    """A switch of a scroll-view's context (`scrollEnabled` …)."""

    switch: str
    value: Any


class Invoke(_Call, frozen=True, tag="invoke"):
    """A method of what rules a component (`VideoContext` …), answered with its result. `args`: a list of values."""

    method: str
    args: Any


ElementCall = Animate | ClearAnimation | ScrollTo | ScrollIntoView | SetSwitch | Invoke
