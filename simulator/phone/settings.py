"""Switches of the phone view that are fixed for its life."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class PhoneSettings:
    """`animations` off makes every transition immediate; `clock` ("09:41") freezes the status bar, for screenshots."""

    animations: bool = True
    clock: str = ""

    def to_query(self) -> str:
        """As the query of the shell's URL."""
        return urlencode({"animations": "1" if self.animations else "0", "clock": self.clock})
