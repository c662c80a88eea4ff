"""What is to be visited on one phone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

LANES = 4
"""Phones side by side. The number is the same on every machine: a page finds what the pages before it on its phone have
stored."""


class NotAProject(Exception):
    """There is nothing to run; the text says why."""


class UnknownPage(Exception):
    """A page is wished for that the project does not declare; the text names it."""


@dataclass(frozen=True, slots=True)
class TourPlan:
    """Which pages (none: all that are declared, in their order), where pictures go, and how long one page may take."""

    pages: Sequence[str] = ()
    shots: Path | None = None
    timeout_s: float = 8.0
    lanes: int = LANES

    def among(self, declared: Collection[str]) -> list[str]:
        """The pages to visit. Raises UnknownPage."""
        for page in self.pages:
            if page not in declared:
                raise UnknownPage(f"{page} is no page that the project declares")
        return list(self.pages or declared)
