"""Lengths of a phone in one orientation, in CSS pixels. What they mean for a page is in `device`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on the phone's screen."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Left edge plus width."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Top edge plus height."""
        return self.top + self.height

    def to_json(self) -> dict[str, float]:
        """All six numbers, in the form of `DOMRect`."""
        return {
            "left": self.left,
            "top": self.top,
            "right": self.right,
            "bottom": self.bottom,
            "width": self.width,
            "height": self.height,
        }


@dataclass(frozen=True, slots=True)
class Insets:
    """What notch, rounded corners and home indicator take from each edge."""

    top: float = 0
    right: float = 0
    bottom: float = 0
    left: float = 0

    def to_json(self) -> dict[str, float]:
        """The four numbers by edge."""
        return {"top": self.top, "right": self.right, "bottom": self.bottom, "left": self.left}


@dataclass(frozen=True, slots=True)
class Measures:
    """The screen in one orientation."""

    width: int
    height: int
    status_bar_height: int
    navigation_bar_height: int
    insets: Insets
